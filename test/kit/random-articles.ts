import { createHash } from 'node:crypto';
import type { Random } from '../bench/record/random.ts';

/** A line of the interchange format. */
export type RandomLine = Readonly<Record<string, unknown>> & { readonly type: string };

/** An article of a random record, and what may be quoted from it. */
export interface RandomArticle {
  readonly line: RandomLine;
  /** Also where the line has only its hash. */
  readonly text: string;
  readonly sentences: readonly string[];
  readonly outlet: string | undefined;
  readonly creditedTo: string | undefined;
  readonly isErased: boolean;
}

const words =
  'the harbour mayor bridge budget night council report ferry pier denied met said never'
    .split(' ')
    .concat('while after two crew members of town hall closed again by morning'.split(' '));

/**
 * Articles that share stories: printed whole, with a sentence cut or another headline, by several outlets. Each may
 * supersede one other, in no order of lines, and no circle.
 */
export function randomArticles(
  random: Random,
  actors: readonly { readonly id: string; readonly kind: string }[],
): readonly RandomArticle[] {
  const outlets = actors.filter(({ kind }) => kind === 'OUTLET').map(({ id }) => id);
  const stories = Array.from({ length: 3 }, (_, story) => storyOf(random, story));
  const printed = new Set<string>();
  const articles = Array.from({ length: 6 + random.below(5) }, (_, index): RandomArticle => {
    const outlet = random.chance(0.9) ? random.pick(outlets) : undefined;
    const creditedTo = random.chance(0.3) ? random.pick(outlets) : undefined;
    const whole = random.pick(stories);
    const cut = random.below(2 * whole.length);
    const sentences = whole.filter((_sentence, place) => place !== cut);
    const isReprint = random.chance(0.5) && !printed.has(`${outlet} ${sentences.join(' ')}`);
    const text = `${isReprint ? '' : `Headline ${index}. `}${sentences.join(' ')}`;
    printed.add(`${outlet} ${text}`);
    const isErased = random.chance(0.05);
    const line = articleLine(random, {
      id: `article-${index}`,
      outlet,
      creditedTo,
      text,
      isErased,
    });
    return { line, text, sentences, outlet, creditedTo, isErased };
  });
  return shuffled(random, withVersions(random, articles));
}

/** Sentences that stand nowhere else, of nine words or more each. */
function storyOf(random: Random, story: number): readonly string[] {
  return Array.from({ length: 6 }, (_, sentence) => {
    const said = Array.from({ length: 8 + random.below(6) }, () => random.pick(words));
    return `${said.join(' ')} in ${story}${sentence}.`;
  });
}

function articleLine(
  random: Random,
  {
    text,
    isErased,
    ...told
  }: {
    readonly id: string;
    readonly outlet: string | undefined;
    readonly creditedTo: string | undefined;
    readonly text: string;
    readonly isErased: boolean;
  },
): RandomLine {
  const hasText = !isErased && random.chance(0.9);
  return {
    type: 'article',
    ...told,
    title: `Title of ${told.id}`,
    language: 'en',
    ...(random.chance(0.6) && { publishedAt: randomMoment(random) }),
    ...(random.chance(0.2) && { url: `https://paper.example/${random.below(4)}` }),
    sha256: createHash('sha256').update(text, 'utf8').digest('hex'),
    ...(random.chance(0.1) && { withdrawn: { reason: 'An impostor.' } }),
    ...(isErased && { erased: { reason: 'A court order.' } }),
    ...(hasText && { text }),
  };
}

function withVersions(random: Random, articles: readonly RandomArticle[]): RandomArticle[] {
  return articles.map((article, index) => {
    const older = articles.slice(0, index).filter(({ outlet }) => outlet === article.outlet);
    if (older.length === 0 || random.chance(0.5)) return article;
    return { ...article, line: { ...article.line, supersedes: random.pick(older).line.id } };
  });
}

export function shuffled<T>(random: Random, all: readonly T[]): T[] {
  const left = [...all];
  return all.flatMap(() => left.splice(random.below(left.length), 1));
}

/** A day of a few, so that many are equal. */
export function randomDay(random: Random): string {
  return `2024-03-0${1 + random.below(5)}`;
}

export function randomMoment(random: Random): string {
  return `${randomDay(random)}T0${random.below(4)}:00:00.000Z`;
}
