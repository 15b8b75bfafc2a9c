import { expect, test } from 'vitest';
import { foundingRecordMissing, recordFounding } from '../../kit/founding-record.ts';
import { openDesk, recordOf } from '../mutations/open-desk.ts';
import { cursorNow, take } from './following.ts';

test.skipIf(foundingRecordMissing)(
  `when the Post retracts the call, standingChanged says that it is denied (${foundingRecordMissing || 'on the founding record'})`,
  async () => {
    await using desk = await openDesk();
    await recordFounding(desk.db);
    const after = await cursorNow(desk);
    const standing = `query($asOf: DateTime) {
      claim(by: { slug: "call-happened" }) { standing(asOf: $asOf) { status asOf } }
    }`;
    const before = recordOf(recordOf((await desk.ask(standing)).data?.claim).standing);

    await desk.mutate('recordStance', {
      id: 'washington-post-retracts-call',
      claim: { slug: 'call-happened' },
      actor: { slug: 'washington-post' },
      kind: 'RETRACTS',
      certainty: 'PLAIN',
      saidOn: '2024-11-20',
      note: 'A test of what would follow.',
    });
    const document = `subscription($after: String) { standingChanged(after: $after) {
      from to claim { slug standing { status } } because { ... on Stance { slug } }
    } }`;
    const [change] = await take(desk.follow(document, { after }), 1);
    const then = await desk.ask(standing, { asOf: before.asOf });

    expect(before.status).toBe('DISPUTED');
    expect(change).toEqual({
      from: 'DISPUTED',
      to: 'DENIED',
      claim: { slug: 'call-happened', standing: { status: 'DENIED' } },
      because: { slug: 'washington-post-retracts-call' },
    });
    expect(recordOf(then.data?.claim).standing).toEqual(before);
  },
);
