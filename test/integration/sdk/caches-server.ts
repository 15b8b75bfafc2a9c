import { recordClaim } from '../../../db/commands/record-claim.ts';
import { recordStance } from '../../../db/commands/record-stance.ts';
import { bridgePromised, gazetteReports, mayorDenies, recordHarbour } from '../../kit/harbour.ts';
import { write } from '../../kit/owner.ts';
import { type OpenServer, openServer } from '../server/open-server.ts';

/** A server with a disputed claim and six others, which tells what it is asked. */
export interface CachesServer extends OpenServer {
  readonly url: string;
  /** The operations that came, by name. */
  readonly asked: readonly string[];
  /** `fetch`, and what it asks is told. */
  readonly fetch: typeof fetch;
  /** Puts a claim of that name on record. */
  add(slug: string): Promise<void>;
  /** The town’s government joins those who deny the promise: the standing changes. */
  addDenial(): Promise<void>;
}

export async function openCachesServer(): Promise<CachesServer> {
  const server = await openServer();
  await recordHarbour(server.db);
  const asked: string[] = [];
  const add = async (slug: string) => {
    await write(server.db, recordClaim, {
      slug,
      text: `The claim ${slug}.`,
      kind: 'FACT',
      language: 'en',
      stances: [
        { actor: { slug: 'courier' }, kind: 'ASSERTS', certainty: 'PLAIN', note: 'By telephone.' },
      ],
    });
  };
  await write(server.db, recordClaim, bridgePromised);
  await write(server.db, recordStance, mayorDenies);
  await write(server.db, recordStance, gazetteReports);
  for (const slug of ['one', 'two', 'three', 'four', 'five', 'six']) await add(slug);
  return {
    ...server,
    url: server.serving.url,
    asked,
    add,
    async addDenial() {
      await write(server.db, recordStance, {
        claim: { slug: 'bridge-promised' },
        actor: { slug: 'town-hall' },
        kind: 'DENIES',
        certainty: 'PLAIN',
        note: 'By telephone.',
      });
    },
    fetch(input, init) {
      const { operationName } = JSON.parse(String(init?.body));
      asked.push(operationName);
      return fetch(input, init);
    },
  };
}
