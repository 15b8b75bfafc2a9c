import { readFile, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openPlaceInProcess, type PlaceInProcess } from './in-process.ts';
import type { Running } from './run-cli.ts';

vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 });

let place: PlaceInProcess;
let server: Running;
let welcome: string;
let url: string;
let token: string;

beforeAll(async () => {
  place = await openPlaceInProcess();
  server = place.spawn('serve');
  welcome = await server.until('call-happened');
  url = /http:\S+\/graphql/.exec(welcome)?.[0] ?? '';
  token = /onr_[\w-]{43}/.exec(welcome)?.[0] ?? '';
});

afterAll(() => place?.[Symbol.asyncDispose]());

const person = (id: string) =>
  JSON.stringify({ type: 'actor', id, name: `Actor ${id}`, kind: 'PERSON' });
const header = '{"type":"record","format":"onrecord/1"}';

async function fileOf(name: string, lines: readonly string[]): Promise<string> {
  await writeFile(place.file(name), [header, ...lines, ''].join('\n'));
  return place.file(name);
}

async function ask(query: string, headers: Record<string, string> = {}): Promise<unknown> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  });
  return response.json();
}

describe('serve, with nothing configured but where to put it', () => {
  test('loads the sample record and says where to look and what to paste', async () => {
    expect(welcome).toContain('it holds the sample record now');
    expect(welcome).toContain("import { createClient } from '@onrecord/sdk';");
    expect(
      await ask('{ claim(by: { slug: "call-happened" }) { standing { status } } }'),
    ).toMatchObject({ data: { claim: { standing: { status: 'DISPUTED' } } } });
  });

  test('shows an ADMIN token that works', async () => {
    const answer = await ask('{ viewer { role } }', { authorization: `Bearer ${token}` });

    expect(answer).toMatchObject({ data: { viewer: { role: 'ADMIN' } } });
  });
});

describe('a file that differs from what is on record', () => {
  const named = (name: string, aliases: readonly string[]) =>
    JSON.stringify({ type: 'actor', id: 'warden', name, kind: 'PERSON', aliases });

  test('is told line by line, and adds through its owner what it is asked to add', async () => {
    await place.run('import', await fileOf('ours.jsonl', [named('The warden', ['W.'])]));
    const theirs = await fileOf('theirs.jsonl', [person('p-new'), named('A warden', ['Warden'])]);

    const refused = await place.run('import', theirs);
    const dry = await place.run('import', '--dry-run', '--on-conflict', 'add', theirs);
    const added = await place.run('import', '--on-conflict', 'add', '--json', theirs);

    expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('theirs.jsonl:3 name') });
    expect(dry.out).toContain('2 would be new.');
    expect(dry.out).toContain(
      'theirs.jsonl:3 actor warden: on record with another name, which stays.',
    );
    expect(JSON.parse(added.out)).toMatchObject({
      byType: { actor: { created: 2, unchanged: 0 } },
      kept: [{ line: 3, noun: 'actor', reference: 'warden', keys: ['name'] }],
    });
    expect(await ask('{ actor(by: { slug: "warden" }) { name aliases } }')).toMatchObject({
      data: { actor: { name: 'The warden', aliases: ['W.', 'Warden'] } },
    });
  });

  test('that needs several requests may name what a later one brings', async () => {
    const people = Array.from({ length: 1200 }, (_, index) => person(`late-${index}`));
    const outlet = JSON.stringify({ type: 'actor', id: 'late-post', name: 'Late', kind: 'OUTLET' });
    const source = { id: 'early-source', name: 'Somebody', kind: 'UNNAMED_SOURCE' };
    const early = JSON.stringify({ type: 'actor', ...source, grantedBy: 'late-post' });

    const { code, out } = await place.run(
      'import',
      await fileOf('late.jsonl', [early, ...people, outlet]),
    );

    expect(out).toContain('1202 are new.');
    expect(code).toBe(0);
    expect(
      await ask('{ actor(by: { slug: "early-source" }) { grantedBy { slug } } }'),
    ).toMatchObject({
      data: { actor: { grantedBy: { slug: 'late-post' } } },
    });
  });
});

describe('an export without texts', () => {
  test('comes through the owner, too', async () => {
    const whole = await place.run('export');
    const ledger = await place.run('export', '--without-texts');
    const bare = await place.run('export', '--without-quotes');

    expect(whole.out).toMatch(/"type":"article"[^\n]*"text":/);
    expect(ledger.out).not.toMatch(/"type":"article"[^\n]*"text":/);
    expect(ledger.out).toContain('"quote":');
    expect(bare.out).not.toContain('"quote":');
  });
});

