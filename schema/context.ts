import type { Database } from '../db/client.ts';
import type { LastKeys } from '../db/queries/past-list.ts';
import type { ReaderAside } from '../db/read/aside/aside-reader.ts';
import type { Moment } from '../db/read/past/past-reader.ts';
import type { Reader } from '../db/read/read.ts';
import type { Trace } from '../db/read/traced-reader.ts';
import type { Role } from '../db/rules/vocabulary.ts';
import type { Drafts, ExtractInput, Extractor } from '../extract/extractor.ts';
import type { PageArticle } from '../extract/web-page/page.ts';
import type { Cancellation } from './cancellation.ts';

/** Asks whether the token is in force, once, however often it is called. @throws UNAUTHENTICATED */
export type Confirm = (reader: Reader) => Promise<void>;

/** Who asks: the holder of a token. Nobody, a stranger, is null. */
export interface Viewer {
  /** The token's key; null for the owner of the file, who needs none. */
  readonly token: number | null;
  readonly name: string;
  readonly role: Role;
  /** Where it is believed that the token is in force: to be asked before anything is written or answered. */
  readonly confirm?: Confirm;
}

/** Where the record is asked as it was. */
interface Past {
  /** The moment as it was asked for. */
  readonly asOf: number;
  readonly moment: Moment & LastKeys;
  /** What the operation may reach of the record as it is. */
  readonly now: GraphContext;
}

/** What a resolver may reach. */
export interface GraphContext {
  readonly db: Database;
  /** For statements that look at few rows. */
  readonly reader: Reader;
  /** For statements that may look at many: they are read while everything else goes on. See `Database.aside`. */
  readonly aside: ReaderAside;
  /** Asked before each list is read: null where that may be done at once; what to wait for, where others have their turn first. */
  readonly turn: () => Promise<void> | null;
  /** Takes so many points for work that nobody could know of beforehand. */
  readonly charge: (points: number) => void;
  readonly viewer: Viewer | null;
  /** Whether everyone may read the texts of articles. */
  readonly publicTexts: boolean;
  /** The cursor with which a reader of a stream resumes, where its document names none. */
  readonly lastEventId: string | null;
  readonly cancellation: Cancellation;
  /** Where it is noted what the answer rests on, for an answer that is to be kept. */
  readonly trace?: Trace;
  readonly openExtractor: OpenExtractor;
  /** Below a field that is asked as of a moment: then `reader` and `aside` read what was, and nobody is more than a stranger. */
  readonly past?: Past;
}

/** What an extractor is given that may read somewhere else. */
export type ReadInput = Omit<ExtractInput, 'claimsLike'>;

interface Cancellable {
  readonly signal?: AbortSignal | undefined;
}

/** The drafts of an article, and what is to be told of how it was read, a sentence each. */
export interface ReadDrafts extends Drafts {
  readonly notes?: readonly string[];
}

/** An extractor of texts that may read somewhere else, while everything else goes on. */
export interface TextExtractor extends Pick<Extractor, 'id' | 'version'> {
  /** The language of a text, of which something may be declared. @throws The signal's reason, once it is aborted. */
  languageOf(
    text: string,
    declared: string | null | undefined,
    options?: Cancellable,
  ): Promise<string>;
  /** @throws The signal's reason, once it is aborted. */
  extract(input: ReadInput, options?: Cancellable): ReadDrafts | Promise<ReadDrafts>;
  /** Whether it waits for somebody else, who may take minutes. */
  readonly isSlow?: boolean;
}

/** One that reads pages as well. */
export interface ArticleExtractor extends TextExtractor {
  /** The article on a page, which was found at an address where that is known. @throws PageInvalid; the signal's reason, once it is aborted. */
  readPage(
    page: Uint8Array,
    options?: Cancellable & { readonly address?: string | undefined },
  ): Promise<PageArticle>;
}

/** Leads to whoever reads articles under that name; null where nobody does. */
export type OpenExtractor = (name: string) => Promise<ArticleExtractor | null>;

const ranks: Readonly<Record<Role, number>> = { READER: 1, EDITOR: 2, REVIEWER: 3, ADMIN: 4 };

/** Whether the viewer has this role or a higher one. */
export function hasRole(viewer: Viewer | null, minimum: Role): boolean {
  return viewer !== null && ranks[viewer.role] >= ranks[minimum];
}
