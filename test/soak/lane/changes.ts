import type { Random } from '../../bench/record/random.ts';

/** A request for a change, in a document that comes back, as JSON will have it. */
type Change = Readonly<Record<string, unknown>>;

const refusal = '... on UserError { code message path }';
const claimTold = 'claim { id slug text kind topics review standing { status summary } }';

const recordClaim = `mutation Claim($input: RecordClaimInput!, $full: Boolean = true) { recordClaim(input: $input) {
  ... on RecordClaimPayload { ...told @include(if: $full) created cursor }
  ${refusal} ... on Conflict { noun reference keys } ... on NotOnRecord { noun reference } } }
  fragment told on RecordClaimPayload { claim { id slug text kind language topics happenedFrom
    standing { status } stances(first: 5) { nodes { id kind certainty note actor { slug } } } } }`;
const recordStance = `mutation Stance($input: RecordStanceInput!) { recordStance(input: $input) { __typename
  ... on RecordStancePayload { stance { kind certainty actor { slug name } claim { slug standing { status summary } }
    evidence { quote mode article { slug title } } } created cursor }
  ${refusal} ... on QuoteNotInArticle { quote nearest { start end text } } } }`;
const updateClaim = `mutation($input: UpdateClaimInput!) { updateClaim(input: $input) {
  ... on UpdateClaimPayload { ${claimTold} created cursor } ${refusal} } }`;
const withdrawClaim = `mutation($input: WithdrawClaimInput!) { withdrawClaim(input: $input) {
  ... on WithdrawClaimPayload { ${claimTold} created cursor } ${refusal} ... on AlreadyWithdrawn { noun reference } } }`;
const linkClaims = `mutation($input: LinkClaimsInput!) { linkClaims(input: $input) {
  ... on LinkClaimsPayload { link { id kind from { slug } to { slug } } created cursor } ${refusal} } }`;
const several = `mutation Several($one: RecordActorInput!, $other: RecordActorInput!) {
  one: recordActor(input: $one) { ... on RecordActorPayload { actor { slug name } created cursor } ${refusal} }
  other: recordActor(input: $other) { ... on RecordActorPayload { actor { slug name } created cursor } ${refusal} } }`;
const restricted = `mutation Erase($input: EraseArticleTextInput!) { eraseArticleText(input: $input) {
  ... on EraseArticleTextPayload { created } ${refusal} } }`;

/** The documents by which most changes are asked for. */
export const changeDocuments = [recordClaim, recordStance, updateClaim, withdrawClaim, linkClaims];

const claims = ['call-happened', 'call-land', 'new-1', 'new-2', 'new-3', 'new-4', 'no-such-claim'];
const actors = ['kremlin', 'washington-post', 'new-actor', 'nobody'];

/** Some of them go well again and again, some once, and some never. */
const changes: readonly ((random: Random) => Change)[] = [
  (random) => ({
    query: recordClaim,
    operationName: 'Claim',
    variables: {
      full: random.chance(0.7),
      input: {
        slug: random.pick([`new-${random.below(30)}`, null, 'Not a slug']),
        text: `What was said ${random.below(4)} times.`,
        kind: 'FACT',
        language: 'en',
        topics: random.pick([['calls'], [], null]),
        ...keyed(random),
        ...(random.chance(0.5) && { stances: [stance(random)] }),
      },
    },
  }),
  (random) => ({
    query: recordStance,
    variables: {
      input: { claim: { slug: random.pick(claims) }, ...stance(random), ...keyed(random) },
    },
  }),
  (random) => ({
    query: updateClaim,
    variables: {
      input: {
        claim: { slug: random.pick(claims) },
        topics: [`topic-${random.below(9)}`],
        ...keyed(random),
      },
    },
  }),
  (random) => ({
    query: withdrawClaim,
    variables: { input: { claim: { slug: `new-${random.below(30)}` }, reason: 'Said twice.' } },
  }),
  (random) => ({
    query: linkClaims,
    variables: {
      input: {
        from: { slug: random.pick(claims) },
        to: { slug: random.pick(claims) },
        kind: 'PRESUPPOSES',
        judgement: 'CONFIRMED',
      },
    },
  }),
  (random) => ({ query: several, variables: { one: actor(random), other: actor(random) } }),
  () => ({
    query: restricted,
    variables: { input: { article: { slug: 'moscow-says-no' }, reason: 'Ordered.' } },
  }),
  () => ({ query: withdrawClaim, variables: { input: { claim: { slug: 'new-1' } } } }),
  () => ({
    query: linkClaims,
    variables: {
      input: { from: {}, to: { slug: 'call-land' }, kind: 'SAYS', judgement: 'CONFIRMED' },
    },
  }),
];

/** A change of the record, or of what cannot be changed so. */
export function randomChange(random: Random): Change {
  return random.pick(changes)(random);
}

/** The same request again is carried out once, and another one by its name is refused. */
function keyed(random: Random): object {
  return random.chance(0.3) ? { idempotencyKey: `key-${random.below(20)}` } : {};
}

function stance(random: Random): object {
  return {
    actor: { slug: random.pick(actors) },
    kind: random.pick(['ASSERTS', 'DENIES']),
    certainty: 'PLAIN',
    ...random.pick([
      { note: `Heard ${random.below(1e6)} times.` },
      { note: 'Heard.' },
      {},
      {
        evidence: [
          {
            article: { slug: 'moscow-says-no' },
            quote: random.pick([
              'On Sunday The Washington Post told its readers that he did',
              'This was never said',
            ]),
            mode: 'DIRECT',
          },
        ],
      },
    ]),
  };
}

const actor = (random: Random): object => ({
  slug: random.pick(['new-actor', `actor-${random.below(40)}`, 'kremlin']),
  name: 'Somebody new',
  kind: 'PERSON',
});