describe('a command that finds the database owned', () => {
  test('imports through its owner, and changes nothing the second time', async () => {
    const file = await fileOf(
      'people.jsonl',
      Array.from({ length: 1500 }, (_, index) => person(`p-${index}`)),
    );

    const first = await place.run('import', file);
    const second = await place.run('import', file);

    expect(first).toMatchObject({ code: 0, out: expect.stringContaining('1500 are new.') });
    expect(second).toMatchObject({ code: 0, out: expect.stringContaining('Nothing changed') });
    expect(await ask('{ actor(by: { slug: "p-1499" }) { name } }')).toMatchObject({
      data: { actor: { name: 'Actor p-1499' } },
    });
  });

  test('checks all of a file before a line is written, and tells every fault with its line', async () => {
    const many = Array.from({ length: 1200 }, (_, index) => person(`q-${index}`));
    const file = await fileOf('bad.jsonl', [
      ...many,
      '{"type":"claim","id":"call-happened","text":"Another.","kind":"FACT","language":"en"}',
      '{"type":"claim","id":"fine","text":"Fine.","kind":"FACT","language":"en"}',
      '{"type":"stance","id":"s","claim":"fine","actor":"q-0","kind":"ASSERTS","certainty":"PLAIN","saidIn":"nowhere","note":"x","evidence":[]}',
    ]);

    const { code, err } = await place.run('import', file);

    expect(code).toBe(1);
    expect(err.split('\n')).toEqual([
      expect.stringMatching(
        /bad\.jsonl:1202 text: The claim call-happened is on record with another text/,
      ),
      `${file}:1204 saidIn: There is no claim nowhere on record.`,
      'Nothing was imported.',
      '',
    ]);
    expect(await ask('{ actor(by: { slug: "q-0" }) { name } }')).toMatchObject({
      data: { actor: null },
    });
  });

  test('exports, verifies and tells the status through its owner', async () => {
    const status = await place.run('status', '--json');
    const verified = await place.run('verify');
    await place.run('export', place.file('export.jsonl'));

    expect(JSON.parse(status.out)).toMatchObject({
      counts: { articles: 2 },
      tokens: [{ role: 'ADMIN' }],
    });
    expect(verified).toMatchObject({ code: 0, out: expect.stringContaining('No faults.') });
    expect(await readFile(place.file('export.jsonl'), 'utf8')).toMatch(
      /"id":"moscow-says-no".*“Pure fiction/,
    );
  });

  test('creates and revokes a token through its owner', async () => {
    const created = JSON.parse(
      (await place.run('token', 'create', '--name', 'x', '--role', 'READER', '--json')).out,
    );
    const bearer = { authorization: `Bearer ${created.token}` };

    expect(await ask('{ viewer { name role } }', bearer)).toMatchObject({
      data: { viewer: { name: 'x', role: 'READER' } },
    });
    expect((await place.run('token', 'revoke', created.id)).code).toBe(0);
    expect(await ask('{ viewer { name } }', bearer)).toHaveProperty('errors');
  });

  test('is told to wait where it wants a stopped server', async () => {
    for (const command of ['migrate', 'serve']) {
      const { code, err } = await place.run(command);
      expect(code).toBe(3);
      expect(err).toContain('Another process owns the database');
    }
  });
});

describe('from another machine', () => {
  test('a command needs the address and a token', async () => {
    const without = await place.run('status', '--url', url);
    const withToken = await place.run('status', '--url', url, '--token', token);

    expect(without).toMatchObject({ code: 1, err: expect.stringContaining('--token') });
    expect(withToken).toMatchObject({ code: 0, out: expect.stringContaining(url) });
  });

  test('a server that does not answer ends a command with 3', async () => {
    const { code, err } = await place.run('status', '--url', 'http://127.0.0.1:9/graphql');

    expect(code).toBe(3);
    expect(err).toContain('cannot be reached');
  });
});

test('the demo plays to the server that runs', async () => {
  const demo = place.start('demo', '--every', '0.05');

  const { code, out } = await demo.ended();

  expect(code).toBe(0);
  expect(out).toContain('Open in a browser:');
  expect(out).toContain('30/30');
  // The sample was there: what was played are claims of their own.
  expect(await ask('{ claims(filter: { status: DISPUTED }) { totalCount } }')).toMatchObject({
    data: { claims: { totalCount: 4 } },
  });
});

test('the demo asks before it adds to a record that holds more than the sample', async () => {
  const article = {
    type: 'article',
    id: 'ours',
    title: 'Ours',
    language: 'en',
    sha256: '0'.repeat(64),
  };
  await place.run('import', await fileOf('ours.jsonl', [JSON.stringify(article)]));

  const { code, err } = await place.run('demo', '--every', '0.05');

  expect(code).toBe(1);
  expect(err).toContain('say --yes');
});
