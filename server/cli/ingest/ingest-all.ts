import type { TextExtractor } from '../../../schema/context.ts';
import { FileWithoutArticle, standardInputName } from '../article-file.ts';
import type { IngestAnswer, IngestChoices, RecordAccess } from '../record-access.ts';
import { type ArticleDetails, type DetailedArticle, detailed } from './article-details.ts';
import type { ArticleSource, Found } from './article-source.ts';
import { faultOf, isOfTheRecord } from './fault-of-file.ts';
import { ingestKey } from './ingest-key.ts';
import type { IngestReport } from './ingest-report.ts';
import type { NamedActors } from './named-actors.ts';
import type { ReadingPool } from './reading-pool.ts';

export interface IngestWork {
  readonly record: RecordAccess;
  readonly pool: ReadingPool;
  readonly actors: NamedActors;
  /** What holds for all, where they do not say. */
  readonly otherwise: ArticleDetails;
  readonly carryEvidence: boolean;
  /** Whether they are kept without being read. */
  readonly recordOnly: boolean;
  readonly narrated: boolean;
  /** Who reads, in which version. */
  readonly readBy: string;
  readonly report: IngestReport;
  readonly signal: AbortSignal;
}

/** An article that was opened, or one that was ingested before. */
interface Opened {
  readonly key: string;
  /** Null where what stands there was ingested before. */
  readonly article: DetailedArticle | null;
  /** Tells whoever has the same at hand whether it came on record. */
  readonly settle: (isOnRecord: boolean) => void;
}

interface Opening {
  readonly source: ArticleSource;
  readonly opened: Promise<Opened>;
}

/**
 * Ingests one article after the other, in the order in which they were found, while the next ones are opened and read. What is
 * wrong with one is told, and does not hold up the others; what is wrong with the record is thrown.
 */
export async function ingestAll(found: AsyncIterable<Found>, work: IngestWork): Promise<void> {
  const ingesting = new Ingesting(work);
  for await (const one of found) {
    work.signal.throwIfAborted();
    await ingesting.take(one);
  }
  await ingesting.settle();
}

class Ingesting {
  readonly #work: IngestWork;
  readonly #choices: IngestChoices;
  readonly #opening: Opening[] = [];
  readonly #recording: Promise<void>[] = [];
  /** Whether what was begun under a key came on record. */
  readonly #begun = new Map<string, Promise<boolean>>();
  /** Until whatever was found before has its key. */
  #keyed: Promise<void> = Promise.resolve();

