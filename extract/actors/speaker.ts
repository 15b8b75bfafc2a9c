import type { Range, Word } from '../passage.ts';
import type { ActorKind } from './actor.ts';
import {
  governmentEndings,
  groupNouns,
  organizationEndings,
  outletNouns,
  personNouns,
  seats,
  spokespeople,
  unnamedNouns,
} from './gazetteer.ts';
import { isCapital, type Name, nameWithin } from './names.ts';
import { isTitle } from './offices.ts';
import { antecedent, isPersonal, personMeant, pronounSpeaker } from './pronoun.ts';
import { type Scene, type Speaker, wordsAt } from './scene.ts';
import { unnamedSpeaker } from './unnamed.ts';

/** The speakers that a source names; several where `and` joins them, none where nobody can be made out. */
export function speakersOf(scene: Scene, source: Range): Speaker[] {
  const { words } = scene.passage;
  const joined = conjuncts(words, source);
  if (joined.length > 1) {
    const each = joined.map((part) => oneSpeaker(scene, part));
    if (each.every((speaker) => speaker?.actor.kind === 'PERSON'))
      return each.flatMap((speaker) => speaker ?? []);
  }
  const one = oneSpeaker(scene, source);
  return one === undefined ? [] : [one];
}

function conjuncts(words: readonly Word[], { first, last }: Range): Range[] {
  const and = first + words.slice(first, last).findIndex(({ lower }) => lower === 'and');
  if (and <= first) return [{ first, last }];
  return [
    { first, last: and - 1 },
    { first: and + 1, last },
  ];
}

function oneSpeaker(scene: Scene, source: Range): Speaker | undefined {
  const { words } = scene.passage;
  const base = basePhrase(words, source);
  const head = words[base.last];
  if (head === undefined) return undefined;
  if (head.lower === 'who' || head.lower === 'which') return antecedent(scene, source.first);
  if (base.first === base.last && isPersonal(head))
    return pronounSpeaker(scene, head, source.first);
  return (
    outletOf(scene, base) ??
    byApposition(scene, source, base) ??
    (isName(words, base.last) ? byName(scene, base) : byNoun(scene, source, base))
  );
}

function isName(words: readonly Word[], at: number): boolean {
  const lower = words[at]?.lower ?? '';
  return isCapital(words, at) && !groupNouns.has(lower) && !unnamedNouns.has(lower);
}

function byNoun(scene: Scene, source: Range, base: Range): Speaker | undefined {
  const { passage, roster } = scene;
  const { words, blocks } = passage;
  const [opener, head] = [words[source.first], words[base.last]];
  if (opener === undefined || head === undefined) return undefined;
  const isDefinite = base.first === source.first && opener.lower === 'the';
  const isUnnamed = unnamedNouns.has(head.lower);
  const office = isUnnamed && !isDefinite ? undefined : byOffice(scene, base);
  if (office !== undefined) return office;
  const isText = blocks[head.block]?.kind === 'PARAGRAPH';
  if (!isText) return undefined;
  if (isUnnamed) return unnamedSpeaker(scene, source, base);
  if (groupNouns.has(head.lower) || groupNouns.has(opener.lower))
    return { actor: roster.described(wordsAt(passage, source), 'GROUP') };
  const kind = kindOfNoun(head.lower);
  const body = isDefinite && base.last === base.first + 1 ? roster.body(head.lower) : undefined;
  if (kind !== 'PERSON' && body !== undefined) return { actor: body };
  return kind && { actor: roster.described(wordsAt(passage, base), kind) };
}

/** What a source is that has an office or a trade and no name: `the mayor`, `the ministry`. */
function kindOfNoun(noun: string): ActorKind | undefined {
  if (personNouns.has(noun)) return 'PERSON';
  if (governmentEndings.has(noun)) return 'GOVERNMENT';
  return organizationEndings.has(noun) ? 'ORGANIZATION' : undefined;
}

/** The noun phrase itself, without what describes it behind: `people` of `people familiar with it`. */
function basePhrase(words: readonly Word[], { first, last }: Range): Range {
  let end = first;
  while (end < last) {
    const next = words[end + 1];
    if (next === undefined || (end > first && next.lower === 'who')) break;
    if (['PUNCT', 'ADP', 'VERB', 'SCONJ', 'AUX'].includes(next.pos)) break;
    if (next.pos === 'ADJ' && unnamedNouns.has(words[end]?.lower ?? '')) break;
    end++;
  }
  return { first, last: end };
}

/** `The mayor, Ida Roe,` and `a spokesman for Holm, Tom Hale`: the person named behind a comma. */
function byApposition({ passage, roster }: Scene, source: Range, base: Range): Speaker | undefined {
  const { words } = passage;
  if (isName(words, base.last) || groupNouns.has(words[base.last]?.lower ?? '')) return undefined;
  const { places } = roster;
  for (
    let name = places.nameFrom(base.last + 1);
    name !== undefined && name.last <= source.last;
    name = places.nameFrom(name.last + 1)
  ) {
    const actor = roster.named(name.name);
    if (actor?.kind === 'PERSON' && isApposed(words, name.first)) return { actor };
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
function outletOf(scene: Scene, base: Range): Speaker | undefined {
  const { passage, roster } = scene;
  const head = passage.words[base.last];
  const isPublication =
    head !== undefined &&
    outletNouns.has(head.lower.replace(/s$/u, '')) &&
    roster.body(head.lower) === undefined;
  const end = isPublication ? base.last - 1 : base.last;
  const name = nameEndingAt(scene, base.first, end);
  const named = name && roster.named(name.name);
  if (named?.kind === 'OUTLET') return { actor: named };
  if (!isPublication) return undefined;
  const meant = roster.places.outletBefore(base.first);
  return meant && { actor: meant };
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

function byName(scene: Scene, base: Range): Speaker | undefined {
  const { roster, passage } = scene;
  const name = nameEndingAt(scene, base.first, base.last);
  if (name === undefined) return byOffice(scene, base);
  const seat = seats[name.name.toLowerCase()];
  const actor =
    (seat === undefined ? undefined : roster.named(seat)) ??
    roster.named(name.name) ??
    byOffice(scene, base)?.actor;
  if (actor === undefined) return undefined;
  const isThe = passage.words[base.first]?.lower === 'the' && base.last === base.first + 1;
  if (isThe && actor.kind === 'PERSON' && actor.name === name.name)
    return personMeant(scene, base.first);
  roster.alias(actor, wordsAt(passage, base));
  return { actor };
}

/** `The Russian president`: the person beside whose name these words stand elsewhere. */
function byOffice({ passage, roster }: Scene, base: Range): Speaker | undefined {
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
