import type { Range, Word } from '../passage.ts';
import type { ActorKind } from './actor.ts';
import {
  companyNouns,
  governmentEndings,
  governments,
  legalForms,
  organizationEndings,
  outletEndings,
  outletNouns,
  outlets,
} from './gazetteer.ts';

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
  if (companyNouns.has(before)) return 'ORGANIZATION';
  if (before === 'of' && seatOf.has(words[first - 2]?.lower ?? '')) return 'GOVERNMENT';
  const isAcronym = /^\p{Lu}{2,6}$/u.test(name) && after?.text !== ':';
  return isAcronym || (before === 'the' && last > first) ? 'ORGANIZATION' : 'PERSON';
}

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
  return organizationEndings.has(ending) || legalForms.has(ending.replace(/\.$/u, ''))
    ? 'ORGANIZATION'
    : undefined;
}
