import { deeds } from '../lexicon/deeds.ts';
import { matterOf } from './matter.ts';
import type { Said } from './said.ts';

const happened =
  '(?: (?:ever |actually |really )?(?:took place|takes place|happened|occurred|was held|were held|was made|were made|existed|had taken place|has taken place|had happened|had occurred|has happened|ever happened|took place))?';
const existence = new RegExp(
  `^(?:there (?:was|were|is|are|has been|have been|had been) )?(?<phrase>(?:an?|any|the|such an?|such|this|that|these|no such|his|her|its|their|alleged|reported|purported|supposed) [\\p{L}'’-]+(?: [\\p{L}'’-]+){0,8}?|[\\p{L}'’-]+(?: [\\p{L}'’-]+){0,3}?)${happened}$`,
  'iu',
);
const joins = /\s(?:of|with|to|between|by|in|from|on|about|at|for|over|involving)\s/iu;
const idle =
  /^(?:an?|any|the|such|this|that|these|no|his|her|its|their|alleged|reported|purported|supposed|so-called|ever|never|thursday|monday|tuesday|wednesday|friday|saturday|sunday)$/iu;

/** The claim made last that names the same deed as a phrase does, `the sale of the ferry`, and all else that it names. */
export function byDeed(said: readonly Said[], words: string): Said | undefined {
  const phrase = existence.exec(words.replace(/[“”"‘’]+$|^\W+|[\s.,;:!?]+$/gu, ''))?.groups?.phrase;
  if (phrase === undefined || /^\p{L}+ing\b/u.test(phrase)) return undefined;
  const [head = '', ...others] = phrase.trim().split(joins);
  const modifiers = head.trim().split(/\s+/u);
  const noun = modifiers.pop()?.toLowerCase() ?? '';
  const rest = matterOf([...modifiers.filter((word) => !idle.test(word)), ...others].join(' '));
  return said.findLast(
    ({ claim, matter }) =>
      claim.kind !== 'POSITION' &&
      !speaking.test(claim.text) &&
      tells(noun, claim.text, matter) &&
      [...rest].every((word) => hasWord(word, claim.text, matter)),
  );
}

function tells(noun: string, text: string, matter: ReadonlySet<string>): boolean {
  const own = deeds.get(noun) ?? deeds.get(noun.replace(/s$/u, ''));
  if (own?.test(text) === true) return true;
  return noun.length > shortestNoun && !deeds.has(noun) && matter.has(noun.slice(0, 5));
}

function hasWord(word: string, text: string, matter: ReadonlySet<string>): boolean {
  return matter.has(word) || (deeds.get(word)?.test(text) ?? false);
}

const shortestNoun = 3;
const fewest = 2;

/** The claim made last that says all that these words say, and perhaps more: `he sold it` after `he sold it in May`. */
export function bySameWords(said: readonly Said[], text: string): Said | undefined {
  const own = matterOf(text);
  if (own.size < fewest) return undefined;
  return said.findLast(
    ({ claim, matter }) =>
      claim.kind === 'FACT' &&
      speaking.test(claim.text) === speaking.test(text) &&
      [...own].every((word) => matter.has(word)),
  );
}

// `he denied that he sold it` says all that `he sold it` says, and is another claim.
const speaking =
  /\b(?:den(?:y|ies|ied|ying)|refus|reject|dismiss|said|says|say|told|tells|claim|alleg|report|accus|confirm|admit|warn|ask|refut|suggest|insist|believ|think|thought|show|reveal|indicat|found|expect|want|hope|plan|fail|tried|if|whether|would|could|should|might|may)/u;
