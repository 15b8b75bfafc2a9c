// Asks every operation that reads, and prints which answered.
import { createClient } from '@onrecord/sdk';

declare const process: { env: Record<string, string>; stdout: { write(text: string): void } };

const { URL: url = '' } = process.env;
const record = createClient({ url });
const { nodes } = await record.claims({ first: 1 });
const id = nodes[0]?.id ?? '';

const answers = {
  actor: await record.actor({ by: { slug: 'kremlin' } }),
  actors: await record.actors({
    orderBy: { field: 'NAME', direction: 'ASC' },
    withTotalCount: true,
  }),
  articles: await record.articles({ last: 1 }),
  article: await record.article({ by: { slug: (await record.articles()).nodes[0]?.slug ?? '' } }),
  claim: await record.claim({ by: { id }, asOf: new Date() }),
  claims: await record.claims({ orderBy: { field: 'STANDING_CHANGED_AT' } }),
  node: await record.node({ id }),
  record: await record.record(),
  recordEvents: await record.recordEvents.page({ first: 3 }),
  search: await record.search({ query: 'call', in: ['CLAIM'], withTotalCount: true }),
  stances: await record.stances({ filter: { polarity: 'AGAINST' }, withTotalCount: true }),
  viewer: await record.viewer(),
};

process.stdout.write(JSON.stringify(answers));
