/** One way in which readers follow claims that are recorded. */
export interface FeedCase {
  readonly name: string;
  readonly shows: string;
  readonly transport: 'sse' | 'websocket';
  /** How many recordings are under way at once. */
  readonly lanes: number;
  /** Which claims this reader asks for; all of them where it is undefined. */
  readonly filter: (reader: number) => ClaimFilter | undefined;
  /** What the claim of this number is about. */
  readonly topics: (claim: number) => readonly string[];
}

/** Topics that meet every filter. */
export const everyTopic: readonly string[] = Array.from({ length: 25 }, (_, i) => `topic-${i}`);

/** As the document's variable has it. */
interface ClaimFilter {
  readonly topic: string;
  readonly kind?: 'FACT';
  readonly language?: 'en';
  readonly actor?: { readonly slug: 'mayor' };
}

const topicsOfOne = 5;

/** 200 readers have 200 different filters: a topic, with or without each of three facts that all these claims share. */
function filterOf(reader: number): ClaimFilter {
  const facts = Math.floor(reader / everyTopic.length);
  return {
    topic: everyTopic[reader % everyTopic.length] ?? '',
    ...(facts & 1 && { kind: 'FACT' }),
    ...(facts & 2 && { language: 'en' }),
    ...(facts & 4 && { actor: { slug: 'mayor' } }),
  };
}

const same: FeedCase = {
  name: 'same',
  shows: 'SSE, same document, one recording after another',
  transport: 'sse',
  lanes: 1,
  filter: () => undefined,
  topics: () => everyTopic.slice(0, topicsOfOne),
};

const filters: FeedCase = {
  ...same,
  name: 'filters',
  shows: 'SSE, each reader another filter, all match',
  filter: filterOf,
  topics: () => everyTopic,
};

export const feedCases: readonly FeedCase[] = [
  same,
  { ...same, name: 'parallel', shows: 'SSE, same document, 8 recordings at once', lanes: 8 },
  filters,
  {
    ...filters,
    name: 'some',
    shows: 'SSE, each reader another filter, one in five matches',
    topics: (claim) =>
      everyTopic.filter((_, i) => i % (everyTopic.length / topicsOfOne) === claim % topicsOfOne),
  },
  {
    ...same,
    name: 'websocket',
    shows: 'WebSocket, same document, one recording after another',
    transport: 'websocket',
  },
];

/** Whether the reader asks for a claim about these topics. */
export function isAskedFor(feedCase: FeedCase, reader: number, topics: readonly string[]): boolean {
  const filter = feedCase.filter(reader);
  return filter === undefined || topics.includes(filter.topic);
}
