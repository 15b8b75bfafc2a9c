import { actorKinds, certainties, evidenceModes, stanceKinds } from '../../db/rules/vocabulary.ts';
import { createRandom, type Random } from '../bench/record/random.ts';
import {
  type RandomArticle,
  type RandomLine,
  randomArticles,
  randomDay,
  randomMoment,
  shuffled,
} from './random-articles.ts';

interface RandomActor {
  readonly id: string;
  readonly kind: (typeof actorKinds)[number];
  readonly grantedBy?: string;
}

const reason = { reason: 'Entered in error.' };

/**
 * The lines of a record that may be imported, without the one that names the format; the same for the same seed. Within
 * a type they stand in no order of their names, and some name a later line. There are stances without a day, days and
 * moments that are equal, merges, links, versions, reprints, drafts, and whatever may be withdrawn or revoked.
 */
export function randomRecord(seed: number): readonly RandomLine[] {
  const random = createRandom(seed);
  const actors = shuffled(random, randomActors(random));
  const articles = randomArticles(random, actors);
  const claims = Array.from({ length: 5 + random.below(6) }, (_, index) => `claim-${index}`);
  return [
    ...actors.map((actor) => actorLine(random, actor)),
    ...affiliationLines(random, actors),
    ...articles.map(({ line }) => line),
    ...shuffled(random, claims).map((id) => claimLine(random, id, actors)),
    ...shuffled(random, linkLines(random, claims)).flat(),
    ...mergeLines(random, actors),
    ...shuffled(random, stanceLines(random, { actors, articles, claims })),
  ];
}

/** What is there in one of so many cases. */
function sometimes<T extends object>(random: Random, probability: number, keys: T): T | object {
  return random.chance(probability) ? keys : {};
}

function randomActors(random: Random): RandomActor[] {
  const named = [...actorKinds, 'OUTLET', 'OUTLET', 'PERSON', 'PERSON', 'PERSON', 'ORGANIZATION']
    .filter((kind) => kind !== 'UNNAMED_SOURCE')
    .map((kind, index) => ({ id: `${kind.toLowerCase()}-${index}`, kind }) as RandomActor);
  const outlets = named.filter(({ kind }) => kind === 'OUTLET');
  const unnamed = Array.from({ length: 3 }, (_, index): RandomActor => {
    return { id: `source-${index}`, kind: 'UNNAMED_SOURCE', grantedBy: random.pick(outlets).id };
  });
  return [...named, ...unnamed];
}

function actorLine(random: Random, actor: RandomActor): RandomLine {
  const { id, kind } = actor;
  return {
    type: 'actor',
    ...actor,
    name: `The ${id}`,
    ...sometimes(random, 0.3, { aliases: [`${id} again`] }),
    ...sometimes(random, kind === 'PERSON' ? 0.2 : 0, { review: 'DRAFT' }),
  };
}

function affiliationLines(random: Random, actors: readonly RandomActor[]): RandomLine[] {
  const named = actors.filter(({ kind }) => kind !== 'UNNAMED_SOURCE');
  return Array.from({ length: 6 }, (_, index) => {
    const actor = random.pick(named);
    const of = random.pick(named.filter((other) => other !== actor));
    return {
      type: 'affiliation',
      actor: actor.id,
      of: of.id,
      kind: random.pick(['SPEAKS_FOR', 'SPEAKS_FOR', 'MEMBER_OF', 'PART_OF', 'OWNED_BY']),
      role: `Role ${index}`,
      ...sometimes(random, 0.3, { from: '2024-03-02' }),
      ...sometimes(random, 0.3, { until: '2024-03-04' }),
    };
  });
}

function claimLine(random: Random, id: string, actors: readonly RandomActor[]): RandomLine {
  const concerned = shuffled(random, actors).slice(0, 1 + random.below(3));
  return {
    type: 'claim',
    id,
    text: `What ${id} says is so.`,
    kind: random.pick(['FACT', 'POSITION', 'COMMITMENT']),
    language: 'en',
    ...sometimes(random, 0.5, { topics: [random.pick(['harbour', 'budget', 'bridge'])] }),
    ...sometimes(random, 0.5, { concerns: concerned.map((actor) => actor.id) }),
    ...sometimes(random, 0.2, { review: 'DRAFT' }),
    ...sometimes(random, 0.1, { withdrawn: reason }),
  };
}

/** Links, some of them made anew after they were revoked. No claim is one with another that it contradicts. */
function linkLines(random: Random, claims: readonly string[]): RandomLine[][] {
  const pairs = claims.flatMap((from, index) =>
    claims.slice(index + 1).map((to, further) => ({ from, to, isEven: further % 2 === 1 })),
  );
  const chosen = shuffled(random, pairs).slice(0, claims.length + 2);
  return chosen.map(({ isEven, ...pair }) => {
    // Claims whose numbers are an even number apart may be one.
    const kind = isEven ? random.pick(['SAME_AS', 'PRESUPPOSES', 'ABOUT']) : random.pick(others);
    const [from, to] = random.chance(0.5) ? [pair.from, pair.to] : [pair.to, pair.from];
    const shown = kind === 'SAME_AS' ? sometimes(random, 0.5, { shown: random.pick(ends) }) : {};
    const judgement = random.chance(0.8) ? 'CONFIRMED' : 'SUGGESTED';
    const line = { type: 'claimLink', from, to, kind, judgement, ...shown };
    return judgedAgain(random, line);
  });
}

