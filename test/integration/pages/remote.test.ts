import { createClient } from '@libsql/client';
import { expect, test } from 'vitest';
import { cancellable } from '../../../db/read/cancellable.ts';
import { clientReader } from '../../../db/read/read.ts';
import { handlerOver } from '../http/open-handler.ts';
import { openPages } from './open-pages.ts';

const paths = [
  '/',
  '/claims/bridge-promised',
  '/claims/bridge-promised.jsonld',
  '/articles/bridge-story',
  '/actors/mayor',
  '/?status=DISPUTED',
  '/claims/bridge-promised/embed',
  '/claims/bridge-promised/feed.atom',
  '/feed.atom',
  '/feed.json',
];

test('pages of a record on a server are those of one in a file', async () => {
  await using near = await openPages();
  const client = createClient({ url: `file:${near.path}` });
  const remote = clientReader(client);
  const db = {
    ...near.db,
    reader: remote,
    written: remote,
    aside: () => cancellable(remote),
    isLocal: false,
  };
  await using far = handlerOver(db, {
    keptAnswers: 4_000_000,
    pages: {
      publicUrl: 'https://record.example',
      contactUrl: 'mailto:desk@record.example',
      indexing: false,
    },
  });

  for (const path of paths) {
    const there = await far.get(path);
    expect([path, there.status]).toEqual([path, 200]);
    expect(await there.text()).toBe(await (await near.get(path)).text());
  }
  client.close();
});
