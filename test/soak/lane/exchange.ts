import type { Random } from '../../bench/record/random.ts';
import { isParams, randomQuestion } from './questions.ts';

/** What is sent over one connection, and how. */
export interface Exchange {
  /** In the order in which they leave, with a pause between them. */
  readonly pieces: readonly Buffer[];
  readonly pauseMs: number;
  /** What becomes of the connection when all has left: it waits for answers, sends no more, or is gone a little later or at once. */
  readonly ending: 'wait' | 'end' | 'destroy' | 'leave';
  /** The method of each request, by which its answer is read. */
  readonly methods: readonly string[];
}

export interface ExchangeOptions {
  /** Authorization headers of tokens that are in force. */
  readonly tokens: readonly string[];
  /** Whose points are few, where somebody's are. */
  readonly poor: string;
}

/** What ends a connection whatever was asked before: an answer may say that the connection stays open. */
const last = 'GET /healthz HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n';

/** One to four requests at once; or one that is broken off somewhere. */
export function randomExchange(random: Random, options: ExchangeOptions): Exchange {
  const isCut = random.chance(0.06);
  const isOne = isCut || random.chance(0.72);
  const count = isOne ? 1 : 2 + random.below(3);
  const all = Array.from({ length: count }, () => randomRequest(random, options));
  const isMisframed = all.some((request) => request.isMisframed);
  // A change is answered some turns later: what follows is refused before or after that, if it was announced wrongly.
  const requests = isMisframed ? all.filter((one) => one.isMisframed || !one.isChange) : all;
  // Of several requests it would be a matter of time how many are heard, and of a change how much is read of what it did.
  const isLeft = !isCut && isOne && !all.some((one) => one.isChange) && random.chance(0.1);
  const asked = Buffer.concat(requests.map(({ bytes }) => bytes));
  const sent = isCut ? asked.subarray(0, random.below(asked.length)) : asked;
  const whole = isCut || isLeft ? sent : Buffer.concat([sent, Buffer.from(last)]);
  // What follows upon what was announced wrongly may come before its answer has left, or after that: that is no matter of chance.
  const isWhole = isLeft || isMisframed || random.chance(0.6);
  return {
    pieces: isWhole ? [whole] : piecesOf(random, whole),
    pauseMs: random.pick([0, 0, 0, 1, 4]),
    ending: isCut ? random.pick(['end', 'destroy']) : isLeft ? 'leave' : 'wait',
    methods: [...requests.map(({ method }) => method), 'GET'],
  };
}

interface Request {
  readonly method: string;
  readonly bytes: Buffer;
  /** Whether it announces another body than it sends. */
  readonly isMisframed: boolean;
  /** Whether it asks for a change, if it asks for anything. */
  readonly isChange: boolean;
}

function randomRequest(random: Random, options: ExchangeOptions): Request {
  const method = random.chance(0.9)
    ? random.pick(['POST', 'POST', 'POST', 'GET'])
    : random.pick(['HEAD', 'OPTIONS', 'PUT', 'DELETE', 'PATCH']);
  const hasBody = method === 'POST' || method === 'PUT' || method === 'PATCH';
  const body = hasBody ? randomBody(random) : Buffer.alloc(0);
  const framing = hasBody ? frame(random, body) : { headers: [], bytes: body, isMisframed: false };
  const head = [
    `${method} ${randomPath(random, method)} HTTP/1.1`,
    'host: localhost',
    ...randomHeaders(random, options),
    ...(hasBody ? contentType(random) : []),
    ...framing.headers,
    ...(random.chance(0.05) ? ['connection: close'] : []),
  ];
  const bytes = Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), framing.bytes]);
  return { method, bytes, isMisframed: framing.isMisframed, isChange: bytes.includes('mutation') };
}

function randomPath(random: Random, method: string): string {
  if (random.chance(0.05)) {
    return random.pick([
      '/',
      '/graphql/',
      '/nothing',
      '/healthz',
      '/readyz',
      '//graphql',
      '/graphqL',
    ]);
  }
  if (method !== 'GET') {
    return random.chance(0.95)
      ? '/graphql'
      : random.pick(['/graphql?', '/graphql?a=b', '/graphql#a', 'http://localhost/graphql']);
  }
  const asked = randomQuestion(random);
  const params = isParams(asked) ? asked : { query: asked };
  const search = Object.entries(params).map(([name, value]) => {
    const text = typeof value === 'string' ? value : JSON.stringify(value ?? null);
    return `${name}=${oddly(random, text)}`;
  });
  const prefix = random.chance(0.03) ? 'http://localhost' : '';
  return `${prefix}/graphql?${search.join(random.pick(['&', '&', '&', '&&', ';']))}`;
}

/** Percent-encoded, as it should be or not. */
function oddly(random: Random, text: string): string {
  const encoded = encodeURIComponent(text);
  if (random.chance(0.8)) return encoded;
  return random.pick([
    encoded.replaceAll('%20', '+'),
    encoded.replaceAll('%', '%25'),
    `${encoded}%`,
    `${encoded}%FF`,
    `${encoded}%00`,
    `${encoded}#part`,
    encoded.toLowerCase(),
    '',
  ]);
}

