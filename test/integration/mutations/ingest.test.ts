import { describe, expect, test } from 'vitest';
import type { Role } from '../../../db/rules/vocabulary.ts';
import { tamper } from '../../kit/tamper.ts';
import { type Desk, openDesk, recordOf } from './open-desk.ts';

const text = `Harbour waits for its bridge

The Courier reported on Monday that the council had approved a ferry, citing people familiar with the plans.

Governor Ada Reyes denied on Tuesday that the council had approved a ferry.

“The ferry is a fantasy,” Reyes said.

The minister has not said who will pay.
`;

const german =
  'Die Bürgermeisterin bestritt am Dienstag, dass sie eine neue Brücke versprochen habe. Die Fähre fahre weiter, sagte sie im Rathaus.\n';

const story = {
  title: 'Harbour waits for its bridge',
  language: 'en',
  outlet: { slug: 'gazette' },
  text,
};

interface Draft {
  readonly id: string;
  readonly slug: string;
  readonly kind: string;
  readonly review: string;
  readonly actor: { readonly slug: string; readonly name: string; readonly review: string };
  readonly claim: { readonly id: string; readonly text: string; readonly review: string };
  readonly evidence: readonly {
    readonly quote: string;
    readonly start: number;
    readonly end: number;
    readonly confidence: number | null;
    readonly extractor: string | null;
    readonly attribution: readonly { readonly slug: string }[];
  }[];
}

const drafted = `id slug kind review actor { slug name review } claim { id text review }
  evidence { quote start end confidence extractor attribution { slug } }`;

async function ingest(
  desk: Desk,
  input: object = story,
): Promise<Readonly<Record<string, unknown>>> {
  return desk.mutate('ingestArticle', input, 'drafted article { id slug }');
}

async function stancesOn(desk: Desk, review: string): Promise<readonly Draft[]> {
  const { data } = await desk.ask(
    `query($review: Review) {
      stances(first: 100, filter: { review: $review, article: { slug: "harbour-waits-for-its-bridge" } }) { nodes { ${drafted} } }
    }`,
    { review },
    'EDITOR',
  );
  return nodesIn(data?.stances);
}

async function drafts(desk: Desk): Promise<readonly Draft[]> {
  const { data } = await desk.ask(
    `{ drafts(article: { slug: "harbour-waits-for-its-bridge" }, first: 100) { nodes { ${drafted} } } }`,
    {},
    'EDITOR',
  );
  return nodesIn(data?.drafts);
}

function nodesIn(connection: unknown): readonly Draft[] {
  const { nodes } = recordOf(connection);
  return Array.isArray(nodes) ? nodes : [];
}

async function denial(desk: Desk): Promise<Draft> {
  const found = (await drafts(desk)).find(({ kind }) => kind === 'DENIES');
  if (found === undefined) throw new Error('The denial was not drafted.');
  return found;
}