  constructor(work: IngestWork) {
    this.#work = work;
    const { pool, carryEvidence, recordOnly, narrated, signal } = work;
    const open = (): Promise<TextExtractor> => pool.open();
    this.#choices = {
      open,
      extractor: pool.extractor,
      carryEvidence,
      recordOnly,
      narrated,
      signal,
    };
  }

  async take(found: Found): Promise<void> {
    const { report, pool } = this.#work;
    if ('fault' in found) report.failed(found.name, found.fault);
    else if ('passedOver' in found) report.passedOver(found.passedOver);
    else if ('isFileDone' in found) report.fileFound();
    else {
      const { source } = found;
      // It is read at its turn: until somebody has typed it, nothing before it waits.
      if (source.name === standardInputName) await this.settle();
      const opened = this.#open(source);
      opened.catch(() => {});
      this.#opening.push({ source, opened });
      if (this.#opening.length > pool.ahead) await this.#next();
    }
  }

  /** Waits until all that was taken is on record, or told. */
  async settle(): Promise<void> {
    while (this.#opening.length > 0) await this.#next();
    await Promise.all(this.#recording.splice(0));
  }

  async #open(source: ArticleSource): Promise<Opened> {
    const { record, pool, otherwise, carryEvidence, recordOnly, narrated, readBy } = this.#work;
    const file = await this.#inOrder(source.bytes());
    const { told } = source;
    const asked = { readBy, carryEvidence, recordOnly, narrated, told, otherwise };
    const key = ingestKey({ name: source.name, ...file }, asked);
    const before = this.#begun.get(key);
    const { promise, resolve: settle } = settled();
    this.#begun.set(key, promise);
    const opened = { key, settle };
    try {
      if ((await before) || (await record.wasIngested(key))) return { ...opened, article: null };
      const address = told.url ?? otherwise.url;
      const read = await pool.articleIn({ name: source.name, address, ...file });
      const article = detailed(read, { told, otherwise });
      await record.readAhead(await this.#named(article), {
        ...this.#choices,
        onInput: (input) => pool.readAhead(input),
      });
      return { ...opened, article };
    } catch (error) {
      settle(false);
      throw error;
    }
  }

  /**
   * The bytes of a source, after those of all that were found before it. Of two with the same bytes the later waits for the
   * earlier, and never the other way round: the earlier one's turn comes first.
   */
  async #inOrder<Bytes>(reading: Promise<Bytes>): Promise<Bytes> {
    const before = this.#keyed;
    this.#keyed = Promise.allSettled([before, reading]).then(() => {});
    const bytes = await reading;
    await before;
    return bytes;
  }

  /** Gives the next one that was opened to the record, once there is room. */
  async #next(): Promise<void> {
    const next = this.#opening.shift();
    if (next === undefined) return;
    const opened = await next.opened.catch((error: unknown) => this.#tell(next.source, error));
    if (opened === null) return;
    if (this.#recording.length >= this.#work.record.articlesAtOnce) await this.#recording.shift();
    const recorded = this.#record(next.source, opened);
    recorded.catch(() => {});
    this.#recording.push(recorded);
  }

  async #record({ name }: ArticleSource, { key, article, settle }: Opened): Promise<void> {
    const { report, record, pool } = this.#work;
    if (article === null) {
      settle(true);
      return report.read(name, unchanged, []);
    }
    try {
      const named = await this.#named(article);
      // What was not read by all who were to read it is not done: given again, it is read again.
      const isDone = await pool.isReadElsewhere(article.text);
      const choices = { ...this.#choices, ...(isDone && { key }) };
      const answer = await record.ingestArticle(named, choices);
      settle(true);
      report.read(name, answer, [...article.notes, ...answer.notes]);
    } catch (error) {
      settle(false);
      this.#tell({ name }, error);
    } finally {
      pool.forget(article.text);
    }
  }

  async #named({ named, ...article }: DetailedArticle) {
    const outlet = named.outlet === undefined ? null : await this.#work.actors.outlet(named.outlet);
    const credited =
      named.creditedTo === undefined ? null : await this.#work.actors.creditedTo(named.creditedTo);
    return {
      ...article,
      ...(outlet !== null && 'slug' in outlet && { outlet: outlet.slug, publisher: undefined }),
      ...(outlet !== null &&
        'newName' in outlet && { outlet: undefined, publisher: outlet.newName }),
      ...(credited !== null && 'slug' in credited && { creditedTo: credited.slug }),
      ...(credited !== null &&
        'newName' in credited && { creditedTo: undefined, creditedToName: credited.newName }),
    };
  }

  /** Tells what is wrong with one article. @throws What is wrong with the record */
  #tell(
    { name, isOfArchive = false }: Omit<ArticleSource, 'told' | 'bytes'>,
    error: unknown,
  ): null {
    const { report, signal } = this.#work;
    signal.throwIfAborted();
    if (isOfTheRecord(error)) throw error;
    if (error instanceof FileWithoutArticle) report.noArticle(name, error.message, isOfArchive);
    else report.failed(name, faultOf(error));
    return null;
  }
}

/** A promise, and what resolves it. */
function settled() {
  let resolve: (isOnRecord: boolean) => void = () => {};
  const promise = new Promise<boolean>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

const unchanged: IngestAnswer = { created: false, drafted: 0, carried: 0, notes: [] };
