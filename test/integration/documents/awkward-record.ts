import { createHash } from 'node:crypto';
import type { Database } from '../../../db/client.ts';
import { endAffiliation } from '../../../db/commands/end-affiliation.ts';
import { eraseArticleText } from '../../../db/commands/erase-article-text.ts';
import { linkClaims } from '../../../db/commands/link-claims.ts';
import { restoreArticle } from '../../../db/commands/restore-article.ts';
import { updateActor } from '../../../db/commands/update-actor.ts';
import { updateArticle } from '../../../db/commands/update-article.ts';
import { updateClaim } from '../../../db/commands/update-claim.ts';
import { updateStance } from '../../../db/commands/update-stance.ts';
import { withdrawEvidence } from '../../../db/commands/withdraw-evidence.ts';
import { createRandom, type Random } from '../../bench/record/random.ts';
import { openRecord, type TestRecord } from '../../kit/open-record.ts';
import { write } from '../../kit/owner.ts';
import type { RandomLine } from '../../kit/random-articles.ts';
import { randomRecord } from '../../kit/random-record.ts';
import { rawRows } from '../../kit/raw-rows.ts';
import { recordFiltered } from '../graph/every-filter.ts';
import { fileOf, imported } from '../interchange/files.ts';

/**
 * A random record whose texts hold whatever is hard to write as JSON, with moments before 1970 and between two seconds: all of
 * it put on record by commands, and corrected, erased and taken back by them.
 */
export async function openAwkwardRecord(seed: number): Promise<TestRecord> {
  const random = createRandom(seed);
  const record = await openRecord({ now: clockOver1970() });
  await imported(record.db, fileOf(awkwardLines(seed, random)));
  await recordFiltered(record.db);
  await correct(record, random);
  return record;
}

/** A clock that goes on whenever it is looked at, and passes from 1969 to 1970 soon. */
function clockOver1970(): () => number {
  let moment = -12_345_678;
  return () => {
    moment += 1_234_567;
    return moment;
  };
}

/** What JSON.stringify escapes, what it leaves as it is where others would not, and pairs of surrogates. */
const hard = [
  ...Array.from({ length: 31 }, (_, code) => String.fromCharCode(code + 1)),
  ...['\u2028', '\u2029', '\u007f', '\u0080', '\u0085', '\ufeff', '\uffff', '\ufffd', '\u00e9'],
  ...['"', '\\', '/', "'", '<', '%', '?', '\u{1f600}', '\u{10ffff}', '\ud7ff', '\ue000'],
];

const words =
  'harbour mayor bridge budget night council report ferry denied morning says Title What desk error Entered source again outlet'.split(
    ' ',
  );

/** Each word is spelt otherwise everywhere, and is as long as it was: what is quoted stands where it stood. */
function hardSpelling(random: Random): (text: string) => string {
  const spelt = new Map(words.map((word) => [word, respelt(word, random)]));
  const sought = new RegExp(words.join('|'), 'g');
  return (text) => text.replaceAll(sought, (word) => spelt.get(word) ?? word);
}

function respelt(word: string, random: Random): string {
  const at = 1 + random.below(word.length - 3);
  const piece = random.pick(hard);
  return word.slice(0, at) + piece + word.slice(at + piece.length);
}

const texts = new Set(['text', 'quote', 'title', 'name', 'note', 'reason', 'role', 'saidPhrase']);

function awkwardLines(seed: number, random: Random): readonly RandomLine[] {
  const spell = hardSpelling(random);
  const spelt = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') return texts.has(key) ? spell(value) : value;
    if (Array.isArray(value))
      return value.map((one) => (key === 'aliases' ? spell(one) : spelt(one, key)));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([inner, one]) => [inner, spelt(one, inner)]),
    );
  };
  return randomRecord(seed).map((line) => {
    // What is spelt otherwise is a line still.
    const own = withMore(spelt(line, '') as RandomLine, random);
    return typeof own.text === 'string' && own.type === 'article'
      ? { ...own, sha256: createHash('sha256').update(own.text, 'utf8').digest('hex') }
      : own;
  });
}

const moments = [
  '1931-05-07T04:05:06.789Z',
  '1969-12-31T23:59:59.999Z',
  '1970-01-01T00:00:00.001Z',
  '2024-03-02T01:02:03.007Z',
  '0999-12-31T12:00:00.500Z',
];

/** What random records do without, in some of the lines. */
function withMore(line: RandomLine, random: Random): RandomLine {
  const some = (keys: object): object => (random.chance(0.4) ? keys : {});
  const hardText = () => `Of ${random.pick(hard)} and ${random.pick(hard)}.`;
  const moved = (key: string): object =>
    line[key] !== undefined ? some({ [key]: random.pick(moments) }) : {};
  switch (line.type) {
    case 'actor':
      return { ...line, ...some({ description: hardText() }) };
    case 'article':
      return {
        ...line,
        ...some({ byline: hardText() }),
        ...some({ retrievedAt: random.pick(moments) }),
        ...some({ textIsPublic: true }),
        ...moved('publishedAt'),
      };
    case 'claim':
      return { ...line, ...some({ happenedFrom: '1969-12-31', happenedUntil: '2024-03-01' }) };
    case 'stance':
      return { ...line, ...moved('saidAt'), ...moved('knownBy') };
    default:
      return line;
  }
}

interface Named {
  readonly id: string;
  readonly slug: string;
}

/** What only commands do, and lines do not. */
async function correct({ db, path }: TestRecord, random: Random): Promise<void> {
  const named = (select: string): Named => random.pick(rawRows<Named>(path, select));
  const by = (table: string, where = 'true') => ({
    slug: named(`select id, slug from ${table} where ${where} order by key`).slug,
  });
  const id = (table: string, where: string) => ({
    id: named(`select id, '' as slug from ${table} where ${where} order by key`).id,
  });
  const hardText = `Corrected: ${random.pick(hard)}${random.pick(hard)}!`;
  await write(db, updateActor, { actor: by('actors'), description: hardText });
  await write(db, updateClaim, { claim: by('claims', 'withdrawn_at is null'), text: hardText });
  await write(db, updateArticle, {
    article: by('articles', 'withdrawn_at is null'),
    title: hardText,
    publishedAt: -1,
  });
  await write(db, updateStance, { stance: by('stances', 'withdrawn_at is null'), note: hardText });
  await write(db, eraseArticleText, {
    article: by('articles', "erased_at is null and slug like 'article-%'"),
    reason: hardText,
  });
  await withdraw(db, id('evidence', 'withdrawn_at is null'), hardText);
  await write(db, endAffiliation, {
    affiliation: id('affiliations', 'ended_at is null'),
    until: '2026-01-01',
  });
  await write(db, restoreArticle, { article: by('articles') });
  const [from, to] = [{ slug: 'no-toll' }, { slug: 'free-rides' }];
  await write(db, linkClaims, { from, to, kind: 'SAME_AS', judgement: 'CONFIRMED' });
}

function withdraw(db: Database, evidence: { id: string }, reason: string): Promise<unknown> {
  return write(db, withdrawEvidence, { evidence, reason });
}
