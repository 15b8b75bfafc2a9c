import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { foundingRecordMissing } from '../../kit/founding-record.ts';
import { type Desk, openDesk, recordOf } from './open-desk.ts';

const skipped = foundingRecordMissing ? ` (skipped: ${foundingRecordMissing})` : '';
const files = ['000_1f50a7ff4d521347.txt', '001_1e545c5e982974f2.txt'];

interface Draft {
  readonly id: string;
  readonly kind: string;
  readonly actor: { readonly name: string };
  readonly claim: { readonly id: string };
  readonly evidence: readonly { readonly quote: string }[];
}

async function ingested(desk: Desk): Promise<readonly (readonly Draft[])[]> {
  const all: Draft[][] = [];
  for (const file of files) {
    const text = readFileSync(new URL(`../../../../shared/seeds/${file}`, import.meta.url), 'utf8');
    const [title = ''] = text.split('\n');
    const asked = {
      slug: `article-${file.slice(0, 3)}`,
      title: title.trim(),
      language: 'en',
      text,
    };
    await desk.mutate('ingestArticle', asked);
    all.push(await draftsOf(desk, asked.slug));
  }
  return all;
}

async function draftsOf(desk: Desk, slug: string): Promise<Draft[]> {
  const { data } = await desk.ask(
    `query($slug: String!) { drafts(article: { slug: $slug }, first: 100) { nodes {
      id kind actor { name } claim { id } evidence { quote }
    } } }`,
    { slug },
    'EDITOR',
  );
  const { nodes } = recordOf(data?.drafts);
  return Array.isArray(nodes) ? nodes : [];
}

function found(drafts: readonly Draft[] | undefined, kind: string, words: string): Draft {
  const draft = drafts?.find((one) => one.kind === kind && one.evidence[0]?.quote.includes(words));
  if (draft === undefined) throw new Error(`No ${kind} was drafted from “${words}”.`);
  return draft;
}

describe.skipIf(foundingRecordMissing)(`the founding articles${skipped}`, () => {
  test('report and denial of the call, accepted from the drafts, make it DISPUTED; claimAdded tells it then', async () => {
    await using desk = await openDesk();
    const added = desk.follow('subscription { claimAdded { claim { id } } }');
    const told = added.next();
    const [first, second] = await ingested(desk);
    const denial = found(second, 'DENIES', 'denied a US media report');
    const report = found(second, 'REPORTS', 'a US media report that');
    const { data: before } = await desk.ask(
      '{ claims { nodes { id } } recordEvents(first: 100, filter: { type: [CLAIM_ADDED] }) { nodes { type } } }',
      {},
      'ADMIN',
    );

    const review = { review: 'VERIFIED', reason: 'Read both.' };
    await desk.mutate('reviewStance', { stance: { id: report.id }, ...review });
    await desk.mutate('reviewStance', { stance: { id: denial.id }, ...review });

    expect(before).toEqual({ claims: { nodes: [] }, recordEvents: { nodes: [] } });
    expect(report.claim).toEqual(denial.claim);
    const { id } = denial.claim;
    expect((await told).value?.data).toEqual({ claimAdded: { claim: { id } } });
    await added.return();
    expect(await standing(desk, id)).toMatchObject({
      status: 'DISPUTED',
      sides: expect.arrayContaining([
        { actor: { name: denial.actor.name }, polarity: 'AGAINST' },
        { actor: { name: report.actor.name }, polarity: 'RELAYED' },
      ]),
    });

    // The other article denies it in other words: the claim is among the candidates, and a person decides.
    const again = found(first, 'DENIES', 'has firmly denied claims');
    expect(await candidates(desk, again)).toContainEqual({ claim: { id } });
    await desk.mutate('reviewStance', { stance: { id: again.id }, ...review, claim: { id } });
    expect(await standing(desk, id)).toMatchObject({ status: 'DISPUTED', counts: { against: 1 } });
  });
});

async function candidates(desk: Desk, { id }: Draft): Promise<unknown> {
  const { data } = await desk.ask(
    'query($id: ID!) { node(id: $id) { ... on Stance { claimCandidates(first: 5) { claim { id } } } } }',
    { id },
    'EDITOR',
  );
  return recordOf(data?.node).claimCandidates;
}

async function standing(desk: Desk, id: string): Promise<unknown> {
  const { data } = await desk.ask(
    `query($id: ID!) { node(id: $id) { ... on Claim { standing {
      status counts { against } sides { actor { name } polarity }
    } } } }`,
    { id },
  );
  return recordOf(data?.node).standing;
}
