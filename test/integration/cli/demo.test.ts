import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { expect, test, vi } from 'vitest';
import { openPlace } from './run-cli.ts';

vi.setConfig({ testTimeout: 90_000 });

test('where no server runs the demo serves a record of its own, and leaves nothing behind', async () => {
  await using place = await openPlace();
  const before = await demoFolders();
  const demo = place.start('demo', '--every', '0.05');

  const played = await demo.until('Ctrl-C ends it');
  const url = /http:\S+\/graphql/.exec(played)?.[0] ?? '';
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"query":"{ claim(by: { slug: \\"call-happened\\" }) { standing { status } } }"}',
  });
  const answer = await response.json();
  demo.process.kill('SIGINT');
  const { code } = await demo.ended();

  expect(answer).toMatchObject({ data: { claim: { standing: { status: 'DISPUTED' } } } });
  expect(code).toBe(0);
  expect((await demoFolders()).filter((folder) => !before.includes(folder))).toEqual([]);
  expect(await readdir(place.folder)).toEqual([]);
});

async function demoFolders(): Promise<string[]> {
  return (await readdir(tmpdir())).filter((name) => name.startsWith('onrecord-demo-'));
}
