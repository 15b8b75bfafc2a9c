import { expect, test } from 'vitest';
import { type Desk, openDesk, recordOf } from '../integration/mutations/open-desk.ts';
import { bridgePromised } from '../kit/harbour.ts';

const papers = ['gazette', 'courier', 'post'] as const;
const wire = 'A bridge was promised, the agency learned.';

/** A desk with a claim, an agency, and papers that print it: each its own text, credited to the agency. */
async function openPress(): Promise<Desk> {
  const desk = await openDesk();
  await desk.mutate('recordClaim', bridgePromised);
  for (const slug of ['agency', 'other-agency']) {
    await desk.mutate('recordActor', { slug, name: slug, kind: 'ORGANIZATION' });
  }
  await desk.mutate('recordActor', { slug: 'post', name: 'The Post', kind: 'OUTLET' });
  for (const paper of papers) {
    await publish(desk, paper, { creditedTo: { slug: 'agency' }, text: `${paper}: ${wire}` });
  }
  return desk;
}

/** Records an article of an outlet, under the outlet's own name unless another is told. */
async function publish(desk: Desk, outlet: string, more: object): Promise<void> {
  const { code } = await desk.mutate('recordArticle', {
    slug: `${outlet}-prints`,
    title: 'A bridge',
    language: 'en',
    outlet: { slug: outlet },
    ...more,
  });
  expect(code).toBeUndefined();
}

/** Records a stance that words of an article show, in that order of time which is told. */
async function say(
  desk: Desk,
  actor: string,
  { article = `${actor}-prints`, quote = wire, mode = 'NARRATED', ...more }: Saying = {},
): Promise<void> {
  const { code } = await desk.mutate('recordStance', {
    claim: { slug: 'bridge-promised' },
    actor: { slug: actor },
    kind: 'ASSERTS',
    certainty: 'PLAIN',
    evidence: [{ article: { slug: article }, quote, mode }],
    ...more,
  });
  expect(code).toBeUndefined();
}

interface Saying {
  readonly article?: string;
  readonly quote?: string;
  readonly mode?: string;
  readonly slug?: string;
  readonly kind?: string;
  readonly saidAt?: string;
  readonly saidOn?: string;
}

async function standing(desk: Desk, args = ''): Promise<unknown> {
  const { data } = await desk.ask(
    `{ claim(by: { slug: "bridge-promised" }) { standing${args} { status } } }`,
  );
  return recordOf(recordOf(data?.claim).standing).status;
}

async function echoes(desk: Desk): Promise<unknown> {
  const { data } = await desk.ask(`{ claim(by: { slug: "bridge-promised" }) { echoes {
    articleCount outletCount originCount origins { actor { slug } articleCount }
  } } }`);
  return recordOf(data?.claim).echoes;
}

test('70 a stance has one time, by which it is filtered, ordered and weighed', async () => {
  await using desk = await openPress();
  await publish(desk, 'gazette', {
    slug: 'dated',
    text: 'Yes, there will be a bridge. No bridge, it was said before.',
    publishedAt: '2026-03-03T00:00:00Z',
  });
  const dated = { article: 'dated', mode: 'INDIRECT' };
  await say(desk, 'mayor', { ...dated, quote: 'Yes', slug: 'issued' });
  await say(desk, 'mayor', {
    ...dated,
    quote: 'No',
    kind: 'DENIES',
    saidOn: '2026-03-02',
    slug: 'day',
  });
  const hour = { saidAt: '2026-03-01T08:00:00Z', saidOn: '2026-03-01' };
  await say(desk, 'mayor', {
    ...dated,
    quote: 'bridge. No',
    kind: 'QUESTIONS',
    ...hour,
    slug: 'hour',
  });
  await say(desk, 'town-hall', { slug: 'recorded', article: 'courier-prints', mode: 'INDIRECT' });

  const { data } = await desk.ask(`{
    all: stances(orderBy: { field: SAID_AT, direction: ASC }) {
      nodes { slug recordedAt effectiveAt { at basis } }
    }
    third: stances(filter: { saidAfter: "2026-03-02T12:00:00Z", saidBefore: "2026-03-04T00:00:00Z" }) {
      nodes { slug }
    }
  }`);

  const { nodes } = recordOf(data?.all);
  const last = Array.isArray(nodes) ? nodes.at(-1) : undefined;
  expect(nodes).toMatchObject([
    { slug: 'hour', effectiveAt: { at: '2026-03-01T08:00:00.000Z', basis: 'SAID_AT' } },
    { slug: 'day', effectiveAt: { at: '2026-03-02T00:00:00.000Z', basis: 'SAID_ON' } },
    { slug: 'issued', effectiveAt: { at: '2026-03-03T00:00:00.000Z', basis: 'ISSUED' } },
    { slug: 'recorded', effectiveAt: { at: last.recordedAt, basis: 'RECORDED' } },
  ]);
  expect(data?.third).toEqual({ nodes: [{ slug: 'issued' }] });
  expect(await standing(desk, '(saidBy: "2026-03-01T12:00:00Z")')).toBe('QUESTIONED');
  expect(await standing(desk, '(saidBy: "2026-03-02T00:00:00Z")')).toBe('DENIED');
  expect(await standing(desk, '(saidBy: "2026-03-03T00:00:00Z")')).toBe('ASSERTED');
});