describe('ingestArticle', () => {
  test('records the article and its drafts, in the words of the article', async () => {
    await using desk = await openDesk();

    const answer = await ingest(desk);

    const found = await drafts(desk);
    expect(answer).toMatchObject({ created: true, drafted: found.length });
    expect(found.length).toBeGreaterThan(2);
    for (const { review, claim, evidence } of found) {
      const [piece] = evidence;
      expect([review, claim.review, evidence.length]).toEqual(['DRAFT', 'DRAFT', 1]);
      expect(text.slice(piece?.start, piece?.end)).toBe(piece?.quote);
      expect(piece).toMatchObject({ extractor: 'rules/1', confidence: expect.any(Number) });
      expect(piece?.attribution[0]).toEqual({ slug: 'gazette' });
    }
    expect(found.map(({ evidence }) => evidence[0]?.start)).toEqual(
      found.map(({ evidence }) => evidence[0]?.start ?? 0).sort((a, b) => a - b),
    );
  });

  test('finds actors on record by a whole name, and drafts the others', async () => {
    await using desk = await openDesk();
    await desk.mutate('recordActor', {
      slug: 'reyes',
      name: 'Ada M. Reyes',
      aliases: ['Ada Reyes'],
      kind: 'PERSON',
    });

    await ingest(desk);

    const found = await drafts(desk);
    expect(found.find(({ kind }) => kind === 'DENIES')?.actor).toMatchObject({
      slug: 'reyes',
      review: 'VERIFIED',
    });
    expect(found.map(({ actor }) => actor)).toContainEqual(
      expect.objectContaining({ name: 'people familiar with the plans', review: 'DRAFT' }),
    );
  });

  test('reads odd spaces and what is unseen as nothing but spaces, and quotes them as they stand', async () => {
    const odd = text
      .replaceAll(' ', '\u2009')
      .replace('Ada\u2009Reyes', 'A\u00adda\u202fRe\u200byes')
      .replace('denied', 'den\u2060ied');
    await using plain = await openDesk();
    await using desk = await openDesk();
    for (const each of [plain, desk])
      await each.mutate('recordActor', { slug: 'reyes', name: 'Ada Reyes', kind: 'PERSON' });

    await ingest(plain);
    await ingest(desk, { ...story, text: odd });

    const said = (found: readonly Draft[]) =>
      found.map(({ actor, kind, claim }) => `${actor.slug} ${kind} ${claim.text}`);
    const found = await drafts(desk);
    expect(said(found)).toEqual(said(await drafts(plain)));
    expect(said(found)).toContainEqual(expect.stringMatching(/^reyes DENIES /));
    for (const { evidence } of found)
      expect(odd.slice(evidence[0]?.start, evidence[0]?.end)).toBe(evidence[0]?.quote);
  });

  test('makes nothing new of the same article', async () => {
    await using desk = await openDesk();
    await ingest(desk);
    const head = await desk.head();

    const again = await ingest(desk);

    expect(again).toMatchObject({ created: false, drafted: 0 });
    expect(await desk.head()).toBe(head);
  });

  test('never brings back what was rejected, not even by a new version of the extractor', async () => {
    await using desk = await openDesk();
    await ingest(desk);
    const { id, slug } = await denial(desk);
    await desk.mutate('reviewStance', {
      stance: { id },
      review: 'REJECTED',
      reason: 'Of another ferry.',
    });
    tamper(desk.path, "update evidence set extractor = 'rules/0'");

    const again = await ingest(desk);

    expect(again).toMatchObject({ created: false, drafted: 0 });
    expect((await drafts(desk)).map((draft) => draft.slug)).not.toContain(slug);
    expect((await stancesOn(desk, 'REJECTED')).map((draft) => draft.slug)).toEqual([slug]);
  });

  test('gives a text without an outlet a placeholder of its own', async () => {
    await using desk = await openDesk();
    const { outlet: _outlet, ...unpublished } = story;

    await ingest(desk, unpublished);

    const [first] = await drafts(desk);
    expect(first?.evidence[0]?.attribution[0]?.slug).toMatch(/^publisher-[0-9a-f]{12}$/);
  });

  test.each([
    ['another language', { ...story, text: german }, ['language']],
    [
      'a short text in the language that it is declared in',
      { ...story, language: 'fr', text: 'Le bac.' },
      ['language'],
    ],
    ['a language that is no tag', { ...story, language: 'en_US' }, ['language']],
    ['a text too long to be read', { ...story, text: 'Too long. '.repeat(30_001) }, ['text']],
    ['no text', { ...story, text: null, sha256: 'a'.repeat(64) }, ['text']],
    ['an extractor that is not there', { ...story, extractor: 'oracle' }, ['extractor']],
  ])('refuses %s', async (_what, input, path) => {
    await using desk = await openDesk();

    expect(await ingest(desk, input)).toMatchObject({ code: 'INPUT_INVALID', path });
  });
});