const accepts = [
  'application/json',
  'application/graphql-response+json',
  'application/graphql-response+json, application/json',
  'application/graphql-response+json,application/json;q=0.9',
  'application/json, */*',
  'application/json; charset=utf-8',
  'application/json;charset=latin1, application/graphql-response+json',
  'APPLICATION/JSON',
  'application/ json',
  'application/json/more',
  'application/*',
  '*/json',
  '*/*',
  '*/*;q=0.1',
  'image/png, */*;q=0.5',
  'text/plain',
  'text/event-stream',
  'text/event-stream, application/json',
  'application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed',
  'multipart/mixed',
  'application/json,,',
  ',',
  '',
];

function randomHeaders(random: Random, { poor, tokens }: ExchangeOptions): string[] {
  const some = (probability: number, name: string, values: readonly string[]): string[] =>
    random.chance(probability) ? [`${name}: ${random.pick(values)}`] : [];
  const likely = random.chance(0.75) ? [`accept: ${accepts[random.below(3)]}`] : [];
  return [
    ...(likely.length > 0 ? likely : some(0.9, 'accept', accepts)),
    ...some(0.03, 'Accept', accepts),
    ...some(0.3, 'origin', [
      'https://page.example',
      'http://localhost:1',
      'https://foreign.example',
      'null',
      '',
    ]),
    ...some(0.5, 'x-request-id', [
      'from-a-proxy-17',
      'short',
      'with spaces in it',
      'é'.repeat(9),
      'a'.repeat(101),
    ]),
    ...some(0.03, 'x-request-id', ['a-second-one']),
    ...some(0.7, 'authorization', [
      ...[tokens, tokens, tokens].flat(),
      `Bearer onr_${'x'.repeat(43)}`,
      'Bearer no',
      'Basic eDp5',
      '',
    ]),
    ...some(0.08, 'x-from', [poor]),
    ...some(0.1, 'accept-encoding', ['gzip', 'br, gzip', 'identity']),
    ...some(0.1, 'if-none-match', ['*', '"x"', 'W/"x", "y"']),
    ...some(0.02, 'content-encoding', ['gzip', 'identity']),
    ...some(0.03, 'last-event-id', ['x', '7']),
    ...some(0.03, 'expect', ['100-continue']),
    ...some(0.05, 'cookie', ['a=b']),
  ];
}

function contentType(random: Random): string[] {
  if (random.chance(0.93)) return ['content-type: application/json'];
  const types = [
    'application/json; charset=utf-8',
    'Application/JSON;charset="UTF-8"',
    'application/json; charset=latin1',
    'application/graphql-response+json',
    'application/graphql',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'text/plain',
    '',
  ];
  return random.chance(0.2) ? [] : [`content-type: ${random.pick(types)}`];
}

function randomBody(random: Random): Buffer {
  const text = JSON.stringify(randomQuestion(random));
  if (random.chance(0.93)) return Buffer.from(text);
  return random.pick([
    () => Buffer.from(text.slice(0, random.below(text.length))),
    () => Buffer.from(`${text}${random.pick([' ', '\n', '}', '\0', text])}`),
    () => Buffer.from(`\ufeff${text}`),
    () => Buffer.from(text, 'utf16le'),
    () => Buffer.concat([Buffer.from(text), Buffer.from([0xff])]),
    () => Buffer.from(text.padEnd(262_144 + random.below(3) - 1)),
    () => Buffer.from('{"query":"{ __typename }","query":"{ viewer { name } }"}'),
    () => Buffer.from('{"__proto__":{},"query":"{ __typename }"}'),
    () => Buffer.alloc(0),
  ])();
}

/** The headers that announce a body, rightly or not, and what is sent. */
function frame(
  random: Random,
  body: Buffer,
): { readonly headers: readonly string[]; readonly bytes: Buffer; readonly isMisframed: boolean } {
  const announcing = (length: number | string) => [`content-length: ${length}`];
  const right = { headers: announcing(body.length), bytes: body, isMisframed: false };
  if (random.chance(0.9) || body.length > 100_000) return right;
  const chunked = ['transfer-encoding: chunked'];
  const chunks = piecesOf(random, body).filter((piece) => piece.length > 0);
  const inChunks = Buffer.concat(
    chunks.flatMap((piece) => [
      Buffer.from(`${piece.length.toString(16)}\r\n`),
      piece,
      Buffer.from('\r\n'),
    ]),
  );
  const whole = Buffer.concat([inChunks, Buffer.from('0\r\n\r\n')]);
  return random.pick([
    { headers: chunked, bytes: whole, isMisframed: false },
    { headers: chunked, bytes: whole, isMisframed: false },
    { headers: chunked, bytes: inChunks, isMisframed: true },
    { ...right, headers: announcing(body.length + 7), isMisframed: true },
    { ...right, headers: announcing(Math.max(0, body.length - 7)), isMisframed: true },
    { ...right, headers: announcing('x'), isMisframed: true },
    { ...right, headers: [], isMisframed: true },
    { ...right, headers: [...announcing(body.length), ...chunked], isMisframed: true },
  ]);
}

function piecesOf(random: Random, bytes: Buffer): readonly Buffer[] {
  const cuts = Array.from({ length: 1 + random.below(4) }, () => random.below(bytes.length + 1));
  const ends = [0, ...cuts.toSorted((a, b) => a - b), bytes.length];
  return ends.slice(1).map((end, place) => bytes.subarray(ends[place], end));
}
