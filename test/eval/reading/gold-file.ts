import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Certainty, StanceKind } from '../../../extract/stances/kinds.ts';

/** One word of a claim: any of `forms` will do. `[word]` may be missing, `-word` may not be there. */
export interface Term {
  readonly forms: readonly string[];
  readonly use: 'REQUIRED' | 'OPTIONAL' | 'BARRED';
}

/** One proposition, each of `variants` a way to put it. */
export interface GoldClaim {
  /** Its label in the text's gold or, without one, its words. */
  readonly name: string;
  readonly variants: readonly (readonly Term[])[];
}

/** REQUIRED is to be found; PERMITTED may be drafted; UNSURE only by who is not sure of it. */
type Demand = 'REQUIRED' | 'PERMITTED' | 'UNSURE';

export interface GoldStance {
  readonly demand: Demand;
  /** Names that the holder goes by; `@` is the publisher. */
  readonly actor: readonly string[];
  /** Those through whom it reached the article, the publisher left out. */
  readonly through: readonly (readonly string[])[];
  readonly kinds: readonly StanceKind[];
  readonly certainty?: Certainty;
  /** What the text calls the day. */
  readonly when?: string;
  readonly claim: GoldClaim;
}

/** A text of our own, and the stances that are right for it. */
export interface GoldText {
  readonly genre: string;
  readonly id: string;
  /** What it tries: `denial`, `headline`; `article` for a whole one. */
  readonly tag: string;
  readonly isKept: boolean;
  readonly publisher: string;
  readonly text: string;
  readonly stances: readonly GoldStance[];
}

const kinds =
  'ASSERTS|CONFIRMS|SUPPORTS|REPORTS|QUALIFIES|QUESTIONS|DECLINES|NO_REPLY|DENIES|OPPOSES|RETRACTS';
const stanceLine = new RegExp(
  `^(\\?{0,2}) ?(.+?) ((?:${kinds})(?:/(?:${kinds}))*)(?:\\((FIRM|PLAIN|HEDGED)\\))?(?: @(\\w+))? (.+)$`,
  'u',
);
const demands: Readonly<Record<string, Demand>> = { '': 'REQUIRED', '?': 'PERMITTED' };

/** All gold of a folder, in the order of the files' names. Those named `kept-GENRE.txt` are kept from who tunes. */
export function goldTexts(folder: string): GoldText[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .flatMap((file) => goldIn(readFileSync(join(folder, file), 'utf8'), basename(file, '.txt')));
}

/** @throws Where a line is none of the format. */
export function goldIn(file: string, name: string): GoldText[] {
  const [head = '', ...items] = file.split(/^== /mu);
  const publisher = /^publisher (.+)$/mu.exec(head)?.[1];
  if (publisher === undefined) throw new Error(`${name} tells no publisher.`);
  const isKept = name.startsWith('kept-');
  const genre = name.replace(/^kept-/u, '');
  return items.map((item) => {
    const [, id = '', tag = '', text = '', gold = ''] =
      /^(\S+) (\S+)\n([\s\S]*?)\n--\n?([\s\S]*)$/u.exec(item) ?? [];
    if (id === '') throw new Error(`${name}: ${item.slice(0, 40)} has no gold.`);
    return { genre, id, tag, isKept, publisher, text, stances: stancesIn(gold, id) };
  });
}

function stancesIn(gold: string, id: string): GoldStance[] {
  const labels = new Map<string, string>();
  const stances: GoldStance[] = [];
  for (const line of gold.split('\n').filter((each) => each.trim() !== '')) {
    const [, label, words] = /^(#\w+) = (.+)$/u.exec(line) ?? [];
    if (label !== undefined && words !== undefined) labels.set(label, words);
    else stances.push(stanceIn(line, labels, id));
  }
  return stances;
}

function stanceIn(line: string, labels: ReadonlyMap<string, string>, id: string): GoldStance {
  const [, mark = '', chain, kind, certainty, when, claim] = stanceLine.exec(line) ?? [];
  if (chain === undefined || kind === undefined || claim === undefined)
    throw new Error(`${id}: «${line}» is no line of gold.`);
  const links = chain.split(' > ').map((names) => names.split('|'));
  const [label] = /^#\w+/u.exec(claim) ?? [claim];
  const words = claim.replace(/#\w+/gu, (used) => {
    const meant = labels.get(used);
    if (meant === undefined) throw new Error(`${id}: ${used} is told nowhere above.`);
    return meant;
  });
  return {
    demand: demands[mark] ?? 'UNSURE',
    actor: links.at(-1) ?? [],
    through: links.slice(0, -1),
    kinds: kind.split('/').map((each) => each as StanceKind),
    ...(certainty === undefined ? {} : { certainty: certainty as Certainty }),
    ...(when === undefined ? {} : { when }),
    claim: goldClaim(label, words),
  };
}

/** A claim as a line of gold tells it. */
export const goldClaim = (name: string, words: string): GoldClaim => ({
  name,
  variants: words.split(' // ').map(termsIn),
});

const uses: Readonly<Record<string, Term['use']>> = { '[': 'OPTIONAL', '-': 'BARRED' };

const termsIn = (words: string): Term[] =>
  words.split(' ').map((word) => {
    const use = uses[word.charAt(0)] ?? 'REQUIRED';
    return { forms: word.replace(/^[[-]|\]$/gu, '').split('|'), use };
  });
