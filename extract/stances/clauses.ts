import type { Attribution } from '../attributions/attribution.ts';
import type { Passage, Range } from '../words/passage.ts';

const aboutClaim =
  /^(?:claim|charge|allegation|accusation|suggestion|assertion|version|idea|figure|estimate|characteri[sz]ation|description|account|finding|conclusion|contention)$/u;

// `, which Lee denies`, `, something he rejects`, `, despite a report that it did`
const answered =
  /^(?:(?:which|something)(?: \S+){1,4}? (?:den(?:y|ies|ied)|reject(?:s|ed)?|dispute[sd]?|dismiss(?:es|ed)?)\b|contrary to\b|(?:despite|contradicting)(?: \S+){0,4}? (?:reports?|claims?|stor(?:y|ies)|allegations?|rumou?rs?|suggestions?|accounts?)\b)/u;

/** `through the dam, a structure that was built in 1990`: what only describes is not what is said. */
export function withoutApposition({ words }: Passage, { first, last }: Range): Range {
  for (let at = first + 1; at < last - 2; at++) {
    if (words[at]?.text !== ',' || words[at]?.quotation !== -1) continue;
    const next = words.slice(at + 1, Math.min(last, at + 9));
    if (/^an?$/u.test(next[0]?.lower ?? '') && aboutClaim.test(next[1]?.lower ?? ''))
      return { first, last: at - 1 };
    const tail = words.slice(at + 1, Math.min(last, at + 9) + 1).map(({ lower }) => lower);
    if (answered.test(tail.join(' '))) return { first, last: at - 1 };
    const relative = next.findIndex(({ lower }) => lower === 'that' || lower === 'which');
    const isName =
      relative > 0 &&
      next
        .slice(0, relative)
        .every(({ pos }) => ['DET', 'ADJ', 'NOUN', 'PROPN', 'PART', 'NUM'].includes(pos));
    if (isName) return { first, last: at - 1 };
  }
  return { first, last };
}

const heard =
  /^(?:the|a|an) (?:court|jury|tribunal|inquiry|inquest|hearing|panel|committee|judge) (?:has |had )?(?:heard|was told|were told)\b/u;

/** `saw him at the quay, the court heard`: who listened is no part of what is said. */
export function withoutHearers({ words }: Passage, { first, last }: Range): Range {
  for (let at = first + 2; at < last - 1; at++) {
    if (words[at]?.text !== ',' || words[at]?.quotation !== -1) continue;
    const next = words.slice(at + 1, Math.min(last, at + 5) + 1).map(({ lower }) => lower);
    if (heard.test(next.join(' '))) return { first, last: at - 1 };
  }
  return { first, last };
}

/** `Contrary to the report, there was no leak`: what follows the comma is said. */
export function withoutContrary({ words }: Passage, { first, last }: Range): Range {
  const isBehind = words[first]?.lower === 'that' && words[first + 1]?.text === ',';
  const opening = isBehind ? first + 2 : first;
  if (words[opening]?.lower !== 'contrary') return { first, last };
  let at = opening;
  while (at < last && words[at]?.text !== ',') at++;
  return at + 1 < last ? { first: at + 1, last } : { first, last };
}

// `said that it leaked and called it a scandal`
const ofSpeaker = /^(?:call|describe|label|brand|dismiss|accuse|urge)$/u;

/** `Lee warned the city and offered help` after `said that`: one content for each of the two, the second with all before it. */
export function clausesOf({ words }: Passage, { cue, content }: Attribution): (readonly Range[])[] {
  const [only] = content;
  if (
    only === undefined ||
    content.length > 1 ||
    !['that', 'np-that', 'clause', 'np-mixed', 'wh'].includes(cue.frame)
  )
    return [content];
  if (
    words[only.last - 1]?.lower === 'and' &&
    /^(?:apologi[sz]ed|resigned|left|quit)$/u.test(words[only.last]?.lower ?? '')
  )
    return [[{ first: only.first, last: only.last - 2 }]];
  for (let at = only.first + 3; at < only.last - 2; at++) {
    const isJoin = /^(?:and|but|or)$/u.test(words[at]?.lower ?? '');
    if (!isJoin || words[at]?.quotation !== -1) continue;
    const next = words[at + 1];
    const before = { first: only.first, last: words[at - 1]?.text === ',' ? at - 2 : at - 1 };
    if (next?.lower === 'that' && words[at + 2]?.pos !== 'AUX')
      return [[before], [{ first: at + 1, last: only.last }]];
    if (words[at]?.lower !== 'and') continue;
    if (next?.pos === 'VERB' && ofSpeaker.test(next.lemma)) return [[before]];
    const isPast = next?.pos === 'VERB' && next.lower.endsWith('ed');
    if (isPast) return [[before], content];
  }
  return [content];
}
