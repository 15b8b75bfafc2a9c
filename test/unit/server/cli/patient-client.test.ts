import { expect, test } from 'vitest';
import { patientClient } from '../../../../server/cli/patient-client.ts';
import { AskAgain, type ServerClient } from '../../../../server/cli/server-client.ts';

const away: ServerClient = {
  where: 'the server',
  ask: () => Promise.reject(new AskAgain(3, 'the server is away.', { mayHaveCome: false })),
};

test('a server that stays away is given up, with what to do', async () => {
  const told: string[] = [];
  const progress = { update: () => {}, clear: () => {}, tell: (text: string) => told.push(text) };
  const { signal } = new AbortController();
  const client = patientClient(away, { signal, progress, patienceMs: 1 });

  const asking = client.ask(async () => null);

  await expect(asking).rejects.toMatchObject({
    exitCode: 3,
    message: expect.stringMatching(/away\.\n.*What was written stays.*give the command again\.$/),
  });
  expect(told).toEqual(['the server is away. Trying again for half a minute.']);
});

test('whoever stops waiting is not kept', async () => {
  const given = new AbortController();
  const progress = { update: () => {}, clear: () => {}, tell: () => given.abort() };
  const client = patientClient(away, { signal: given.signal, progress });

  await expect(client.ask(async () => null)).rejects.toMatchObject({ name: 'AbortError' });
});
