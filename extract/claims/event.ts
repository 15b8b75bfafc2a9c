import { deeds } from '../lexicon/deeds.ts';
import { matterOf } from './matter.ts';

/** What a claim tells that was done, and by whom with whom, as far as its words are plain. */
export interface Event {
  /** What was done: `talk`, or a noun of the lexicon of deeds. */
  readonly deed: string;
  /** The last names of those who took part, who did it first. */
  readonly parties: readonly string[];
  /** Those who took part are told as `the two leaders`. */
  readonly isOfBoth: boolean;
  readonly days: ReadonlySet<string>;
  /** What else the claim tells: where, why, about what. */
  readonly rest: ReadonlySet<string>;
}

// Who phones somebody speaks with them: of these deeds nobody is more the doer than the other.
const mutual: readonly (readonly [string, RegExp])[] = [
  [
    'talk',
    /\b(?:(?:tele)?phone[ds]?|(?:tele)?phon(?:ing|e) (?:call|conversation)|phone talks?|call(?:ed|s)?|spoken?|speaks?|talk(?:ed|s)?|rang|dialled|dialed|conversations?|contact(?:ed|s)?|reach(?:ed|es)? out|communicat(?:ed|ions?))\b/iu,
  ],
  ['meeting', /\b(?:met|meets?|meetings?|held talks)\b/iu],
];

const light =
  /^(?:had|has|have|did|was|were|been|be|held|made|placed|took|taken|part|in|and|with|a|an|the|any|such|secret|secretly|private|privately|direct|directly|recently|personally|there|his|her|their|both|two|president|prime|minister|elect|president-elect|leader|leaders|then|former|incoming|newly|mr|mrs|ms|dr|on|by|phone|telephone|alleged|allegedly|reported|reportedly|also|ever|indeed|just|really|phone-in|us|u\.s\.)$/iu;
const titles =
  /^(?:president|president-elect|prime|minister|mr|mrs|ms|dr|sir|senator|governor|mayor|chancellor|secretary|general|king|queen|the|there|a|an|and|us|u\.s|russian|american|british|french|german|chinese|ukrainian|israeli|iranian|turkish|indian|japanese|phone|call|calls|conversation|talks?|meeting|sale|alleged)$/iu;
const weekday = /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b/giu;
const both =
  /\b(?:between (?:the two|both|them)|the two (?:leaders|men|women|presidents|sides|ministers|countries|companies)|both (?:leaders|men|women|presidents|sides)|the pair)\b/iu;
const name = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}’'-]*(?:[ .]+\p{Lu}[\p{L}’'-]*)*/gu;

