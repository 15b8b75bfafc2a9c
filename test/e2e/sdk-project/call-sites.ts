// Every call of the README, as a stranger's program makes it. Prints what it found as JSON.
import {
  createClient,
  FeedError,
  type RecordStanceInput,
  RefusedError,
  type TypedDocument,
} from '@onrecord/sdk';
import { ClaimDocument } from '@onrecord/sdk/documents';
import { connect, claims as readClaims, recordStance, stances } from '@onrecord/sdk/operations';

declare const process: { env: Record<string, string>; stdout: { write(text: string): void } };

const { URL: url = '', TOKEN: token = '' } = process.env;
const timeoutMs = 10_000;
const record = createClient({ url, token, fetch, timeoutMs });
const found: Record<string, unknown> = {};

const { nodes, pageInfo } = await record.claims({ filter: { status: 'DISPUTED' }, first: 20 });
found.disputed = nodes.map(({ slug }) => slug);
found.hasNextPage = pageInfo.hasNextPage;
found.total = (await record.claims({ first: 1, withTotalCount: true })).totalCount;

const claim = await record.claim({ by: { slug: 'call-happened' } });
found.status = claim?.standing.status;
found.summary = claim?.standing.summary;
found.words = claim?.stances.nodes.flatMap(({ evidence }) => evidence.map(({ quote }) => quote));
found.unknown = await record.claim({ by: { slug: 'no-such-claim' } });

const kinds: string[] = [];
for await (const stance of record.stances.all({
  filter: { actor: { slug: 'kremlin' } },
  first: 1,
})) {
  kinds.push(stance.kind);
}
found.kinds = kinds;

const input: RecordStanceInput = {
  slug: 'a-call-site',
  claim: { slug: 'call-happened' },
  actor: { slug: 'kremlin' },
  kind: 'DENIES',
  certainty: 'FIRM',
  note: 'Said by telephone.',
};
const { stance, created } = await record.recordStance(input);
found.recorded = [stance.actor.slug, stance.claim.slug, created];

try {
  await record.recordStance({ ...input, slug: 'another', claim: { slug: 'no-such-claim' } });
} catch (error) {
  if (error instanceof RefusedError && error.code === 'NOT_ON_RECORD') {
    found.refused = [error.refusal.noun, error.refusal.reference, error.refusal.path];
  }
}
const answer = await record.recordStance.safe({ ...input, certainty: 'HEDGED' });
found.safe = answer.ok ? answer.stance.id : answer.refusal.code;
const again = await record.recordStance.safe(input);
found.again = again.ok && [again.stance.slug, again.created];

const controller = new AbortController();
const { signal } = controller;
const { feedCursor: saved } = await record.record();
const heard: string[] = [];
const shown: string[][] = [];
const listening = (async () => {
  for await (const { claim, cursor } of record.claimAdded({ after: saved, signal })) {
    heard.push(`${claim?.slug} ${cursor.length > 0}`);
  }
})();
const watching = (async () => {
  for await (const claims of record.claims.live({ filter: { topic: 'call-site' }, signal })) {
    shown.push(claims.nodes.map(({ slug }) => slug));
    if (shown.length === 2) controller.abort();
  }
})();
while (shown.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
await record.recordClaim({
  slug: 'made-by-a-call-site',
  text: 'A call site made this claim.',
  kind: 'FACT',
  language: 'en',
  topics: ['call-site'],
  stances: [
    { actor: { slug: 'kremlin' }, kind: 'ASSERTS', certainty: 'PLAIN', note: 'By telephone.' },
  ],
});
await Promise.all([listening, watching]);
found.heard = heard;
found.shown = shown;
const events: string[] = [];
for await (const { type } of record.recordEvents.all({ after: saved })) events.push(type ?? '');
found.events = events;

interface Mine {
  readonly claims: { readonly nodes: ReadonlyArray<{ readonly slug: string }> };
}
const MyTypedDocument = `query mine($status: StandingStatus) {
  claims(filter: { status: $status }) { nodes { slug } }
}` as string & TypedDocument<Mine, { status?: string }>;
const variables = { status: 'DENIED' };
const mine = await record.request(MyTypedDocument, variables);
found.mine = mine.claims.nodes.length;
const node = await record.request(ClaimDocument, { by: { slug: 'call-happened' } });
found.document = node.claim?.standing.status;
found.viewer = await record.viewer();

try {
  for await (const _ of record.claimAdded({ after: 'nonsense' })) break;
} catch (error) {
  if (error instanceof FeedError) found.feedEnded = [error.code, error.cursor];
}

const connection = connect({ url, token });
found.functions = [
  (await readClaims(connection, { filter: { status: 'DISPUTED' } })).nodes.length === nodes.length,
  (await recordStance.safe(connection, input)).ok,
  (await stances.all(connection, { first: 1 }).next()).done,
];

process.stdout.write(JSON.stringify(found));
