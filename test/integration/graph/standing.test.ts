import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../../db/client.ts';
import { recordClaim } from '../../../db/commands/record-claim.ts';
import { recordStance } from '../../../db/commands/record-stance.ts';
import { foundingRecordMissing, recordFounding } from '../../kit/founding-record.ts';
import {
  bridgePromised,
  gazetteReports,
  mayorDenies,
  quoting,
  recordHarbour,
} from '../../kit/harbour.ts';
import { write } from '../../kit/owner.ts';
import { type OpenGraph, openGraph } from './open-graph.ts';

async function recordBridge(db: Database): Promise<void> {
  await recordHarbour(db);
  await write(db, recordClaim, bridgePromised);
  await write(db, recordStance, gazetteReports);
  await write(db, recordStance, {
    claim: { slug: 'bridge-promised' },
    actor: { slug: 'council-sources' },
    kind: 'ASSERTS',
    certainty: 'PLAIN',
    saidOn: '2026-03-01',
    evidence: [quoting('plans were drawn up in March', ['gazette', 'council-sources'])],
  });
  await write(db, recordStance, { ...mayorDenies, saidOn: '2026-03-03' });
}

describe('a standing', () => {
  let graph: OpenGraph;
  beforeAll(async () => {
    graph = await openGraph(recordBridge);
  });
  afterAll(() => graph[Symbol.asyncDispose]());

  const standingAt = async (args: string, fields = 'status') => {
    const { data, errors } = await graph.ask(
      `{ claim(by: { slug: "bridge-promised" }) { standing${args} { ${fields} } } }`,
    );
    expect(errors).toBeUndefined();
    return data.claim.standing;
  };

  /** When each stance was recorded, the newest first. */
  const moments = async (): Promise<string[]> => {
    const { data } = await graph.ask('{ stances { nodes { recordedAt } } }');
    return data.stances.nodes.map(({ recordedAt }: { recordedAt: string }) => recordedAt);
  };

  test('by the record’s clock is what was on record then', async () => {
    const [denied, asserted, reported] = await moments();
    const at = (moment: string | undefined) =>
      standingAt(`(asOf: "${moment}")`, 'status rule asOf since');
    expect(await at('2001-01-01T00:00:00Z')).toEqual({
      status: 'UNADDRESSED',
      rule: 8,
      asOf: '2001-01-01T00:00:00.000Z',
      since: null,
    });
    expect(await at(reported)).toMatchObject({ status: 'REPORTED', rule: 7, since: reported });
    expect(await at(asserted)).toMatchObject({ status: 'ASSERTED', rule: 6, since: asserted });
    expect(await at(denied)).toMatchObject({ status: 'DISPUTED', rule: 1, since: denied });
  });

  test('by the speakers’ clock is what had been said by then', async () => {
    const by = (moment: string) =>
      standingAt(`(saidBy: "${moment}")`, 'status since asOf sides { actor { slug } }');
    const last = (await standingAt('', 'asOf')).asOf;
    expect(await by('2026-02-28T00:00:00Z')).toEqual({
      status: 'UNADDRESSED',
      since: null,
      asOf: last,
      sides: [],
    });
    expect(await by('2026-03-02T00:00:00Z')).toEqual({
      status: 'ASSERTED',
      since: null,
      asOf: last,
      sides: [{ actor: { slug: 'council-sources' } }],
    });
  });

  test('at the last event is the one without a moment', async () => {
    const fields = `status rule summary originCount articleCount onlyUnnamedSources since asOf
      counts { for relayed mixed none against }
      sides { actor { slug } polarity split stance { slug } spokenBy { slug } onWordOf { slug } }
      origins { slug } disputedVia { slug }`;
    const now = await standingAt('', fields);
    expect(await standingAt(`(asOf: "${now.asOf}")`, fields)).toEqual(now);
    expect(now).toMatchObject({
      status: 'DISPUTED',
      counts: { for: 1, relayed: 1, mixed: 0, none: 0, against: 1 },
      summary: expect.stringMatching(/^Denied by .*mayor/i),
      origins: [{ slug: 'council-sources' }],
      onlyUnnamedSources: true,
    });
  });

  test('shows no more sides than asked for', async () => {
    const { sides, origins } = await standingAt(
      '',
      'sides(first: 1) { polarity } origins(first: 0) { slug }',
    );
    expect(sides).toHaveLength(1);
    expect(origins).toEqual([]);
    expect(
      await graph.codeOf('{ claims { nodes { standing { sides(first: 101) { polarity } } } } }'),
    ).toBe('BAD_USER_INPUT');
  });

  test('is one statement for all claims of a page', async () => {
    await graph.ask('{ claims { nodes { standing { status since } } } }');
    expect(graph.statements).toHaveLength(2);
    expect(graph.statements[1]?.text).not.toContain('"standings"."standing"');
  });
});

const name =
  foundingRecordMissing === false
    ? 'the standing of the disputed call'
    : `not run: ${foundingRecordMissing}`;

describe.skipIf(foundingRecordMissing)(name, () => {
  test('becomes DENIED where the Post retracts, and remains DISPUTED before', async () => {
    await using graph = await openGraph(recordFounding);
    const standing = async (args = '') => {
      const { data } = await graph.ask(
        `{ claim(by: { slug: "call-happened" }) { standing${args} { status since asOf summary } } }`,
      );
      return data.claim.standing;
    };
    const before = await standing();
    expect(before.status).toBe('DISPUTED');

    await write(graph.db, recordStance, {
      claim: { slug: 'call-happened' },
      actor: { slug: 'washington-post' },
      kind: 'RETRACTS',
      certainty: 'FIRM',
      saidOn: '2024-11-20',
      note: 'What if.',
    });

    const after = await standing();
    expect(after.status).toBe('DENIED');
    expect(Date.parse(after.since)).toBeGreaterThan(Date.parse(before.asOf));
    expect(after.summary).toMatch(/retracted by The Washington Post/i);
    expect(await standing(`(asOf: "${before.asOf}")`)).toEqual(before);
    expect((await standing('(saidBy: "2024-11-19T00:00:00Z")')).status).toBe('DISPUTED');
  });
});
