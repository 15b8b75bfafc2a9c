import { expectTypeOf, test } from 'vitest';
import {
  claims,
  connect,
  live,
  claim as oneClaim,
  recordStance,
} from '../../sdk/src/generated/operations.ts';
import {
  type Claim,
  type ClaimFilter,
  type ClaimMention,
  type ClaimPage,
  createClient,
  FeedError,
  type FeedState,
  type Open,
  type QuoteAmbiguous,
  type RecordStanceInput,
  type RecordStanceRefusal,
  type Refusal,
  RefusedError,
  ResponseError,
  type Stance,
  type StancePage,
  type StandingStatus,
  type TypedDocument,
} from '../../sdk/src/index.ts';

const record = createClient({ url: 'https://record.example/graphql' });
const connection = connect({ url: 'https://record.example/graphql' });
const { signal } = new AbortController();
declare const input: RecordStanceInput;

test('a page is exactly what was selected', () => {
  expectTypeOf(
    record.claims({ filter: { status: 'DISPUTED' }, first: 20 }),
  ).resolves.toEqualTypeOf<ClaimPage>();
  expectTypeOf<ClaimPage['nodes'][number]>().toEqualTypeOf<Claim>();
  expectTypeOf<Claim['standing']['status']>().toEqualTypeOf<Open<StandingStatus>>();
  expectTypeOf<Claim['happenedFrom']>().toEqualTypeOf<string | null>();
  expectTypeOf<Stance['evidence'][number]['attribution'][number]['name']>().toEqualTypeOf<string>();
});

test('what was not selected is not there', async () => {
  const { nodes } = await record.claims();
  // @ts-expect-error the schema has it, the selection does not
  nodes[0]?.articles;
  // @ts-expect-error neither has it
  nodes[0]?.truth;
});

test('an answer cannot be changed', async () => {
  const { nodes } = await record.claims();
  // @ts-expect-error answers are values
  nodes.length = 0;
});

test('a thing that may not be on record may be null', async () => {
  const claim = await record.claim({ by: { slug: 'call-happened' } });
  // @ts-expect-error it may be null
  claim.text;
  expectTypeOf(claim?.standing.sides[0]?.actor.name).toEqualTypeOf<string | undefined>();
});

test('wrong variables do not compile', () => {
  // @ts-expect-error no such filter
  record.claims({ filter: { state: 'DISPUTED' } });
  // @ts-expect-error no such status
  record.claims({ filter: { status: 'TRUE' } });
  // @ts-expect-error a number
  record.claims({ first: '20' });
  // @ts-expect-error no such variable
  record.claims({ limit: 20 });
  // @ts-expect-error it needs to know which
  record.claim();
  // @ts-expect-error by one name
  record.claim({ by: { slug: 'call-happened', id: 'claim_1' } });
  // @ts-expect-error by some name
  record.claim({ by: {} });
  // @ts-expect-error all reads forward
  record.stances.all({ last: 5 });
  // @ts-expect-error no such function variable
  claims(connection, { limit: 20 });
  // @ts-expect-error a function needs its connection
  claims({ first: 20 });
});

test('a moment may be a Date, and undefined is the same as nothing', () => {
  const none: string | undefined = undefined;
  expectTypeOf({ recordedAfter: new Date(), topic: none }).toMatchTypeOf<ClaimFilter>();
  record.claims({
    after: none,
    filter: { recordedAfter: new Date(), topic: none },
    signal: undefined,
  });
});

test('a client and its calls take what they say', () => {
  createClient({ url: '/graphql', token: async (refused) => refused ?? null, retries: 0 });
  record.claims({ retries: 5, timeoutMs: 500, signal });
  // @ts-expect-error a number
  record.claims({ retries: 'often' });
  // @ts-expect-error a token is text
  createClient({ url: '/graphql', token: () => 42 });
  // @ts-expect-error it needs to know where
  createClient({ token: 'onr_' });
});

test('a wrong input does not compile', () => {
  // @ts-expect-error a stance has a certainty
  record.recordStance({ claim: { slug: 'a' }, actor: { slug: 'b' }, kind: 'DENIES' });
  // @ts-expect-error no such kind
  record.recordStance({ ...input, kind: 'DOUBTS' });
  // @ts-expect-error options come second
  record.recordStance({ ...input, signal });
  record.recordStance(input, { signal, timeoutMs: 500 });
});

