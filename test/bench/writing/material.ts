import Database from 'libsql';
import { createLanguage } from '../record/language.ts';
import { createRandom, type Random, zipf } from '../record/random.ts';

/** What is on record for changes to be about, and words for them. The same record gives the same, in the same order. */
export interface Material {
  readonly random: Random;
  /** A sentence that nobody has said yet. */
  sentence(words?: number): string;
  /** A text of about so many characters. */
  text(length: number): string;
  name(): string;
  topics(): readonly string[];
  /** The id of somebody who needs nobody else to say something. */
  actor(): string;
  outlet(): string;
  claim(): string;
  /** A stance of somebody who needs nobody else. */
  stance(): string;
  /** Words that stand in an article on record. */
  evidence(): EvidenceInput;
}

interface EvidenceInput {
  readonly article: { readonly id: string };
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  readonly mode: 'INDIRECT';
}

const mostOfEach = 5_000;

export function openMaterial(path: string): Material {
  const db = new Database(path, { readonly: true });
  const idsOf = (rest: string) =>
    db.prepare(`select id from ${rest} limit ${mostOfEach}`).raw(true).all().flat().map(String);
  const actors = idsOf(`actors where kind <> 'UNNAMED_SOURCE' order by key`);
  const outlets = idsOf(`actors where kind = 'OUTLET' order by key`);
  const claims = idsOf('claims where listed = 1 order by key desc');
  const stances = idsOf(
    `stances where listed = 1 and actor in (select key from actors where kind <> 'UNNAMED_SOURCE')
      order by key desc`,
  );
  const articles = db
    .prepare(`select id, text from articles where text is not null order by key desc limit 2000`)
    .raw(true)
    .all()
    .map((row) => (Array.isArray(row) ? row.map(String) : []));
  db.close();
  return materialOf({ actors, outlets, claims, stances, articles });
}

function materialOf(
  known: {
    readonly [name in 'actors' | 'outlets' | 'claims' | 'stances']: readonly string[];
  } & { readonly articles: readonly (readonly string[])[] },
): Material {
  const random = createRandom(20_270_101);
  const language = createLanguage(random);
  const topic = zipf(400, 0.8);
  const sentence = (words = 7 + random.below(12)) => `${language.sentence(random, words)}.`;
  return {
    random,
    sentence,
    text(length) {
      let text = sentence();
      while (text.length < length)
        text += `${random.chance(0.3) ? '\n\n' : ' '}${sentence(7 + random.below(14))}`;
      return text;
    },
    name: () => `${language.name(random)} ${language.name(random)}`,
    topics: () => [
      ...new Set(Array.from({ length: 1 + random.below(3) }, () => `topic-${topic(random)}`)),
    ],
    actor: () => random.pick(known.actors),
    outlet: () => random.pick(known.outlets),
    claim: () => random.pick(known.claims),
    stance: () => random.pick(known.stances),
    evidence() {
      const [id = '', text = ''] = random.pick(known.articles);
      const [first = 0, ...more] = [...text.matchAll(/[^.\n]+/g)].flatMap(({ index, 0: words }) =>
        words.trim().length > 20 ? [index + words.length - words.trimStart().length] : [],
      );
      const start = random.pick([first, ...more]);
      const end = text.indexOf('.', start);
      return { article: { id }, quote: text.slice(start, end), start, end, mode: 'INDIRECT' };
    },
  };
}
