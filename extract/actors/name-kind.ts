import type { Range, Word } from '../words/passage.ts';
import type { ActorKind } from './actor.ts';
import {
  bodyNouns,
  companyNouns,
  governmentEndings,
  governments,
  groupNouns,
  legalForms,
  organizationEndings,
  outletEndings,
  outletNouns,
  outlets,
  personNouns,
  seatNouns,
  things,
  trades,
} from './gazetteer.ts';
import { isTitle } from './offices.ts';

/** What a name is, by its own words and the ones around it. */
export function kindOfName(
  words: readonly Word[],
  name: string,
  { first, last }: Range,
): ActorKind {
  const [before, after] = [words[first - 1]?.lower ?? '', words[last + 1]];
  const body = kindOfBody(name);
  if (body !== undefined) return body;
  if (isOutletNoun(before) || isOutletNoun(after?.lower)) return 'OUTLET';
  const isAttribute =
    last === first && after?.text === after?.lower && after?.lower !== 'and' && isTitle(after);
  if (/^(?:mr|mrs|ms|miss|mx|dr|sir|dame|lord|lady|rev)\.?$/u.test(before)) return 'PERSON';
  if (companyNouns.has(before) || isAttribute) return 'ORGANIZATION';
  const apposed = before === ',' ? (words[first - 2]?.lower ?? '') : '';
  if (companyNouns.has(apposed) || organizationEndings.has(apposed)) return 'ORGANIZATION';
  if (governmentEndings.has(apposed)) return 'GOVERNMENT';
  if (before === 'in' && /^(?:shares?|stakes?)$/u.test(words[first - 2]?.lower ?? ''))
    return 'ORGANIZATION';
  if (before === 'of' && seatOf.has(words[first - 2]?.lower ?? '')) return 'GOVERNMENT';
  const isAcronym = /^\p{Lu}{2,6}$/u.test(name) && after?.text !== ':';
  const isHead = /^(?:VERB|AUX|ADP|PUNCT)$/u.test(after?.pos ?? '');
  const isThe = before === 'the' && (last > first || (isHead && !demonym.test(name)));
  return isAcronym || isThe ? 'ORGANIZATION' : 'PERSON';
}

/** `the Finn`, `the Republican`: who comes from there or belongs to them. */
export const demonym =
  /(?:[a-z]an|ese|crat|ist|ite)$|^(?:Finn|Swede|Dane|Scot|Briton|Spaniard|Turk|Pole|Greek|Czech|Swiss|\p{L}+(?:man|woman))$/u;

// `the foreign ministry of Holm`
const seatOf = new Set(['ministry', 'minister', 'republic', 'kingdom', 'government', 'president']);

const notNames = new Set(['report', 'article', 'story', 'account', 'site', 'editorial', 'agency']);

/** `broadcaster NRK`, `the Holm Echo newspaper`: a word for what it is, not for what it published. */
function isOutletNoun(lower: string | undefined): boolean {
  return lower !== undefined && outletNouns.has(lower) && !notNames.has(lower);
}

/** Names that say themselves that no person is meant: `Harbour Post`, `State Department`, `Holm Shipping AG`. */
export function kindOfBody(
  name: string,
): Extract<ActorKind, 'OUTLET' | 'GOVERNMENT' | 'ORGANIZATION'> | undefined {
  const plain = name.toLowerCase().replace(/^the /u, '');
  const [head = ''] = plain.split(/ of /u);
  const ending = head.split(/\s+/u).at(-1) ?? '';
  if (outlets.has(plain) || outlets.has(`the ${plain}`) || outletEndings.has(ending))
    return 'OUTLET';
  if (governments.has(plain) || governmentEndings.has(ending)) return 'GOVERNMENT';
  const isCompany = isCompanyEnding(ending) && ending !== plain;
  return isCompany || organizationEndings.has(ending) ? 'ORGANIZATION' : undefined;
}

/** `AG`, `Medical`: what companies are called with and, in short, without. */
export function isCompanyEnding(word: string): boolean {
  return trades.has(word) || legalForms.has(word.replace(/\.$/u, ''));
}

/** What a source is that has an office or a trade and no name: `the mayor`, `the ministry`. */
export function kindOfNoun(noun: string): ActorKind | undefined {
  if (personNouns.has(noun.replace(/^(?:ex|vice|co)-/u, ''))) return 'PERSON';
  if (governmentEndings.has(noun) || seatNouns.has(noun)) return 'GOVERNMENT';
  const isBody = [organizationEndings, companyNouns, bodyNouns].some((nouns) => nouns.has(noun));
  return isBody ? 'ORGANIZATION' : undefined;
}

const doers = /(?:ers|ors|ists|ians)$/u;

/** What many are called together, often by what they do: `residents`, `engineers`. */
export function isCrowd(noun: string): boolean {
  const isOfPersons =
    noun.endsWith('s') &&
    (personNouns.has(noun.slice(0, -1)) || personNouns.has(noun.replace(/es$/u, '')));
  const one = noun.replace(/ies$/u, 'y').replace(/(?<=s|x|ch|sh)es$|s$/u, '');
  const isOfBodies =
    noun.endsWith('s') && /^(?:ORGANIZATION|GOVERNMENT)$/u.test(kindOfNoun(one) ?? '');
  return (
    isOfBodies || groupNouns.has(noun) || isOfPersons || (doers.test(noun) && !things.has(noun))
  );
}
