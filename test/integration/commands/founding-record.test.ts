import { describe, expect, test } from 'vitest';
import { recordStance } from '../../../db/commands/record-stance.ts';
import { committedEvents } from '../../kit/committed.ts';
import { foundingRecordMissing, recordFounding } from '../../kit/founding-record.ts';
import { openRecord, type TestRecord } from '../../kit/open-record.ts';
import { write } from '../../kit/owner.ts';
import { rawRows } from '../../kit/raw-rows.ts';

interface Counted {
  readonly of: string;
  readonly count: number;
}

function counted({ path }: TestRecord, select: string): Record<string, number> {
  return Object.fromEntries(rawRows<Counted>(path, select).map(({ of, count }) => [of, count]));
}

const name =
  foundingRecordMissing === false ? 'the founding record' : `not run: ${foundingRecordMissing}`;

describe.skipIf(foundingRecordMissing !== false)(name, () => {
  test('comes to the standings that the domain guide tells', async () => {
    await using record = await openRecord();

    await recordFounding(record.db);

    expect(
      counted(record, 'select status as of, count(*) as count from claims group by 1'),
    ).toEqual({
      DISPUTED: 2,
      ASSERTED: 34,
      REPORTED: 2,
      CORROBORATED: 2,
    });
    const corroborated = rawRows(
      record.path,
      "select slug from claims where status = 'CORROBORATED' order by 1",
    );
    expect(corroborated).toEqual([{ slug: 'report-anonymous' }, { slug: 'trump-no-specifics' }]);
    const via = "select count(*) as n from standings where json_array_length(standing, '$[7]') > 0";
    expect(rawRows(record.path, via)).toEqual([{ n: 7 }]);
    const unnamed = 'select count(*) as n from claims where only_unnamed_sources';
    expect(rawRows(record.path, unnamed)).toEqual([{ n: 9 }]);
  });

  test('tells what happened in events, and publishes every claim once', async () => {
    await using record = await openRecord();

    await recordFounding(record.db);

    expect(
      counted(record, 'select type as of, count(*) as count from events group by 1'),
    ).toMatchObject({
      ACTOR_ADDED: 19,
      AFFILIATION_ADDED: 6,
      ARTICLE_ADDED: 2,
      CLAIM_RECORDED: 40,
      CLAIM_ADDED: 40,
      CLAIMS_LINKED: 11,
      STANCE_ADDED: 55,
    });
    expect(rawRows(record.path, 'select count(*) as n from evidence')).toEqual([{ n: 73 }]);
    expect(rawRows(record.path, 'select count(*) as n from claims where listed')).toEqual([
      { n: 40 },
    ]);
    expect(rawRows(record.path, 'select count(*) as n from stances where listed')).toEqual([
      { n: 55 },
    ]);
  });

  test('recorded once more it changes nothing', async () => {
    await using record = await openRecord();
    await recordFounding(record.db);
    const last = committedEvents(record.path).length;

    await recordFounding(record.db);

    expect(committedEvents(record.path, last)).toEqual([]);
    expect(rawRows(record.path, 'select count(*) as n from stances')).toEqual([{ n: 55 }]);
  });

  test('denies the call once the Post takes its report back', async () => {
    await using record = await openRecord();
    await recordFounding(record.db);
    const last = committedEvents(record.path).length;

    const { key } = await write(record.db, recordStance, {
      claim: { slug: 'call-happened' },
      actor: { slug: 'washington-post' },
      kind: 'RETRACTS',
      certainty: 'FIRM',
      saidOn: '2024-11-20',
      note: 'The paper took its report back.',
    });

    const [claim] = rawRows<{ key: number; status: string; changed: number }>(
      record.path,
      "select key, status, standing_changed_at as changed from claims where slug = 'call-happened'",
    );
    expect(claim?.status).toBe('DENIED');
    const [added, changed, ...others] = committedEvents(record.path, last);
    expect(added).toMatchObject({ type: 'STANCE_ADDED', subject: key, visibility: 'PUBLIC' });
    expect(changed).toMatchObject({
      type: 'STANDING_CHANGED',
      noun: 'claim',
      subject: claim?.key,
      payload: {
        kind: 'FACT',
        from: 'DISPUTED',
        to: 'DENIED',
        because: { noun: 'stance', key },
        causedAt: added?.at,
      },
    });
    expect(others).toEqual([]);
    expect(claim?.changed).toBe(added?.at);
  });
});