describe('the language of a text', () => {
  const selection = 'drafted notes article { language text }';

  test('is named where it is refused', async () => {
    await using desk = await openDesk();
    await ingest(desk);
    const head = await desk.head();

    const { message } = await ingest(desk, { title: 'Fähre', text: german });

    expect(message).toBe(
      'This text is German (de): only English is read. Record-only (--record-only, recordOnly) keeps the article without reading it.',
    );
    expect(await desk.head()).toBe(head);
  });

  test('is recorded with what is kept without being read', async () => {
    await using desk = await openDesk();
    const kept = { title: 'Fähre', text: german, recordOnly: true };

    const answer = await desk.mutate('ingestArticle', kept, selection);
    const again = await desk.mutate('ingestArticle', { ...kept, language: 'de-AT' }, selection);

    const article = { language: 'de', text: german };
    expect(answer).toMatchObject({ created: true, drafted: 0, notes: [], article });
    expect(again).toMatchObject({ created: false, drafted: 0, article });
  });

  test('is English where the text is, whatever is declared, and that is noted', async () => {
    await using desk = await openDesk();

    const answer = await desk.mutate('ingestArticle', { ...story, language: 'de' }, selection);

    expect(answer).toMatchObject({
      article: { language: 'en' },
      notes: ['It is declared as German (de), and its text is English (en).'],
    });
    expect(answer.drafted).toBeGreaterThan(2);
  });

  test('need not be told, and what was kept unread is read later', async () => {
    await using desk = await openDesk();
    const { language: _language, ...undeclared } = story;

    const kept = await desk.mutate('ingestArticle', { ...undeclared, recordOnly: true }, selection);
    const read = await desk.mutate('ingestArticle', undeclared, selection);

    expect(kept).toMatchObject({ created: true, drafted: 0, article: { language: 'en' } });
    expect(read).toMatchObject({ created: false, notes: [] });
    expect(read.drafted).toBeGreaterThan(2);
  });

  test('bears no limit for what is kept unread but that of the record', async () => {
    await using desk = await openDesk();

    const kept = { ...story, text: 'Too long to read. '.repeat(20_000), recordOnly: true };

    expect(await ingest(desk, kept)).toMatchObject({ created: true, drafted: 0 });
  });
});

describe('until somebody accepts a draft', () => {
  test('readers see neither it nor its claim nor the actors that it needs', async () => {
    await using desk = await openDesk();
    const before = await publicFace(desk);

    await ingest(desk);
    const { actor, claim, id } = await denial(desk);

    const { articles, events, ...after } = await publicFace(desk);
    const { articles: _articles, events: _events, ...same } = before;
    expect(after).toEqual(same);
    expect(events).toEqual(['ARTICLE_ADDED']);
    const { data } = await desk.ask(
      `query($claim: ID!, $stance: ID!, $actor: String!) {
        claim: node(id: $claim) { id } stance: node(id: $stance) { id } actor(by: { slug: $actor }) { id }
      }`,
      { claim: claim.id, stance: id, actor: actor.slug },
    );
    expect(data).toEqual({ claim: null, stance: null, actor: null });
  });

  test.each<[Role | undefined, string]>([
    [undefined, 'UNAUTHENTICATED'],
    ['READER', 'FORBIDDEN'],
  ])('drafts are refused to %s', async (role, code) => {
    await using desk = await openDesk();

    const { errors } = await desk.ask(
      '{ drafts(article: { slug: "a" }) { nodes { id } } }',
      {},
      role,
    );

    expect(errors?.[0]?.extensions.code).toBe(code);
  });
});

/** What a stranger is told. */
async function publicFace(desk: Desk) {
  const { data } = await desk.ask(`{
    actors(first: 100) { totalCount nodes { slug } }
    claims(first: 100) { totalCount nodes { slug } }
    stances(first: 100) { totalCount nodes { slug } }
    articles(first: 100) { totalCount nodes { slug } }
    search(query: "Reyes") { totalCount nodes { __typename } }
    similarClaims(text: "The council had approved a ferry.") { score }
    record { counts { actors claims stances evidence } }
    recordEvents(first: 100) { nodes { type } }
  }`);
  const { recordEvents, articles, search, ...rest } = recordOf(data);
  const { nodes } = recordOf(recordEvents);
  const types = Array.isArray(nodes) ? nodes.map((event) => String(recordOf(event).type)) : [];
  return { ...rest, articles, events: types.slice(-1) };
}