/** The event that a claim tells first of all; undefined where it tells none that is plain, or of more. */
export function eventOf(text: string): Event | undefined {
  const plain = text.replace(/[“”"]/gu, '').slice(0, longest);
  const found = deedIn(plain);
  if (found === undefined) return undefined;
  const subject = plain.slice(0, found.start);
  if (!isPlain(subject)) return undefined;
  const behind = plain.slice(found.end);
  if (
    /,? \band (?:he|she|it|they|then|that|\p{L}+ed)\b|;|\bnot to\b|\btelling\b|\bwarning\b/u.test(
      behind,
    )
  )
    return undefined;
  const isNoun = /^there\b/iu.test(subject) || noun.test(plain.slice(found.start, found.end));
  const partner = partnerIn(behind, isNoun);
  const parties = [...lastNames(subject), ...lastNames(partner)];
  const days = new Set((plain.match(weekday) ?? []).map((day) => day.toLowerCase()));
  const own = new Set(parties.map((party) => party.slice(0, 5)));
  const rest = [...matterOf(behind)].filter(
    (word) => !own.has(word) && !idle.test(word) && word !== 'two',
  );
  return {
    deed: found.deed,
    parties: [...new Set(parties)],
    isOfBoth: both.test(plain),
    days,
    rest: new Set(rest.filter((word) => !firstNames(partner).has(word))),
  };
}

const noun = /(?:calls?|conversations?|talks|meetings?|communications?|contacts?)$/iu;
const longest = 400;
// What is said on a phone took place all the same.
const idle =
  /^(?:phone|telep|call|conve|talk|talks|took|place|happe|occur|held|last|week|(?:mon|tues|wedne|thurs|frida|satur|sunda).*|presi|elect|russi|leade|betwe|recen)$/u;

interface Deed {
  readonly deed: string;
  readonly start: number;
  readonly end: number;
}

function deedIn(text: string): Deed | undefined {
  for (const [deed, pattern] of mutual) {
    const match = pattern.exec(text);
    if (match !== null && isPlain(text.slice(0, match.index)))
      return { deed, start: match.index, end: match.index + match[0].length };
  }
  for (const [deed, pattern] of deeds) {
    if (covered.has(deed)) continue;
    const match = pattern.exec(text);
    if (match === null || match.index === 0 || !isPlain(text.slice(0, match.index))) continue;
    const end = match.index + (/^\p{L}*/u.exec(text.slice(match.index))?.[0].length ?? 0);
    return { deed, start: match.index, end };
  }
  return undefined;
}

const covered = new Set([
  'call',
  'conversation',
  'talks',
  'meeting',
  'contact',
  'exchange',
  'speech',
]);

/** Nothing but names, offices and small words stands before what was done. */
function isPlain(subject: string): boolean {
  return subject
    .split(/[\s,]+/u)
    .every((word) => word === '' || /^\p{Lu}/u.test(word) || light.test(word));
}

const run =
  "(?:the |both |us )?(?:\\p{Ll}+(?:-elect)? )?\\p{Lu}[\\p{L}’'-]*(?: (?:and |president-elect |president )?\\p{Lu}[\\p{L}’'-]*)*";
const close = new RegExp(`^ (${run})`, 'u');
const behindWith = new RegExp(
  `^(?: (?!to \\p{Ll})[\\p{L}\\p{N}-]+){0,7}? (?:with|to|between) (${run})`,
  'u',
);

/** Those with whom it was done: behind the verb itself, or behind `with`, `to`, `between`. */
function partnerIn(behind: string, isNoun: boolean): string {
  const told = (isNoun ? null : close.exec(behind)) ?? behindWith.exec(behind);
  return told?.[1] ?? '';
}

function lastNames(words: string): string[] {
  return [...words.matchAll(name)].flatMap(([found]) =>
    found.split(/ and /iu).flatMap((each) => {
      const own = each.split(/[\s.]+/u).filter((word) => word !== '' && !titles.test(word));
      const last = own
        .at(-1)
        ?.replace(/[’']s$/u, '')
        .toLowerCase();
      return last === undefined ? [] : [last];
    }),
  );
}

function firstNames(words: string): Set<string> {
  return matterOf([...words.matchAll(name)].map(([found]) => found).join(' '));
}

/** Whether two claims tell one event: the same was done by the same, and what else they tell goes together. */
export function isSameEvent(one: Event, other: Event): boolean {
  if (one.deed !== other.deed || !isSameParties(one, other)) return false;
  const isDayShared = [...one.days].some((day) => other.days.has(day));
  if (one.days.size > 0 && other.days.size > 0 && !isDayShared) return false;
  return isWithin(one.rest, other.rest) || isWithin(other.rest, one.rest);
}

function isSameParties(one: Event, other: Event): boolean {
  const [few, many] = [one.parties, other.parties].sort((a, b) => a.length - b.length);
  if (few === undefined || many === undefined) return false;
  if ((one.isOfBoth || other.isOfBoth) && few.length === 0) return many.length === 2;
  if (few.length !== many.length || few.length === 0) return false;
  const isMutual = mutual.some(([deed]) => deed === one.deed);
  // Of one alone it is not told with whom: it may be another deed of the same kind.
  if (isMutual && few.length < 2) return false;
  return few.every((party) => many.includes(party)) && (isMutual || few[0] === many[0]);
}

const isWithin = (few: ReadonlySet<string>, many: ReadonlySet<string>): boolean =>
  [...few].every((word) => many.has(word));
