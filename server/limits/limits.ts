/** How much a request, an operation and whoever asks may take. */
export interface Limits {
  /** Bytes of a request's body by a stranger or a READER token. */
  readonly bodyBytes: number;
  /** Bytes of a request's body by an EDITOR token or a higher one: a page in base64, or a thousand lines of import. */
  readonly editorBodyBytes: number;
  readonly documentBytes: number;
  readonly tokens: number;
  readonly depth: number;
  readonly fields: number;
  readonly aliases: number;
  readonly rootFields: number;
  readonly directives: number;
  /** Points of one operation. */
  readonly cost: number;
  /** Points of all operations of one token or address in a minute; all of them may be spent at once. */
  readonly costPerMinute: number;
  /** Operations that run at once on a WebSocket. */
  readonly socketOperations: number;
  /** Messages over all WebSockets of one address in a minute, pings included; a long one counts as several. */
  readonly socketMessages: number;
  /** Bytes of the variables of a subscription, which are kept for as long as it lasts. */
  readonly subscriptionBytes: number;
  /** Points of one operation by an EDITOR token or a higher one: changes cost what they write. */
  readonly editorCost: number;
  /** Points of all operations of one EDITOR token or a higher one in a minute. */
  readonly editorCostPerMinute: number;
  /** Points of all operations of all strangers together in a minute. */
  readonly strangersPerMinute: number;
  /** Milliseconds that an operation may take. */
  readonly requestMs: number;
  /** Errors of one answer. */
  readonly errors: number;
}

export const defaultLimits: Limits = Object.freeze({
  bodyBytes: 262_144,
  editorBodyBytes: 6_291_456,
  documentBytes: 50_000,
  tokens: 1_000,
  depth: 10,
  fields: 500,
  aliases: 30,
  rootFields: 20,
  directives: 8,
  cost: 5_000,
  costPerMinute: 75_000,
  editorCost: 1_000_000,
  editorCostPerMinute: 4_000_000,
  strangersPerMinute: 2_400_000,
  socketOperations: 100,
  socketMessages: 6_000,
  subscriptionBytes: 16_384,
  requestMs: 10_000,
  errors: 5,
});

/** What `LIMITS` may hold, for whoever gave something else. */
export const limitsAllowed = `a list like cost=8000,depth=12 of ${Object.keys(defaultLimits).join(', ')}, each a whole number from 1 to 2147483647`;

const highest = 2_147_483_647;

/** The default limits with those of the list `name=number,…` in their place; null where it is no such list. */
export function limitsIn(list: string): Limits | null {
  const limits: Record<string, number> = { ...defaultLimits };
  for (const pair of list.split(',')) {
    const [, name = '', number = ''] = /^\s*(\w+)\s*=\s*([1-9]\d{0,9})\s*$/.exec(pair) ?? [];
    if (!Object.hasOwn(defaultLimits, name) || Number(number) > highest) return null;
    limits[name] = Number(number);
  }
  return Object.freeze({ ...defaultLimits, ...limits });
}
