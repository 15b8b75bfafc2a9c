import type { Database } from '../../../db/client.ts';
import { linkClaims } from '../../../db/commands/link-claims.ts';
import { mergeActors } from '../../../db/commands/merge-actors.ts';
import { recordActor } from '../../../db/commands/record-actor.ts';
import { recordAffiliation } from '../../../db/commands/record-affiliation.ts';
import { recordClaim } from '../../../db/commands/record-claim.ts';
import { recordStance } from '../../../db/commands/record-stance.ts';
import { gazetteReports, mayorDenies, recordHarbour } from '../../kit/harbour.ts';
import { write } from '../../kit/owner.ts';

/** By slug, the three wordings of the one claim; the first is shown. */
export const wordings = {
  'bridge-promised': 'The mayor promised a new bridge.',
  'crossing-promised': 'A crossing over the river was promised.',
  viaduct: 'A viaduct is to be built, as pledged.',
};

/** Who is shown for whom. */
const names = { gazette: 'paper', mayor: 'smith', 'council-sources': 'insiders' };

/** The harbour with one claim in three wordings, where the gazette, the mayor and a source are others, too. */
export async function recordOne(db: Database): Promise<void> {
  await recordApart(db);
  await joinAll(db);
}

/** The same before anybody judged that they are one. */
export async function recordApart(db: Database): Promise<void> {
  await recordHarbour(db);
  const outlet = { kind: 'OUTLET', aliases: ['The Weekly'] } as const;
  await write(db, recordActor, { slug: 'paper', name: 'The Paper', ...outlet });
  await write(db, recordActor, { slug: 'smith', name: 'Jane Smith', kind: 'PERSON' });
  const unnamed = { kind: 'UNNAMED_SOURCE', grantedBy: { slug: 'paper' } } as const;
  await write(db, recordActor, { slug: 'insiders', name: 'insiders', ...unnamed });
  for (const [slug, text] of Object.entries(wordings)) {
    await write(db, recordClaim, { slug, text, kind: 'FACT', language: 'en', topics: [slug] });
  }
  await write(db, recordStance, mayorDenies);
  await write(db, recordStance, { ...gazetteReports, claim: { slug: 'crossing-promised' } });
  const said = { certainty: 'PLAIN', note: 'At the desk.', claim: { slug: 'viaduct' } } as const;
  await write(db, recordStance, { ...said, actor: { slug: 'council-sources' }, kind: 'ASSERTS' });
  const speaks = { actor: { slug: 'spokeswoman' }, of: { slug: 'mayor' } };
  await write(db, recordAffiliation, { ...speaks, kind: 'SPEAKS_FOR' });
}

/** Judges that the three wordings say the same, and who is whom; tells the ids of these judgements. */
export async function joinAll(db: Database): Promise<{ links: string[]; merges: string[] }> {
  const links: string[] = [];
  for (const from of ['crossing-promised', 'viaduct']) {
    const same = {
      from: { slug: from },
      to: { slug: 'bridge-promised' },
      kind: 'SAME_AS',
    } as const;
    links.push((await write(db, linkClaims, { ...same, judgement: 'CONFIRMED' })).id);
  }
  const merges: string[] = [];
  for (const [from, into] of Object.entries(names)) {
    const ends = { from: { slug: from }, into: { slug: into } };
    merges.push((await write(db, mergeActors, { ...ends, judgement: 'CONFIRMED' })).id);
  }
  return { links, merges };
}
