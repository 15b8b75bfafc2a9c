import type { CliPlace, Running } from '../integration/cli/run-cli.ts';

/** A server of its own process, asked over HTTP. */
export interface Serving {
  readonly url: string;
  readonly server: Running;
  /** What is answered to a document: of errors, the first. */
  ask(query: string, token?: string): Promise<Answered>;
}

interface Answered {
  readonly code: string | undefined;
  readonly message: string | undefined;
  readonly data: unknown;
}

/** Serves the database of a place. */
export async function serveAt(
  place: Pick<CliPlace, 'start'>,
  ...args: readonly string[]
): Promise<Serving> {
  const server = place.start('serve', '--no-sample', ...args);
  const welcome = await server.until('call-happened');
  const url = /http:\S+\/graphql/.exec(welcome)?.[0] ?? '';
  return { url, server, ask: (query, token) => asked(url, query, token) };
}

/** What a server answers to a document: of errors, the first. */
export async function asked(
  url: string,
  query: string,
  token: string | undefined,
): Promise<Answered> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json',
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ query }),
  });
  const { data, errors } = Object(await response.json());
  const { extensions, message } = Object(errors?.[0]);
  return { code: extensions?.code, message, data };
}

/** A new ADMIN token. */
export async function adminToken(place: Pick<CliPlace, 'run'>): Promise<string> {
  const { out } = await place.run('token', 'create', '--name', 'x', '--role', 'ADMIN', '--json');
  return String(Object(JSON.parse(out)).token);
}

/** A mutation that records an actor of this slug. */
export function recordActor(slug: string, description = ''): string {
  const input = `slug: "${slug}", name: "${slug}", kind: PERSON, description: "D${description}"`;
  return `mutation { recordActor(input: { ${input} }) { ... on RecordActorPayload { created } ... on UserError { message } } }`;
}

export const created = { recordActor: { created: true } };
