import { isDeepStrictEqual } from 'node:util';
import type { Database } from '../../db/client.ts';
import type { LineSource } from '../../db/interchange/source.ts';
import { verifyRecord } from '../../db/verify/verify.ts';
import { defaultLimits } from '../../server/limits/limits.ts';
import { openHandler } from '../integration/http/open-handler.ts';
import { exported, exportFile, fileOf, imported } from '../integration/interchange/files.ts';
import { openRecord } from '../kit/open-record.ts';
import { patience } from '../kit/patience.ts';
import { randomRecord } from '../kit/random-record.ts';
import type { Run } from './run.ts';

export interface ExportsOptions {
  /** How many random records are drawn, from as many seeds. */
  readonly records: number;
  readonly tell: (progress: string) => void;
}

interface ExportsFigures {
  readonly records: number;
  readonly lines: number;
  readonly claims: number;
}

/** Random records are exported, imported into an empty database and exported again. */
export async function exports({ records, tell }: ExportsOptions): Promise<Run<ExportsFigures>> {
  const faults: string[] = [];
  let [lines, claims] = [0, 0];
  for (let seed = 1; seed <= records; seed += 1) {
    const drawn = randomRecord(seed);
    lines += drawn.length;
    claims += drawn.filter(({ type }) => type === 'claim').length;
    const found = await exportFaults(fileOf(drawn));
    faults.push(...found.map((fault) => `The record of seed ${seed}: ${fault}`));
    tell(`${seed} of ${records} records`);
  }
  return { figures: { records, lines, claims }, faults };
}

/** What an export that is imported into an empty database tells otherwise, a sentence each. */
export async function exportFaults(file: LineSource): Promise<readonly string[]> {
  await using first = await openRecord({ now: clockFrom('2026-01-01') });
  await imported(first.db, file);
  const text = await exported(first.db);
  await using second = await openRecord({ now: clockFrom('2027-01-01') });
  await imported(second.db, exportFile(text));
  const again = await imported(second.db, exportFile(text));

  const faults: string[] = [];
  if ((await exported(second.db)) !== text) faults.push('It is exported otherwise.');
  if (Object.values(again.counts).some(({ created }) => created > 0))
    faults.push('It is not on record after it was imported.');
  const [before, after] = [await toldBy(first.db), await toldBy(second.db)];
  for (const [what, told] of before) {
    if (isDeepStrictEqual(told, after.get(what))) continue;
    faults.push(`${what}: ${JSON.stringify(told)} became ${JSON.stringify(after.get(what))}`);
  }
  for (const { db } of [first, second]) {
    const { faults: found } = await verifyRecord(db);
    faults.push(...found.map(({ noun, id, what }) => `${noun} ${id}: ${what}`));
  }
  return faults;
}

/** A clock that goes on by a second whenever it is looked at. */
function clockFrom(day: string): () => number {
  let moment = Date.parse(day);
  return () => {
    moment += 1000;
    return moment;
  };
}

/** The questions below ask for all there is. */
const unlimited = { cost: 1e9, costPerMinute: 1e9, requestMs: patience.timeout };

const lists = `query {
  actors(first: 100, orderBy: { field: RECORDED_AT, direction: ASC }) {
    nodes { slug affiliations(first: 100) { nodes { of { slug } kind role } } }
  }
  articles(first: 100, orderBy: { field: RECORDED_AT, direction: ASC }) {
    nodes { slug supersedes { slug } supersededBy { slug } }
  }
  claims(first: 100, orderBy: { field: RECORDED_AT, direction: ASC }) { nodes { slug } }
  stances(first: 100, orderBy: { field: RECORDED_AT, direction: ASC }) {
    nodes { slug evidence { quote article { slug } attribution { slug } } }
  }
}`;

const claim = `query ($slug: String!) {
  claim(by: { slug: $slug }) {
    topics
    concerns { slug }
    links(first: 100) { nodes { from { slug } to { slug } kind judgement shown } }
    standing {
      status rule originCount articleCount onlyUnnamedSources
      counts { for relayed mixed none against }
      sides(first: 100) {
        actor { slug } polarity stance { slug } spokenBy { slug } onWordOf { slug } split
      }
      origins(first: 100) { slug }
      disputedVia(first: 100) { slug }
    }
  }
}`;

/** What a record tells through the graph, in an order that is part of it. */
async function toldBy(db: Database): Promise<ReadonlyMap<string, unknown>> {
  const limits = { ...defaultLimits, ...unlimited };
  await using handler = await openHandler({ db, limits });
  const ask = async (query: string, variables: object): Promise<object> => {
    const response = await handler.ask({ query, variables }, {}, { isOwner: true });
    const { data, errors } = await response.json();
    if (errors !== undefined) throw new Error(JSON.stringify(errors));
    return data;
  };
  const told = new Map<string, unknown>(Object.entries(await ask(lists, {})));
  const lines = (await exported(db)).trimEnd().split('\n');
  for (const { type, id } of lines.map((line) => JSON.parse(line))) {
    if (type === 'claim') told.set(`claim ${id}`, await ask(claim, { slug: id }));
  }
  return told;
}
