import { codedError } from '../../schema/coded.ts';
import { badRequest } from '../bad-request.ts';
import { hashOf, type TrustedDocument } from './manifest.ts';
import { shippedDocuments } from './shipped.ts';

/** What is asked, as far as it says in which document: the text of one, its hash, or both. */
interface Asked {
  readonly query?: unknown;
  readonly documentId?: unknown;
  readonly extensions?: unknown;
}

/** The documents that may be asked for by their hash: those that are shipped, and those that the server was given. */
export class TrustedDocuments {
  readonly #own: readonly TrustedDocument[];
  #texts: ReadonlyMap<string, string> | undefined;
  #known: ReadonlySet<string> | undefined;

  constructor(own: readonly TrustedDocument[] = []) {
    this.#own = own;
  }

  /** Whether this very text is one of them. */
  has(text: string): boolean {
    this.#known ??= new Set(this.#byHash().values());
    return this.#known.has(text);
  }

  /**
   * What is asked, with the text of its document where that is named by its hash: in `extensions.persistedQuery`, as
   * Apollo's clients do, or by `documentId`.
   * @throws What is wrong with the hash, or that no document has it.
   */
  named<Params extends Asked>(params: Params): Params {
    if (!isObject(params)) return params;
    const { documentId, extensions, ...rest } = params;
    const persisted = isObject(extensions) ? (extensions.persistedQuery ?? null) : null;
    if (persisted === null && (documentId ?? null) === null) return params;
    const hash = hashIn(persisted, documentId ?? null);
    const { query } = params;
    // Whoever reads it says so.
    if (query !== null && query !== undefined && typeof query !== 'string') return params;
    if (query) {
      if (hashOf(query) === hash) return rest as Params;
      throw badRequest(400, 'The query is not the one that the hash beside it names.');
    }
    const text = this.#byHash().get(hash);
    if (text === undefined) throw codedError('PERSISTED_QUERY_NOT_FOUND', 'PersistedQueryNotFound');
    // All of it but what named the text.
    return { ...rest, query: text } as Params;
  }

  #byHash(): ReadonlyMap<string, string> {
    this.#texts ??= new Map(
      [...shippedDocuments(), ...this.#own].map(({ id, body }) => [id, body]),
    );
    return this.#texts;
  }
}

/** The one hash that is given; the empty text, which is no hash, for an id of another kind. */
function hashIn(persisted: unknown, documentId: unknown): string {
  const hashes = [
    ...(persisted === null ? [] : [hashOfPersisted(persisted)]),
    ...(documentId === null ? [] : [hashOfId(documentId)]),
  ];
  const [hash = '', other = hash] = hashes;
  if (hash !== other)
    throw badRequest(400, 'documentId and extensions.persistedQuery name two documents.');
  return hash;
}

function hashOfPersisted(persisted: unknown): string {
  const { sha256Hash, version } = Object(persisted);
  if (version === 1 && typeof sha256Hash === 'string') return sha256Hash;
  throw codedError('PERSISTED_QUERY_NOT_SUPPORTED', 'PersistedQueryNotSupported');
}

function hashOfId(documentId: unknown): string {
  if (typeof documentId !== 'string')
    throw badRequest(400, 'A documentId is a text: sha256: and the hash of a document, in hex.');
  return /^sha256:(.*)$/s.exec(documentId)?.[1] ?? '';
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