test('what an enum answers is open, what it is asked is closed', async () => {
  const claim = await record.claim({ by: { slug: 'call-happened' } });
  const status: Open<StandingStatus> | undefined = claim?.standing.status;
  // @ts-expect-error a newer server may know more kinds of claim
  record.claims({ filter: { kind: claim?.kind } });
  expectTypeOf<'DISPUTED' | 'SOMETHING_NEW'>().toExtend<NonNullable<typeof status>>();
  // @ts-expect-error the record knows no such kind
  record.claims({ filter: { kind: 'SOMETHING_NEW' } });
});

test('the lists of one thing may be lists of nothing', async () => {
  const by = { slug: 'call-happened' };
  expectTypeOf(
    record.claim.stances({ by, filter: { kind: 'DENIES' } }),
  ).resolves.toEqualTypeOf<StancePage | null>();
  for await (const stance of record.claim.stances.all({ by })) {
    expectTypeOf(stance).toEqualTypeOf<Stance>();
  }
  for await (const { stance } of record.article.evidence.all({ by })) {
    expectTypeOf(stance.claim).toEqualTypeOf<ClaimMention>();
  }
  // @ts-expect-error it needs to know whose
  record.claim.stances({ filter: { kind: 'DENIES' } });
  // @ts-expect-error articles have none
  record.claim.articles({ by, filter: { language: 'de' } });
});

test('a claim that is watched is what it is when it is read; what changes the record is not watched', async () => {
  for await (const claim of record.claim.live({ by: { slug: 'call-happened' }, signal }))
    expectTypeOf(claim).toEqualTypeOf<Awaited<ReturnType<typeof record.claim>>>();
  for await (const claim of live(oneClaim, connection, { by: { slug: 'call-happened' } }))
    expectTypeOf(claim?.standing.summary).toEqualTypeOf<string | undefined>();
  // @ts-expect-error Which claim has to be said.
  record.claim.live({ signal });
  // @ts-expect-error Nothing is recorded again and again.
  live(recordStance, connection, input);
});

test('every node of a list, one after another', async () => {
  for await (const stance of record.stances.all({ filter: { actor: { slug: 'kremlin' } } })) {
    expectTypeOf(stance).toEqualTypeOf<Stance>();
  }
  for await (const page of record.claims.live({ filter: { status: 'DISPUTED' }, signal })) {
    expectTypeOf(page).toEqualTypeOf<ClaimPage>();
  }
});

test('an outcome is narrowed by ok, its refusal by code', async () => {
  const answer = await record.recordStance.safe(input);
  // @ts-expect-error it may have been refused
  answer.stance;
  if (answer.ok) {
    expectTypeOf(answer.stance).toEqualTypeOf<Stance>();
    expectTypeOf(answer.created).toEqualTypeOf<boolean>();
    return;
  }
  expectTypeOf(answer.refusal).toEqualTypeOf<RecordStanceRefusal>();
  // @ts-expect-error not every refusal has places
  answer.refusal.places;
  if (answer.refusal.code === 'QUOTE_AMBIGUOUS') {
    expectTypeOf(answer.refusal).toEqualTypeOf<QuoteAmbiguous>();
    expectTypeOf(answer.refusal.places[0]?.start).toEqualTypeOf<number | undefined>();
  }
});

test('a change refuses what its result names, and nothing else', async () => {
  const answer = await record.withdrawStance.safe({ stance: { id: 's' }, reason: 'r' });
  if (answer.ok) return;
  // @ts-expect-error withdrawing needs no quote
  answer.refusal.code === 'QUOTE_AMBIGUOUS';
});

