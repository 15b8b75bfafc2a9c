import { expect, test, vi } from 'vitest';
import { openDesk, recordOf } from '../integration/mutations/open-desk.ts';

vi.setConfig({ testTimeout: 90_000 });

const drafted = `query($slug: String!) { drafts(article: { slug: $slug }, first: 10) { nodes {
  id kind unsure saidOn actor { slug } claimCandidates { claim { slug } } evidence { mode } } } }`;

interface Drafted {
  readonly id: string;
  readonly kind: string;
  readonly unsure: string | null;
  readonly saidOn: string | null;
  readonly actor: { readonly slug: string };
  readonly claimCandidates: readonly { readonly claim: { readonly slug: string } }[];
  readonly evidence: readonly { readonly mode: string }[];
}

async function draftsOf(desk: Awaited<ReturnType<typeof openDesk>>, text: string, told = {}) {
  const input = { title: 'The ferry and the bell', text, ...told };
  const { article } = await desk.mutate('ingestArticle', input, 'article { slug }');
  const { data } = await desk.ask(drafted, { slug: recordOf(article).slug }, 'EDITOR');
  return recordOf(data?.drafts).nodes as readonly Drafted[];
}

test('114 a draft that leaves open what is denied says so, and is accepted with a claim alone', async () => {
  await using desk = await openDesk();
  const text = `Ida Roe said the ferry had sunk in May and Tom Hale said the bell was stolen.

Carl Vane denied it.`;
  const denial = (await draftsOf(desk, text)).find(({ kind }) => kind === 'DENIES');
  const judged = { stance: { id: denial?.id }, review: 'VERIFIED' };
  const slug = denial?.claimCandidates[0]?.claim.slug;

  expect(denial?.unsure).toBe('CLAIM_NOT_TOLD');
  expect(await desk.mutate('reviewStance', judged)).toMatchObject({
    code: 'CLAIM_REQUIRED',
    path: ['claim'],
  });
  const accepted = { ...judged, claim: { slug } };
  expect(await desk.mutate('reviewStance', accepted, 'stance { unsure claim { slug } }')).toEqual(
    expect.objectContaining({ stance: { unsure: null, claim: { slug } } }),
  );
});

test('115 whom the actor of a draft speaks for is on record once it is accepted', async () => {
  await using desk = await openDesk();
  const [draft] = await draftsOf(desk, 'Holm AG’s spokeswoman Ida Roe said the ferry was safe.');
  const spoken = `query($slug: String!) { actor(by: { slug: $slug }) { affiliations { nodes { kind role of { name } } } } }`;
  const affiliations = async () => {
    const { data } = await desk.ask(spoken, { slug: draft?.actor.slug }, 'EDITOR');
    return recordOf(recordOf(data?.actor).affiliations).nodes;
  };

  expect(await affiliations()).toEqual([]);
  await desk.mutate('reviewStance', { stance: { id: draft?.id }, review: 'VERIFIED' });
  expect(await affiliations()).toEqual([
    { kind: 'SPEAKS_FOR', role: 'spokeswoman', of: { name: 'Holm AG' } },
  ]);
});

test('116 narration is drafted where it is asked for, and days are told by the article’s own', async () => {
  await using desk = await openDesk();
  const text =
    'The pier opened in 1950. Ida Roe said on Tuesday that the pier was safe. Tom Hale said last Sunday that the pier cracked.';

  const dated = await draftsOf(desk, text, { publishedOn: '2025-01-01' });
  const narrated = await draftsOf(desk, text, { publishedOn: '2025-01-01', narrated: true });

  expect(dated.map(({ saidOn }) => saidOn)).toEqual(['2024-12-31', '2024-12-29']);
  const modes = narrated.flatMap(({ evidence }) => evidence.map(({ mode }) => mode));
  expect(modes.filter((mode) => mode === 'NARRATED')).toHaveLength(1);
});
