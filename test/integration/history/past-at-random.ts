import { endAffiliation } from '../../../db/commands/end-affiliation.ts';
import { recordAffiliation } from '../../../db/commands/record-affiliation.ts';
import { recordStance } from '../../../db/commands/record-stance.ts';
import { restoreArticle } from '../../../db/commands/restore-article.ts';
import { reviewStance } from '../../../db/commands/review-stance.ts';
import { updateActor } from '../../../db/commands/update-actor.ts';
import { updateArticle } from '../../../db/commands/update-article.ts';
import { updateClaim } from '../../../db/commands/update-claim.ts';
import { updateStance } from '../../../db/commands/update-stance.ts';
import { withdrawArticle } from '../../../db/commands/withdraw-article.ts';
import { withdrawClaim } from '../../../db/commands/withdraw-claim.ts';
import { withdrawEvidence } from '../../../db/commands/withdraw-evidence.ts';
import { withdrawStance } from '../../../db/commands/withdraw-stance.ts';
import { RecordError } from '../../../db/rules/errors.ts';
import { stanceKinds } from '../../../db/rules/vocabulary.ts';
import { createRandom, type Random } from '../../bench/record/random.ts';
import { write } from '../../kit/owner.ts';
import { randomRecord } from '../../kit/random-record.ts';
import { rawRows } from '../../kit/raw-rows.ts';
import { Merger } from '../identity/merging.ts';
import { fileOf, imported } from '../interchange/files.ts';
import { type Desk, openDesk, recordOf } from '../mutations/open-desk.ts';
import { answersOf, pastQuestions, pastSearches, searchesOfNow } from './past-questions.ts';

export interface PastOptions {
  readonly seed: number;
  /** How many changes are made, and are looked back at. */
  readonly changes: number;
}

/**
 * A random record that is changed at random, and asked everything after each change: what is answered otherwise when it is asked
 * as of that moment, in the end.
 */
export async function pastAtRandom({ seed, changes }: PastOptions) {
  const lines = randomRecord(seed);
  const half = lines.findIndex(({ type }) => type === 'stance') + 10;
  await using desk = await openDesk(async (db) => {
    await imported(db, fileOf(lines.slice(0, half)));
  });
  const random = createRandom(seed);
  const merger = new Merger(desk, random);
  const some = (table: string, count: number) => {
    const rows = rawRows<{ slug: string }>(desk.path, `select slug from ${table} order by key`);
    return Array.from({ length: count }, () => random.pick(rows).slug);
  };
  const questions = pastQuestions({
    actors: some('actors', 4),
    articles: some('articles', 2),
    claims: some('claims', 3),
    at: lastMoment(desk),
  });
  const faults: string[] = [];
  const ask = async () => {
    const at = lastMoment(desk);
    faults.push(...(await unlikeNow(desk, at)));
    const searches = await answersOf(desk, pastSearches, at);
    return { at, answers: [...(await answersOf(desk, questions, null)), ...searches] };
  };
  const asked = [await ask()];
  await imported(desk.db, fileOf(lines.slice(half)));
  for (let step = 0, tries = 0; step < changes && tries < 20 * changes; tries += 1) {
    if (random.chance(0.3)) await merger.step();
    else await change(desk, random, tries);
    const at = lastMoment(desk);
    if (at === asked.at(-1)?.at) continue;
    step += 1;
    asked.push(await ask());
  }
  const all = [...questions, ...pastSearches];
  const distinct = new Set(asked.flatMap(({ answers }) => answers.slice(0, questions.length)));
  const finds = new Set(asked.flatMap(({ answers }) => answers.slice(questions.length)));
  for (const { at, answers } of asked) {
    const again = await answersOf(desk, all, at);
    for (const [index, answer] of answers.entries()) {
      if (again[index] === answer) continue;
      faults.push(`As of ${at}, ${all[index]}\n  was ${answer}\n  is ${again[index]}`);
    }
  }
  const counts = {
    ...{ moments: asked.length, questions: questions.length, answers: distinct.size },
    ...{ searches: pastSearches.length, finds: finds.size },
  };
  return { faults, counts };
}

/** What a search finds otherwise as of the present moment than without one, but for the order. */
async function unlikeNow(desk: Desk, at: string): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const question of searchesOfNow) {
    const { data } = await desk.ask(question, { at });
    const [now, then] = ['now', 'then'].map((name) => {
      const { matched, nodes, totalCount } = recordOf(recordOf(data)[name]);
      if (!Array.isArray(nodes)) throw new TypeError('A page has nodes.');
      const slugs = nodes.map((node) => recordOf(node).slug).sort();
      return JSON.stringify([matched, totalCount, ...slugs]);
    });
    if (now !== then) faults.push(`At ${at}, ${question}\n  finds ${now}\n  then  ${then}`);
  }
  return faults;
}

function lastMoment({ path }: Desk): string {
  const [last] = rawRows<{ at: number }>(path, 'select max(at) as at from events');
  return new Date(last?.at ?? 0).toISOString();
}

/** Changes one thing; what is refused changes nothing. */
async function change({ db, path }: Desk, random: Random, step: number): Promise<void> {
  const one = (table: string, where = '1 = 1') => {
    const rows = rawRows<{ slug: string }>(
      path,
      `select slug from ${table} where ${where} order by key`,
    );
    return { slug: rows.length === 0 ? 'nothing' : random.pick(rows).slug };
  };
  const byId = (table: string) => ({
    id: random.pick(rawRows<{ id: string }>(path, `select id from ${table} order by key`)).id,
  });
  const day = `2024-03-${String(1 + random.below(9)).padStart(2, '0')}`;
  const reason = 'Entered in error.';
  const does = random.pick([
    () =>
      write(db, recordStance, {
        slug: `said-${step}`,
        ...{ claim: one('claims'), actor: one('actors'), kind: random.pick(stanceKinds) },
        ...{ certainty: 'PLAIN', saidOn: day, note: 'At the desk.' },
      }),
    () => write(db, withdrawStance, { stance: one('stances'), reason }),
    () => write(db, withdrawEvidence, { evidence: byId('evidence'), reason }),
    () => write(db, updateStance, { stance: one('stances'), saidOn: day }),
    () =>
      write(db, reviewStance, { stance: one('stances', "review = 'DRAFT'"), review: 'VERIFIED' }),
    () =>
      write(db, recordAffiliation, { actor: one('actors'), of: one('actors'), kind: 'SPEAKS_FOR' }),
    () => write(db, endAffiliation, { affiliation: byId('affiliations'), until: day }),
    () =>
      write(db, updateClaim, { claim: one('claims'), concerns: [one('actors'), one('actors')] }),
    () =>
      write(db, updateClaim, {
        claim: one('claims'),
        text: `In other words, ${step}.`,
        topics: ['harbour'],
      }),
    () => write(db, updateClaim, { claim: one('claims'), happenedFrom: day }),
    () => write(db, withdrawClaim, { claim: one('claims'), reason }),
    () =>
      write(db, updateActor, {
        actor: one('actors'),
        name: `Name ${step}`,
        aliases: [`Alias ${step}`],
      }),
    () =>
      write(db, updateArticle, {
        article: one('articles'),
        title: `Title ${step}`,
        publishedOn: day,
      }),
    () => write(db, updateArticle, { article: one('articles'), creditedTo: one('actors') }),
    () => write(db, withdrawArticle, { article: one('articles'), reason }),
    () => write(db, restoreArticle, { article: one('articles', 'withdrawn_at is not null') }),
  ]);
  await does().catch((error: unknown) => {
    if (!(error instanceof RecordError)) throw error;
  });
}
