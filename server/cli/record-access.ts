import type { FileFault } from '../../db/file/file-places.ts';
import type { Counts } from '../../db/interchange/counts.ts';
import type { ExportChoices } from '../../db/interchange/export.ts';
import type { ImportProgress } from '../../db/interchange/import.ts';
import type { KeptLine } from '../../db/interchange/on-conflict.ts';
import type { StandingToChange } from '../../db/interchange/rehearsal.ts';
import type { LineSource } from '../../db/interchange/source.ts';
import type { BackupOnRecord, RecordStatus } from '../../db/queries/status.ts';
import type { ActorKind, OnConflict, Role } from '../../db/rules/vocabulary.ts';
import type { Verification } from '../../db/verify/report.ts';
import type { ReadInput, TextExtractor } from '../../schema/context.ts';
import type { FiledArticle } from './article-file.ts';

/** What commands do with a record, be it a file of ours or behind a server. Whoever opens it closes it. */
export interface RecordAccess {
  /** Where the record is, for the person who asked. */
  readonly where: string;
  /** @throws LinesRefused */
  importFiles(files: readonly LineSource[], options: ImportChoices): Promise<ImportAnswer>;
  /**
   * Records an article and drafts from it, after all that were given before it. The same article again drafts nothing.
   * @throws CommandFailed, RecordError
   */
  ingestArticle(article: FiledArticle, choices: IngestChoices): Promise<IngestAnswer>;
  /** How many articles may be given it before the first is answered. */
  readonly articlesAtOnce: number;
  /** Tells what an extractor will be given of an article that is ingested soon, as far as it is known, where it is read here. */
  readAhead(article: FiledArticle, choices: ReadAheadChoices): Promise<void>;
  /** Whether what was ingested under a key is on record. Not known of a record behind a server. */
  wasIngested(key: string): Promise<boolean>;
  /** The actor with this slug, or else those who go by this name. */
  actorsCalled(slugOrName: string): Promise<readonly ActorCalled[]>;
  exportLines(choices: ExportChoices): AsyncIterable<string>;
  verify(options: WorkOptions<string>): Promise<VerificationAnswer>;
  status(): Promise<StatusAnswer>;
  /** Copies the database file, which is on this machine, to an absolute path. */
  backUp(file: string, signal: AbortSignal): Promise<BackupOnRecord>;
  /** The same of what the server has still open, where the file itself is gone. */
  rescue(file: string): Promise<BackupOnRecord>;
  /** Takes the text of an article off for good. It is named by its slug, its id, or `sha256:` and its hash. */
  eraseArticleText(article: ArticleName, reason: string): Promise<void>;
  /** A new token, to be shown once; it ends at the moment `expiresAt`, where that is given. */
  createToken(name: string, role: Role, expiresAt?: number): Promise<TokenMade>;
  tokens(): Promise<StatusAnswer['tokens']>;
  revokeToken(id: string): Promise<void>;
  close(): Promise<void>;
}

/** Who reads an article. */
export interface IngestChoices {
  /** The name of the extractor; a record of ours is read by this one. */
  readonly extractor: string;
  readonly open: () => Promise<TextExtractor>;
  /** Whether the words of changed pages show what those of earlier versions show. */
  readonly carryEvidence: boolean;
  /** Whether it is kept without being read. */
  readonly recordOnly: boolean;
  /** Whether what the outlet tells in its own voice is drafted, too. */
  readonly narrated: boolean;
  readonly signal: AbortSignal;
  /** What the ingest goes by, for whoever asks `wasIngested`. */
  readonly key?: string;
}

interface ReadAheadChoices extends IngestChoices {
  readonly onInput: (input: ReadInput) => void;
}

export interface ActorCalled {
  readonly slug: string;
  readonly kind: InAnyWords<ActorKind>;
}

export interface IngestAnswer {
  /** Whether the article is new on record. */
  readonly created: boolean;
  /** How many stances were drafted. */
  readonly drafted: number;
  /** How many pieces of evidence were carried from earlier versions. */
  readonly carried: number;
  /** What was read otherwise than it was told. */
  readonly notes: readonly string[];
}

interface TokenMade {
  readonly id: string;
  readonly token: string;
}

/** One name of an article. */
export type ArticleName =
  | { readonly id: string }
  | { readonly slug: string }
  | { readonly sha256: string };

export type StatusAnswer = InAnyWords<RecordStatus & { readonly fileFault: FileFault | null }>;
export type VerificationAnswer = InAnyWords<Verification>;

/** The same where any word may stand for a word of the record: a server may be newer than this command line. */
type InAnyWords<Value> = Value extends string
  ? string
  : { readonly [Key in keyof Value]: InAnyWords<Value[Key]> };

interface WorkOptions<Progress> {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

export interface ImportChoices extends WorkOptions<ImportProgress> {
  readonly dryRun: boolean;
  readonly onConflict: OnConflict;
}

/** What an import did, or would do. */
export interface ImportAnswer {
  readonly counts: Counts;
  readonly kept: readonly KeptLine[];
  /** Of a dry run; null where it is not known. */
  readonly standings: InAnyWords<readonly StandingToChange[]> | null;
}
