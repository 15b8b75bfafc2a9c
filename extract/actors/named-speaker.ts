import type { Range, Word } from '../words/passage.ts';
import { groupNouns, outletNouns, seats, spokespeople, unnamedNouns } from './gazetteer.ts';
import { demonym, isCrowd, kindOfNoun } from './name-kind.ts';
import { isCapital, type Name, nameWithin } from './names.ts';
import { isTitle } from './offices.ts';
import { personMeant } from './pronoun.ts';
import { type Scene, type Speaker, wordsAt } from './scene.ts';

/** Whether a phrase that ends there ends with a name. */
export function isName(words: readonly Word[], at: number): boolean {
  const lower = words[at]?.lower ?? '';
  const begins = words[at - 1]?.sentence !== words[at]?.sentence;
  const isNoun = groupNouns.has(lower) || unnamedNouns.has(lower) || (begins && isCrowd(lower));
  return isCapital(words, at) && !isNoun;
}

/** `The mayor, Ida Roe,` and `a spokesman for Holm, Tom Hale`: the person named behind a comma. */
export function byApposition(
  { passage, roster }: Scene,
  source: Range,
  base: Range,
): Speaker | undefined {
  const { words } = passage;
  const head = words[base.last]?.lower ?? '';
  // `The Harbour Master, Captain Ida Roe,`
  const isOffice = words[base.first]?.lower === 'the' && base.last > base.first;
  const isCalled = isName(words, base.last);
  if ((isCalled && !isOffice) || groupNouns.has(head)) return undefined;
  for (const name of roster.places.namesFrom(base.last + 1, source.last)) {
    const actor = roster.named(name.name);
    const isPerson = actor?.kind === 'PERSON' && (!isCalled || name.last > name.first);
    const isKind = isPerson || (!isCalled && actor?.kind === kindOfNoun(head));
    if (actor !== undefined && isKind && isApposed(words, name.first)) return { actor };
  }
  return undefined;
}

/** Whether nothing but titles stands between a comma and the name. */
function isApposed(words: readonly Word[], first: number): boolean {
  let at = first - 1;
  while (isTitle(words[at]) || words[at]?.text === '.') at--;
  return words[at]?.text === ',';
}

/** `The Washington Post report`, `the US paper`, `The report`: the outlet that is meant. */
export function outletOf(scene: Scene, base: Range, source: Range): Speaker | undefined {
  const { passage, roster } = scene;
  const head = passage.words[base.last];
  const isPublication =
    head !== undefined &&
    outletNouns.has(head.lower.replace(/s$/u, '')) &&
    !(base.first === base.last && head.lower.endsWith('s')) &&
    roster.body(head.lower) === undefined &&
    !/^(?:by|from|of|on|into)$/u.test(
      passage.words[base.last < source.last ? base.last + 1 : -1]?.lower ?? '',
    );
  const end = isPublication ? base.last - 1 : base.last;
  const name = nameEndingAt(scene, base.first, end);
  const named = name && roster.named(name.name);
  if (named?.kind === 'OUTLET') return { actor: named };
  if (!isPublication) return undefined;
  const meant = roster.places.outletBefore(base.first);
  // A company that publishes its own words is not whose reports it tells of.
  return meant && meant.id !== roster.publisher.id ? { actor: meant } : undefined;
}

/** The name that the phrase ends with, and what `of` adds to it. */
function nameEndingAt({ passage, roster }: Scene, first: number, last: number): Name | undefined {
  const { words, text } = passage;
  const whole = roster.places.nameBefore(last + 1);
  if (whole !== undefined && whole.last >= last) return whole;
  let from = last + 1;
  while (from > first && isCapital(words, from - 1)) from--;
  return from > last ? undefined : nameWithin(text, words, { first: from, last });
}

export function byName(scene: Scene, base: Range): Speaker | undefined {
  const { roster, passage } = scene;
  const name = nameEndingAt(scene, base.first, base.last);
  if (name === undefined) return byOffice(scene, base);
  const seat = seats[name.name.toLowerCase()];
  const actor =
    (seat === undefined ? undefined : roster.named(seat)) ??
    roster.namedAt(name) ??
    byOffice(scene, base)?.actor;
  if (actor === undefined) return undefined;
  const isThe = passage.words[base.first]?.lower === 'the' && base.last === base.first + 1;
  if (isThe && actor.kind === 'PERSON' && demonym.test(actor.name))
    return personMeant(scene, base.first);
  roster.alias(actor, wordsAt(passage, base));
  return { actor };
}

/** `The Russian president`: the person beside whose name these words stand elsewhere. */
export function byOffice({ passage, roster }: Scene, base: Range): Speaker | undefined {
  const head = passage.words[base.last];
  if (!isTitle(head) && !spokespeople.has(head?.lower ?? '')) return undefined;
  const wanted = passage.words
    .slice(base.first, base.last + 1)
    .filter(({ pos }) => pos !== 'DET')
    .map(({ lower }) => lower);
  const actor = roster.places.bearerOf(wanted, base.first);
  if (actor === undefined) return undefined;
  roster.alias(actor, wordsAt(passage, base));
  return { actor };
}
