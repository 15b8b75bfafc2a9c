import type { Word } from '../words/passage.ts';

export const forms: Readonly<Record<string, string>> = {
  am: 'is',
  are: 'is',
  were: 'was',
  have: 'has',
  do: 'does',
  "'m": ' is',
  "'re": ' is',
  "'ve": ' has',
  "'ll": ' will',
  "'d": ' would',
};

// `I hit him`: it may be told of then.
const pastAlike =
  /^(?:hit|put|cut|set|let|shut|hurt|cost|quit|read|beat|spread|cast|split|bet|burst|rid|shed)$/u;

// The tagger's dictionary has `apologize` for `apologise`.
const british = (word: string) => word.replace(/(?<=[aoilnry])ise$/u, 'ize');

/** `think` as it stands behind a name: `thinks`. */
export function thirdPerson({ lower, text, lemma, pos }: Word): string {
  const form = forms[lower];
  if (form !== undefined) return form;
  if (pos !== 'VERB' || british(lower) !== lemma || pastAlike.test(lower)) return text;
  if (/(?:s|sh|ch|x|z|o)$/u.test(lower)) return `${text}es`;
  return /[^aeiou]y$/u.test(lower) ? `${text.slice(0, -1)}ies` : `${text}s`;
}
