import { readingByGet } from './by-hash.ts';
import { type CallOptions, type Connection, type ConnectionOptions, connect } from './connect.ts';
import { type Methods, operations } from './generated/methods.ts';
import { type Given, request, type TypedDocument, type UntypedDocument } from './own-document.ts';

/**
 * The record, as one server serves it: a method for each operation, and `request` for documents of your own.
 * @example const countClaims = async (record: Client) => (await record.summary()).counts.claims;
 */
export interface Client extends Methods {
  /**
   * Asks what a document of your own asks, and answers its data, typed as the document is.
   * @example const { claims } = await record.request(MyTypedDocument, { status: 'DISPUTED' });
   */
  request<Data, Variables>(
    document: TypedDocument<Data, Variables>,
    ...given: Given<Variables>
  ): Promise<Data>;
  /**
   * The same for a document without types: say yourself what it answers.
   * @example const { viewer } = await record.request<{ viewer: { name: string } | null }>('{ viewer { name } }');
   */
  request<Data = unknown>(
    document: UntypedDocument,
    variables?: object,
    options?: CallOptions,
  ): Promise<Data>;
}

/**
 * Where the record is served, who asks, and how what is read is asked for.
 * @example const options: ClientOptions = { url: 'https://record.example/graphql', get: true };
 */
export interface ClientOptions extends ConnectionOptions {
  /**
   * Whether what is read is asked by GET, by the hash of its document, so that browsers and caches may keep the answer:
   * without a token no browser asks first whether it may. What is longer than 2,000 characters is posted, and so is what
   * the server does not know, from the second time on.
   */
  readonly get?: boolean | undefined;
}

/**
 * The client of one server. It holds no socket and needs no closing.
 * @example
 * const record = createClient({ url: 'https://record.example/graphql' });
 * const { nodes } = await record.claims({ filter: { status: 'DISPUTED' } });
 */
export function createClient(options: ClientOptions): Client {
  const { get, ...others } = options ?? {};
  const posting = connect(others);
  const connection = get ? readingByGet(posting) : posting;
  const methods = Object.entries({ ...operations, request }).map(([name, operation]) => [
    name,
    bound(operation as Operation, connection),
  ]);
  return Object.fromEntries(methods) as Client;
}

type Operation = (connection: Connection, ...call: readonly unknown[]) => unknown;

/** The operation with its connection given, and so each of its other ways: `all`, `live`, `safe`. */
function bound(operation: Operation, connection: Connection): unknown {
  const ways = Object.entries(operation).map(([name, way]) => [name, bound(way, connection)]);
  return Object.assign(
    (...call: readonly unknown[]) => operation(connection, ...call),
    Object.fromEntries(ways),
  );
}