test('a switch over the codes can be exhaustive', () => {
  const why = (refusal: RecordStanceRefusal): string => {
    switch (refusal.code) {
      case 'QUOTE_NOT_IN_ARTICLE':
        return refusal.nearest.map(({ text }) => text).join();
      case 'QUOTE_AMBIGUOUS':
        return `${refusal.places.length}`;
      case 'NOT_ON_RECORD':
        return refusal.reference;
      case 'CONFLICT':
        return refusal.keys.join();
      case 'ATTRIBUTION_BROKEN':
        return refusal.attribution.join();
      case 'TEXT_INVALID':
        return refusal.reason;
      case 'EVIDENCE_REQUIRED':
      case 'INPUT_INVALID':
        return refusal.message;
    }
  };
  // @ts-expect-error a code is missing
  const short = (refusal: RecordStanceRefusal): string => {
    switch (refusal.code) {
      case 'CONFLICT':
        return refusal.keys.join();
    }
  };
  expectTypeOf(why).returns.toBeString();
  expectTypeOf(short).returns.toBeString();
});

test('a thrown refusal is narrowed by code', async () => {
  try {
    await record.recordStance(input);
  } catch (error) {
    if (error instanceof RefusedError) {
      expectTypeOf(error.code).toEqualTypeOf<Refusal['code']>();
      // @ts-expect-error not every refusal has places
      error.refusal.places;
      if (error.code === 'QUOTE_AMBIGUOUS') {
        expectTypeOf(error.refusal).toEqualTypeOf<QuoteAmbiguous>();
      }
    } else if (error instanceof ResponseError) {
      expectTypeOf(error.status).toBeNumber();
      // @ts-expect-error an answer that failed has no cursor
      error.cursor;
    } else if (error instanceof FeedError) {
      expectTypeOf(error.cursor).toEqualTypeOf<string | undefined>();
    }
  }
});

test('feeds tell events, with what only a checkpoint lacks', async () => {
  for await (const { claim, cursor, at } of record.claimAdded({
    after: 'c',
    filter: { kind: 'FACT' },
    signal,
  })) {
    expectTypeOf(claim).toEqualTypeOf<Claim | null>();
    expectTypeOf({ cursor, at }).toEqualTypeOf<{ cursor: string; at: string }>();
  }
  for await (const { from, to } of record.standingChanged({ filter: { to: 'DISPUTED' } })) {
    expectTypeOf({ from, to }).toEqualTypeOf<{
      from: Open<StandingStatus>;
      to: Open<StandingStatus>;
    }>();
  }
  // @ts-expect-error checkpoints are the SDK's own affair
  record.claimAdded({ checkpoints: true });
  // @ts-expect-error no such filter
  record.claimAdded({ filter: { status: 'DISPUTED' } });
});

test('the state of a feed is narrowed by its kind', () => {
  const show = (state: FeedState): string | number => {
    // @ts-expect-error it does not always wait
    state.retryInMs;
    switch (state.kind) {
      case 'connecting':
      case 'catchingUp':
      case 'live':
        return state.cursor ?? '';
      case 'waiting':
        return state.retryInMs;
      case 'ended':
        return String(state.cause);
    }
  };
  record.claimAdded({
    onState: show,
    persist: { load: () => null, save: async (cursor) => void cursor },
  });
  record.claims.live({ onState: show });
  // @ts-expect-error a list is read anew
  record.claims.live({ persist: { load: () => null, save: () => {} } });
});

test('a function of @onrecord/sdk/operations is a method with its connection first', async () => {
  expectTypeOf(claims(connection)).resolves.toEqualTypeOf<ClaimPage>();
  const answer = await recordStance.safe(connection, input);
  if (!answer.ok) expectTypeOf(answer.refusal).toEqualTypeOf<RecordStanceRefusal>();
});

test('a document of one’s own answers what its types say', () => {
  const typed = '' as string & TypedDocument<{ answer: 42 }, { by: string }>;

  expectTypeOf(record.request(typed, { by: 'x' })).resolves.toEqualTypeOf<{ answer: 42 }>();
  // @ts-expect-error it needs its variables
  record.request(typed);
  // @ts-expect-error of the right type
  record.request(typed, { by: 1 });
  expectTypeOf(record.request('{ viewer { name } }')).resolves.toBeUnknown();
  expectTypeOf(record.request<{ a: 1 }>('{ a }', { b: 1 }, { signal })).resolves.toEqualTypeOf<{
    a: 1;
  }>();
});
