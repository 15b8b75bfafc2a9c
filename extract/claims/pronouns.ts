import type { ActorDraft } from '../actors/actor.ts';
import type { Passage, Range, Word } from '../passage.ts';

/** The words with the speaker's name for `he` and `she`, in quotations for `I`; the verb behind it follows. */
export function withName(
  { words, text }: Passage,
  { first, last }: Range,
  actor: ActorDraft,
): string {
  let named = '';
  for (let at = first; at <= last; at++) {
    const [before, word] = [words[at - 1], words[at]];
    if (word === undefined) break;
    const gap = at === first || before === undefined ? '' : text.slice(before.end, word.start);
    const isAfterI = before !== undefined && at > first && isI(before);
    named += gap + (nameFor(word, actor) ?? (isAfterI ? thirdPerson(word) : word.text));
  }
  return named;
}

function isI({ lower, quotation }: Word): boolean {
  return quotation >= 0 && lower === 'i';
}

function nameFor(word: Word, { name, kind }: ActorDraft): string | undefined {
  if (isI(word) || (word.quotation >= 0 && word.lower === 'me')) return name;
  if (word.quotation >= 0) return word.lower === 'my' ? `${name}’s` : undefined;
  if (kind !== 'PERSON') return undefined;
  if (word.lower === 'his') return `${name}’s`;
  return word.lower === 'he' || word.lower === 'she' ? name : undefined;
}

const forms: Readonly<Record<string, string>> = {
  am: 'is',
  have: 'has',
  do: 'does',
  "'m": ' is',
  "'ve": ' has',
  "'ll": ' will',
  "'d": ' would',
};

/** `think` as it stands behind a name: `thinks`. */
function thirdPerson({ lower, text, lemma, pos }: Word): string {
  const form = forms[lower];
  if (form !== undefined) return form;
  if (pos !== 'VERB' || lower !== lemma) return text;
  if (/(?:s|sh|ch|x|z|o)$/u.test(lower)) return `${text}es`;
  return /[^aeiou]y$/u.test(lower) ? `${text.slice(0, -1)}ies` : `${text}s`;
}
