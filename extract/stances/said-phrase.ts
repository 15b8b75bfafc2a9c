import { type Passage, type Range, sentenceStart, type Word } from '../words/passage.ts';
import type { Statement } from './statement.ts';

const weekday = '(?:mon|tues|wednes|thurs|fri|satur|sun)day';
const month =
  '(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\\.?)';
const date = `(?:${month} \\d{1,2}(?:st|nd|rd|th)?|\\d{1,2}(?:st|nd|rd|th)? ${month})(?:,? (?:19|20)\\d\\d)?(?!\\d)`;
const part = '(?:morning|afternoon|evening|night)';
const count = '(?:\\d{1,2}|two|three|four|five|six|seven|eight|nine|ten)';
const day = [
  `the day before yesterday`,
  `yesterday(?: ${part})?`,
  `(?:earlier |later )?today`,
  `tonight`,
  `this ${part}`,
  `last night`,
  `${count} days ago`,
  `(?:last |this |this past |next )?${weekday}(?: of)? last week`,
  `(?:last |this |this past |next )?${weekday}(?:,? ${date})?(?: ${part})?(?! week)`,
  date,
  '(?:19|20)\\d\\d-\\d\\d-\\d\\d',
].join('|');
const timePhrase = new RegExp(
  `^(?:(?:early|earlier|late|later) )?(?:on )?(?:${day})(?=\\W|$)`,
  'iu',
);

// Who is told, and where, may stand between the verb and the day: `told reporters in Holm on Monday that`.
const farthest = 8;

/** When it was said, in the text's own words beside the cue or at the head of its sentence: `on Monday`, `last Friday`. */
export function saidPhrase(passage: Passage, statement: Statement): string | undefined {
  const { cue, source, content } = statement;
  const opening = content.find(({ first }) => first > cue.last)?.first ?? Number.POSITIVE_INFINITY;
  const before = Math.max(0, Math.min(cue.first - 3, (source?.last ?? cue.first) + 1));
  return (
    phraseIn(passage, { first: before, last: cue.first - 1 }, cue) ??
    phraseIn(passage, { first: cue.last + 1, last: Math.min(cue.last + farthest, opening) }, cue) ??
    phraseAtHead(passage, statement)
  );
}

/** The first in the range that stands in the sentence of the cue, before anything else is told. */
function phraseIn(passage: Passage, { first, last }: Range, cue: Range): string | undefined {
  const { words } = passage;
  const from = words[first - 1]?.lower === 'on' ? first - 1 : first;
  for (let at = from; at <= last; at++) {
    const word = words[at];
    if (word === undefined || word.sentence !== words[cue.first]?.sentence) continue;
    const found = phraseAt(passage, at);
    if (found !== undefined) return found;
    if (at > cue.last && isEnd(word)) return undefined;
  }
  return undefined;
}

function isEnd({ lower, pos, quotation }: Word): boolean {
  return lower === 'that' || pos === 'PUNCT' || pos === 'VERB' || quotation >= 0;
}

/** `On Monday, Roe said` and `On Monday Roe said`: nothing but the speaker stands between. */
function phraseAtHead(passage: Passage, { cue, source }: Statement): string | undefined {
  const { words } = passage;
  if (source === undefined || source.first > cue.first) return undefined;
  const head = sentenceStart(words, source.first);
  const found = phraseAt(passage, head);
  if (found === undefined) return undefined;
  const between = passage.text.slice(
    (words[head]?.start ?? 0) + found.length,
    words[source.first]?.start,
  );
  return /^[\s,]*(?:the |an? |\p{Lu}[\p{L}.]* ?){0,4}$/u.test(between) ? found : undefined;
}

function phraseAt({ words, text }: Passage, at: number): string | undefined {
  const start = words[at]?.start;
  if (start === undefined) return undefined;
  const found = timePhrase.exec(text.slice(start, start + longest))?.[0];
  const next = text.slice(start + (found?.length ?? 0));
  // `Monday’s vote`: no time of saying.
  return found === undefined || /^[’']s?\b/u.test(next) ? undefined : found;
}

const longest = 60;