describe('reviewStance', () => {
  test('accepts a draft: its claim and actors are public, and claimAdded tells it then', async () => {
    await using desk = await openDesk();
    await ingest(desk);
    const { id, actor, claim } = await denial(desk);
    const added = desk.follow('subscription { claimAdded { claim { text } } }');
    const first = added.next();

    await desk.mutate('reviewStance', { stance: { id }, review: 'VERIFIED' });

    const { value } = await first;
    expect(value?.data).toEqual({ claimAdded: { claim: { text: claim.text } } });
    await added.return();
    const { data } = await desk.ask(
      `query($claim: ID!, $actor: String!) {
        node(id: $claim) { ... on Claim { review standing { status } } } actor(by: { slug: $actor }) { review }
        recordEvents(first: 100, filter: { type: [ACTOR_ADDED] }) { nodes { subject { ... on Actor { slug } } } }
      }`,
      { claim: claim.id, actor: actor.slug },
    );
    expect(data).toMatchObject({
      node: { review: 'VERIFIED', standing: { status: 'DENIED' } },
      actor: { review: 'VERIFIED' },
      recordEvents: { nodes: expect.arrayContaining([{ subject: { slug: actor.slug } }]) },
    });
  });

  test('accepts a draft with another claim, actor, kind, certainty and quote, and keeps what it was', async () => {
    await using desk = await openDesk();
    await ingest(desk);
    const { id, claim, evidence } = await denial(desk);
    await desk.mutate('recordClaim', {
      slug: 'ferry',
      text: 'The council approved a ferry.',
      kind: 'FACT',
      language: 'en',
    });
    const edits = {
      claim: { slug: 'ferry' },
      actor: { slug: 'mayor' },
      kind: 'QUESTIONS',
      certainty: 'HEDGED',
    };

    await desk.mutate('reviewStance', {
      stance: { id },
      review: 'VERIFIED',
      ...edits,
      quote: 'denied on Tuesday',
    });

    const [accepted] = await stancesOn(desk, 'VERIFIED');
    expect(accepted).toMatchObject({
      kind: 'QUESTIONS',
      actor: { slug: 'mayor' },
      claim: { text: 'The council approved a ferry.', review: 'VERIFIED' },
      evidence: [
        { quote: 'denied on Tuesday', attribution: [{ slug: 'gazette' }, { slug: 'mayor' }] },
      ],
    });
    const { data } = await desk.ask(
      `query($claim: ID!) {
        node(id: $claim) { ... on Claim { review } }
        recordEvents(first: 100, filter: { type: [STANCE_REVIEWED] }) { nodes { before { key value } } }
      }`,
      { claim: claim.id },
      'EDITOR',
    );
    expect(data).toMatchObject({
      node: { review: 'DRAFT' },
      recordEvents: {
        nodes: [
          {
            before: expect.arrayContaining([
              { key: 'review', value: '"DRAFT"' },
              { key: 'kind', value: '"DENIES"' },
              { key: 'claim', value: JSON.stringify(claim.id) },
              { key: 'quote', value: JSON.stringify(evidence[0]?.quote) },
            ]),
          },
        ],
      },
    });
    const told = await desk.ask(
      '{ recordEvents(first: 100, filter: { type: [STANCE_REVIEWED] }) { nodes { before { key } } } }',
    );
    expect(told.data).toEqual({ recordEvents: { nodes: [{ before: [] }] } });
  });

  test('edits nothing but drafts that are accepted', async () => {
    await using desk = await openDesk();
    await ingest(desk);
    const { id } = await denial(desk);

    const rejected = await desk.mutate('reviewStance', {
      stance: { id },
      review: 'REJECTED',
      kind: 'ASSERTS',
    });
    await desk.mutate('reviewStance', { stance: { id }, review: 'VERIFIED' });
    const verified = await desk.mutate('reviewStance', {
      stance: { id },
      review: 'VERIFIED',
      kind: 'ASSERTS',
    });
    const elsewhere = await desk.mutate('reviewStance', {
      stance: { id },
      review: 'REJECTED',
      quote: 'no such words',
    });

    for (const answer of [rejected, verified, elsewhere]) {
      expect(answer).toMatchObject({ code: 'INPUT_INVALID' });
    }
  });
});