test('71 of what was said at one moment the last recorded counts, and what is taken back comes last', async () => {
  await using desk = await openPress();
  const day = { saidOn: '2026-03-02' };
  await say(desk, 'gazette', { ...day, kind: 'RETRACTS', quote: 'learned' });
  await say(desk, 'gazette', { saidAt: '2026-03-02T23:59:59Z' });
  expect(await standing(desk)).toBe('RETRACTED');

  await say(desk, 'courier', { ...day, kind: 'DENIES' });
  expect(await standing(desk)).toBe('DENIED');
  await say(desk, 'courier', day);
  expect(await standing(desk)).toBe('ASSERTED');
});

test('72 what papers print of an agency is its one origin, in as many articles as they are', async () => {
  await using desk = await openPress();
  for (const paper of papers) await say(desk, paper);
  const oneOrigin = { articleCount: 3, outletCount: 3, originCount: 1 };

  expect(await standing(desk)).toBe('ASSERTED');
  expect(await echoes(desk)).toEqual({
    ...oneOrigin,
    origins: [{ actor: { slug: 'agency' }, articleCount: 3 }],
  });

  const text = 'The other agency has it, too.';
  await publish(desk, 'post', {
    slug: 'post-of-other',
    creditedTo: { slug: 'other-agency' },
    text,
  });
  await say(desk, 'post', { article: 'post-of-other', quote: text });

  const twoOrigins = {
    articleCount: 4,
    outletCount: 3,
    originCount: 2,
    origins: [
      { actor: { slug: 'agency' }, articleCount: 3 },
      { actor: { slug: 'other-agency' }, articleCount: 1 },
    ],
  };
  expect(await standing(desk)).toBe('CORROBORATED');
  expect(await echoes(desk)).toEqual(twoOrigins);

  for (const slug of ['post-of-other', ...papers.map((paper) => `${paper}-prints`)]) {
    await desk.mutate('eraseArticleText', { article: { slug }, reason: 'A court order.' });
  }
  expect(await echoes(desk)).toEqual(twoOrigins);
});

test('73 what reached us through one that retracts alone counts no more', async () => {
  await using desk = await openPress();
  for (const paper of papers) await say(desk, paper);
  const text = 'The mayor said yes to the Post.';
  await publish(desk, 'post', { slug: 'own', text });
  await say(desk, 'post', { article: 'own', quote: text });
  await publish(desk, 'agency', { text: 'The agency retracts its report.' });
  await say(desk, 'agency', { kind: 'RETRACTS', quote: 'The agency retracts its report' });

  const { data } = await desk.ask(
    '{ stances(filter: { kind: ASSERTS }) { nodes { actor { slug } carrierRetracted } } }',
  );

  expect(recordOf(data?.stances).nodes).toEqual([
    { actor: { slug: 'post' }, carrierRetracted: false },
    { actor: { slug: 'post' }, carrierRetracted: true },
    { actor: { slug: 'courier' }, carrierRetracted: true },
    { actor: { slug: 'gazette' }, carrierRetracted: true },
  ]);
  expect(await echoes(desk)).toEqual({
    articleCount: 1,
    outletCount: 1,
    originCount: 1,
    origins: [{ actor: { slug: 'post' }, articleCount: 1 }],
  });
});

test('74 an article counts once, with its versions, and one speaker in each that quotes it', async () => {
  await using desk = await openPress();
  for (const paper of papers) {
    await say(desk, 'mayor', { article: `${paper}-prints`, mode: 'DIRECT', slug: `in-${paper}` });
  }
  const counts = { articleCount: 3, outletCount: 3, originCount: 1 };
  expect(await echoes(desk)).toMatchObject(counts);

  const between = { supersedes: { slug: 'post-prints' }, text: 'This page is being updated.' };
  await publish(desk, 'post', { slug: 'post-between', ...between });
  const newer = { supersedes: { slug: 'post-between' }, text: `Updated. ${wire}` };
  await publish(desk, 'post', { slug: 'post-again', ...newer });
  await say(desk, 'mayor', { article: 'post-again', mode: 'DIRECT' });
  expect(await echoes(desk)).toMatchObject(counts);

  await desk.mutate('withdrawArticle', { article: { slug: 'gazette-prints' }, reason: 'A hoax.' });
  expect(await echoes(desk)).toMatchObject({ articleCount: 2, outletCount: 2 });
});