const others = ['PRESUPPOSES', 'PRESUPPOSES', 'CONTRADICTS', 'ENTAILS'];
const ends = ['FROM', 'TO'];

function judgedAgain(random: Random, line: RandomLine): RandomLine[] {
  if (random.chance(0.7)) return [line];
  const revoked = { ...line, revoked: reason };
  return random.chance(0.5) ? [revoked] : [revoked, line];
}

/** Merges within a kind: each actor into one that stands before it, so that there is no circle. */
function mergeLines(random: Random, actors: readonly RandomActor[]): RandomLine[] {
  const merges = actors.flatMap((actor, index) => {
    const before = actors.slice(0, index).filter(({ kind }) => kind === actor.kind);
    if (before.length === 0 || random.chance(0.6)) return [];
    const judgement = random.chance(0.8) ? 'CONFIRMED' : 'SUGGESTED';
    const into = random.pick(before).id;
    return [judgedAgain(random, { type: 'actorMerge', from: actor.id, into, judgement })];
  });
  return shuffled(random, merges).flat();
}

interface Scene {
  readonly actors: readonly RandomActor[];
  readonly articles: readonly RandomArticle[];
  readonly claims: readonly string[];
}

function stanceLines(random: Random, scene: Scene): RandomLine[] {
  const { actors, claims } = scene;
  return Array.from({ length: 20 + random.below(20) }, (_, index) => {
    const actor = random.pick(actors);
    const pieces = random.below(4);
    return {
      type: 'stance',
      id: `stance-${index}`,
      // Most are on few claims, so that these have much to decide.
      claim: random.pick(random.chance(0.6) ? claims.slice(0, 3) : claims),
      actor: actor.id,
      kind: random.pick([...stanceKinds, 'ASSERTS', 'ASSERTS', 'CONFIRMS', 'SUPPORTS']),
      certainty: random.pick(certainties),
      ...timeOf(random),
      ...sometimes(random, 0.1, { saidPhrase: 'on Monday' }),
      ...sometimes(random, 0.1, { saidIn: random.pick(claims) }),
      ...(pieces === 0 && { note: 'Said at the desk.' }),
      ...sometimes(random, 0.1, { review: 'DRAFT' }),
      ...sometimes(random, 0.1, { withdrawn: reason }),
      evidence: Array.from({ length: pieces }, () => evidenceOf(random, actor, scene)),
    };
  });
}

/** When it was said: by a moment, a day, both or neither. */
function timeOf(random: Random): object {
  const isDated = random.chance(0.5);
  return {
    ...sometimes(random, isDated ? 0.5 : 0, { saidAt: randomMoment(random) }),
    ...sometimes(random, isDated ? 0.7 : 0, { saidOn: randomDay(random) }),
    ...sometimes(random, isDated ? 0 : 0.3, { knownBy: randomMoment(random) }),
  };
}

function evidenceOf(random: Random, holder: RandomActor, { actors, articles }: Scene): object {
  const article = random.pick(articles);
  const quote = random.pick(article.sentences);
  const start = article.text.indexOf(quote);
  return {
    article: article.line.id,
    ...(!article.isErased && { quote }),
    start,
    end: start + quote.length,
    mode: random.pick(evidenceModes),
    attribution: chainOf(random, { holder, article, actors }),
    ...sometimes(random, 0.1, { confidence: 0.25 }),
    ...sometimes(random, 0.1, { withdrawn: reason }),
  };
}

/** A chain from the publisher, its placeholder or the agency to the holder, that names nobody twice. */
function chainOf(
  random: Random,
  {
    holder,
    article,
    actors,
  }: Pick<Scene, 'actors'> & { readonly holder: RandomActor; readonly article: RandomArticle },
): readonly string[] {
  const { outlet, creditedTo } = article;
  const starts = actors.filter(({ id, kind, grantedBy }) => {
    if (id === creditedTo) return true;
    if (outlet === undefined) return kind === 'OUTLET' || kind === 'UNNAMED_SOURCE';
    return id === outlet || grantedBy === outlet;
  });
  const [start] = random.chance(0.7) && outlet !== undefined ? [outlet] : [random.pick(starts).id];
  if (start === holder.id || holder.id === outlet) return [holder.id];
  const between = shuffled(random, actors).filter(({ id }) => id !== start && id !== holder.id);
  const passing = between.slice(0, random.pick([0, 0, 1, 2])).map(({ id }) => id);
  return [start, ...passing, holder.id];
}