describe('candidates', () => {
  test('are the claims and actors on record that a draft may mean', async () => {
    await using desk = await openDesk();
    await desk.mutate('recordActor', { slug: 'a-reyes', name: 'Antonia Reyes', kind: 'PERSON' });
    await desk.mutate('recordActor', { slug: 'adah', name: 'Adah Reyes', kind: 'PERSON' });
    await desk.mutate('recordActor', {
      name: 'Publisher of “What Reyes has in mind for the harbour and its old bridge” (not named)',
      kind: 'OUTLET',
    });
    await desk.mutate('recordClaim', {
      slug: 'ferry',
      text: 'The council approved the ferry.',
      kind: 'FACT',
      language: 'en',
    });
    await ingest(desk);

    const { data } = await desk.ask(
      `{ drafts(article: { slug: "harbour-waits-for-its-bridge" }) { nodes {
        kind claimCandidates(first: 20) { score claim { slug } } actorCandidates { slug }
      } } }`,
      {},
      'EDITOR',
    );

    const denies = nodesIn(data?.drafts).find(({ kind }) => kind === 'DENIES');
    const { claimCandidates, actorCandidates } = recordOf(denies);
    expect(claimCandidates).toContainEqual({ score: expect.any(Number), claim: { slug: 'ferry' } });
    // Whoever has the first name, too, comes before who has the last name alone.
    expect(actorCandidates).toEqual([{ slug: 'adah' }, { slug: 'a-reyes' }]);
  });

  test('are first what is on record, then drafts, however well these fit', async () => {
    await using desk = await openDesk();
    const claim = { kind: 'FACT', language: 'en' };
    const close = 'The council approved the ferry.';
    await desk.mutate('recordClaim', { ...claim, slug: 'draft', text: close, review: 'DRAFT' });
    await desk.mutate('recordClaim', { ...claim, slug: 'old', text: 'The council sold a ferry.' });
    await desk.mutate('recordClaim', { ...claim, slug: 'older', text: 'A council met.' });

    const { data } = await desk.ask(
      'query($text: String!) { similarClaims(text: $text) { claim { slug } } }',
      { text: close },
      'EDITOR',
    );

    const slugs = [data?.similarClaims].flat().map((one) => recordOf(recordOf(one).claim).slug);
    expect(slugs).toEqual(['old', 'older', 'draft']);
  });

  test('are not whom a draft is judged not to mean', async () => {
    await using desk = await openDesk();
    const candidates = `{ drafts(article: { slug: "harbour-waits-for-its-bridge" }) { nodes {
      kind claim { slug } actor { slug }
      claimCandidates(first: 20) { claim { slug } } actorCandidates { slug }
    } } }`;
    await desk.mutate('recordActor', { slug: 'a-reyes', name: 'Antonia Reyes', kind: 'PERSON' });
    await desk.mutate('recordClaim', {
      slug: 'ferry',
      text: 'The council approved the ferry.',
      kind: 'FACT',
      language: 'en',
    });
    await ingest(desk);
    const denial = async () => {
      const { data } = await desk.ask(candidates, {}, 'EDITOR');
      return recordOf(nodesIn(data?.drafts).find(({ kind }) => kind === 'DENIES'));
    };
    const { actor, claim } = await denial();

    const rejected = { judgement: 'REJECTED', reason: 'Read twice.' };
    const slugOf = (row: unknown) => ({ slug: recordOf(row).slug });
    const ends = { from: { slug: 'ferry' }, to: slugOf(claim) };
    await desk.mutate('mergeActors', {
      from: slugOf(actor),
      into: { slug: 'a-reyes' },
      ...rejected,
    });
    await desk.mutate('linkClaims', { ...ends, kind: 'SAME_AS', ...rejected });

    const { claimCandidates, actorCandidates } = await denial();
    expect(claimCandidates).not.toContainEqual({ claim: { slug: 'ferry' } });
    expect(actorCandidates).toEqual([]);
  });
});
