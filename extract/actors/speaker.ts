import { type Passage, type Range, spanOf, type Word } from '../passage.ts';
import type { ActorDraft, ActorKind } from './actor.ts';
import {
  governmentEndings,
  groupNouns,
  organizationEndings,
  outletNouns,
  personNouns,
  seats,
  unnamedNouns,
} from './gazetteer.ts';
import { type Name, nameWithin } from './names.ts';
import type { Roster } from './roster.ts';

/** Who stands behind the words of a source. */
export interface Speaker {
  readonly actor: ActorDraft;
  /** The outlet through which an unnamed source speaks, where it is not the publisher. */
  readonly through?: ActorDraft;
  /** That outlet only passes it on and takes no stance of its own by these words. */
  readonly isSilent?: boolean;
}

export interface Scene {
  readonly passage: Passage;
  readonly roster: Roster;
  /** The person who spoke last, for `he` and `she`. */
  readonly lastSpeaker: ActorDraft | undefined;
  /** The outlet of the chain so far, or the publisher: who grants anonymity here. */
  readonly outlet: ActorDraft;
}

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
  const { passage, roster } = scene;
  const base = basePhrase(passage.words, source);
  const head = passage.words[base.last];
  const opener = passage.words[source.first];
  if (head === undefined || opener === undefined) return undefined;
  if (head.lower === 'who' || head.lower === 'which') return antecedent(scene, source.first);
  if (base.first === base.last && isPersonal(head)) return pronoun(scene, head, source.first);
  const outlet = outletOf(scene, base);
  if (outlet !== undefined) return outlet;
  if (unnamedNouns.has(head.lower)) return unnamed(scene, source, base);
  if (head.pos === 'PROPN' && !groupNouns.has(head.lower)) return byName(scene, base);
  const office = byOffice(scene, base);
  if (office !== undefined) return office;
  if (groupNouns.has(head.lower) || groupNouns.has(opener.lower)) {
    return { actor: roster.described(wordsOf(passage, source), 'GROUP') };
  }
  const kind = kindOfNoun(head.lower);
  return kind && { actor: roster.described(wordsOf(passage, base), kind) };
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
    if (
      next.pos === 'PUNCT' ||
      next.pos === 'ADP' ||
      next.pos === 'VERB' ||
      next.pos === 'SCONJ' ||
      next.pos === 'AUX'
    )
      break;
    if (next.pos === 'ADJ' && unnamedNouns.has(words[end]?.lower ?? '')) break;
    end++;
  }
  return { first, last: end };
}

function isPersonal(word: Word): boolean {
  return /^(?:he|she|him|her|his|i|we|it|they|their|its)$/.test(word.lower);
}

function pronoun(scene: Scene, word: Word, at: number): Speaker | undefined {
  if (!/^(?:he|she|him|her|his|i)$/.test(word.lower)) return undefined;
  const actor = scene.lastSpeaker ?? personBefore(scene, at);
  return actor === undefined ? undefined : { actor };
}

/** Somebody named before, in the same paragraph. */
function personBefore({ passage, roster }: Scene, at: number): ActorDraft | undefined {
  const block = passage.words[at]?.block;
  for (
    let name = roster.places.nameBefore(at);
    name !== undefined;
    name = roster.places.nameBefore(name.first)
  ) {
    if (passage.words[name.first]?.block !== block) return undefined;
    const actor = roster.named(name.name);
    if (actor?.kind === 'PERSON') return actor;
  }
  return undefined;
}

/** `Lee, who said`: the name right before. */
function antecedent({ passage, roster }: Scene, at: number): Speaker | undefined {
  const name = roster.places.nameBefore(at);
  const isNear =
    name !== undefined &&
    name.last >= at - 3 &&
    passage.words[name.last]?.sentence === passage.words[at]?.sentence;
  const actor = isNear ? roster.named(name.name) : undefined;
  return actor && { actor };
}

/** `The Washington Post report`, `the US paper`, `The report`: the outlet that is meant. */
function outletOf(scene: Scene, base: Range): Speaker | undefined {
  const { passage, roster } = scene;
  const head = passage.words[base.last];
  const isPublication = head !== undefined && outletNouns.has(head.lower.replace(/s$/u, ''));
  const end = isPublication ? base.last - 1 : base.last;
  const name = nameEndingAt(scene, base.first, end);
  const named = name && roster.named(name.name);
  if (named?.kind === 'OUTLET') return { actor: named };
  if (!isPublication) return undefined;
  const meant = roster.places.outletBefore(base.first);
  return meant && { actor: meant };
}

function nameEndingAt({ passage }: Scene, first: number, last: number): Name | undefined {
  let from = last + 1;
  while (from > first && passage.words[from - 1]?.pos === 'PROPN') from--;
  return from > last ? undefined : nameWithin(passage.text, passage.words, { first: from, last });
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
  roster.alias(actor, wordsOf(passage, base));
  return { actor };
}

/** `The Russian president`: the person before whose name these words stand elsewhere. */
function byOffice({ passage, roster }: Scene, base: Range): Speaker | undefined {
  const wanted = passage.words
    .slice(base.first, base.last + 1)
    .filter(({ pos }) => pos !== 'DET')
    .map(({ lower }) => lower);
  const actor = roster.places.bearerOf(wanted);
  if (actor === undefined) return undefined;
  roster.alias(actor, wordsOf(passage, base));
  return { actor };
}

function unnamed(scene: Scene, source: Range, base: Range): Speaker | undefined {
  const { passage, roster, outlet } = scene;
  const office = byOffice(scene, base);
  if (
    office !== undefined &&
    base.first === source.first &&
    passage.words[source.first]?.lower === 'the'
  )
    return office;
  const through = outletWithin(roster, { first: base.last + 1, last: source.last });
  const paper =
    through ??
    (speaksToPaper(passage.words, source) ? roster.places.outletBefore(source.last) : undefined);
  const granting = paper ?? outlet;
  const actor = roster.described(wordsOf(passage, source), 'UNNAMED_SOURCE', granting);
  return paper === undefined ? { actor } : { actor, through: paper };
}

function outletWithin(roster: Roster, { first, last }: Range): ActorDraft | undefined {
  const { places } = roster;
  for (
    let name = places.nameFrom(first);
    name !== undefined && name.first <= last;
    name = places.nameFrom(name.last + 1)
  ) {
    const actor = roster.named(name.name);
    if (actor?.kind === 'OUTLET') return actor;
  }
  return undefined;
}

function speaksToPaper(words: readonly Word[], { first, last }: Range): boolean {
  return words.slice(first, last + 1).some(({ lower }) => outletNouns.has(lower));
}

function wordsOf(passage: Passage, range: Range): string {
  const { start, end } = spanOf(passage, range);
  return passage.text.slice(start, end).replace(/[\s,—–-]+$/u, '');
}
