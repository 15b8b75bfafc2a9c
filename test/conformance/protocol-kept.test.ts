import { expect, test } from 'vitest';
import { openServer } from '../integration/server/open-server.ts';

const record = `mutation Record($name: String!) {
  recordActor(input: { name: $name, kind: PERSON }) { __typename }
}`;
const newest = '{ actors(first: 1) { nodes { name } } }';

test('99 an answer is as new as the last change that was answered before it was asked for', async () => {
  await using server = await openServer();
  const seen: unknown[] = [];

  for (let number = 0; number < 10; number += 1) {
    await server.askAsOwner(record, { name: `Newcomer ${number}` });
    for (let again = 0; again < 4; again += 1) {
      const { data } = await (await server.ask(newest)).json();
      seen.push([number, data.actors.nodes[0].name]);
    }
  }

  expect(seen).toEqual(seen.map((_, place) => [place >> 2, `Newcomer ${place >> 2}`]));
});
