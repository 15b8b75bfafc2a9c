import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'libsql';
import { chainAsRead } from '../../../db/rules/attribution.ts';
import { openRecord } from '../../kit/open-record.ts';
import { rawRows } from '../../kit/raw-rows.ts';

/** Who, or what, stands for each actor or claim, by their keys. */
export type StandsFor = (key: number) => number;

/** The projection of one claim's standing as it is stored, without the moments that go by the log. */
export interface StoredStanding {
  readonly claim: number;
  readonly status: string;
  readonly standing: string | null;
}

/** The standings that a file holds, by claim. */
export function storedStandings(path: string): readonly StoredStanding[] {
  return rawRows(
    path,
    'select key as claim, status, standing from claims left join standings on claim = key order by key',
  );
}

/** What is projected of each stance of a file, in the order of the record. */
export function storedStances(path: string): readonly object[] {
  return rawRows(
    path,
    `select key, counting, hearsay, carrier_retracted, effective_at, effective_basis, shown_actor, shown_claim
    from stances order by key`,
  );
}

/**
 * What is projected where the record at `base` had been told of one actor, and of one claim, from the start: no merge and
 * no SAME_AS is in it, and each name stands for whom it stands for.
 */
export async function projectedFromTheStart(
  base: string,
  { actor, claim }: { readonly actor: StandsFor; readonly claim: StandsFor },
): Promise<{ standings: readonly StoredStanding[]; stances: readonly object[] }> {
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-one-'));
  const path = join(folder, 'record.db');
  try {
    await copyFile(base, path);
    rewrite(path, { actor, claim });
    await using record = await openRecord({ copyOf: path });
    return { standings: storedStandings(record.path), stances: storedStances(record.path) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function rewrite(path: string, { actor, claim }: { actor: StandsFor; claim: StandsFor }): void {
  const file = new Sqlite(path);
  file.exec('pragma foreign_keys = 0');
  file.exec('begin');
  file.exec('delete from actor_merges');
  file.exec("delete from claim_links where kind = 'SAME_AS'");
  file.exec('update actors set shown = null');
  // One text of outlets that are one is one article; here it keeps both rows.
  file.exec('drop index articles_by_text');
  file.exec('drop index claim_links_in_force');
  const replace = (table: string, column: string, standsFor: StandsFor) => {
    const held = file.prepare(`select key, ${column} as held from ${table}`).all();
    const update = file.prepare(`update ${table} set ${column} = ? where key = ?`);
    for (const { key, held: old } of held as { key: number; held: number | null }[]) {
      if (old !== null && standsFor(old) !== old) update.run(standsFor(old), key);
    }
  };
  dropWithinOne(file, 'select key, actor as a, of_actor as b from affiliations', actor);
  dropWithinOne(file, 'select key, from_claim as a, to_claim as b from claim_links', claim);
  replace('affiliations', 'actor', actor);
  replace('affiliations', 'of_actor', actor);
  replace('actors', 'granted_by', actor);
  replace('articles', 'outlet', actor);
  replace('articles', 'shown_outlet', actor);
  replace('articles', 'credited_to', actor);
  replace('claim_links', 'from_claim', claim);
  replace('claim_links', 'to_claim', claim);
  replace('stances', 'actor', actor);
  replace('stances', 'claim', claim);
  replace('stances', 'said_in', claim);
  readChains(file, actor);
  file.exec("insert or replace into meta (name, value) values ('standings', '0')");
  file.exec('commit');
  // All of it is in the file itself, which is copied.
  file.exec('pragma journal_mode = delete');
  file.close();
}

/** Between two that are one there is nothing. */
function dropWithinOne(file: Sqlite.Database, ends: string, standsFor: StandsFor): void {
  const drop = file.prepare(`delete ${ends.slice(ends.lastIndexOf('from '))} where key = ?`);
  for (const { key, a, b } of file.prepare(ends).all() as { key: number; a: number; b: number }[]) {
    if (standsFor(a) === standsFor(b)) drop.run(key);
  }
}

function readChains(file: Sqlite.Database, actor: StandsFor): void {
  const links = file
    .prepare('select evidence, actor from attributions order by evidence, position')
    .all() as { evidence: number; actor: number }[];
  const chains = new Map<number, number[]>();
  for (const link of links) {
    chains.set(link.evidence, [...(chains.get(link.evidence) ?? []), actor(link.actor)]);
  }
  file.exec('delete from attributions');
  const insert = file.prepare(
    'insert into attributions (evidence, position, actor) values (?, ?, ?)',
  );
  for (const [evidence, chain] of chains) {
    for (const [position, link] of chainAsRead(chain).entries())
      insert.run(evidence, position, link);
  }
}
