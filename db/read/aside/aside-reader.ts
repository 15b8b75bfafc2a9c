import { type Args, cellOf, type Reader, type Statement, valuesOf } from '../read.ts';
import type { Soundness } from '../soundness.ts';
import { damageIn, ReadCancelled, ReadersBusy, StorageClosed } from '../storage-error.ts';
import { ReaderThread, StatementFailed } from './reader-thread.ts';

/** Whether nobody waits for an answer any more. */
export type IsCancelled = () => boolean;

/** How many operations may wait for their turn at once. */
const mostOperationsWaiting = 64;

/** What is done in a turn, or why it is not. */
interface Job {
  readonly run: () => Promise<void>;
  readonly reject: (error: Error) => void;
}

/** The reader of one operation. */
export interface ReaderAside extends Reader {
  /** How long its statements have kept a processor so far, where that is known. */
  readonly spentMs: number;
}

/** What one operation waits for. */
interface Line {
  readonly jobs: Job[];
  spentMs: number;
  /** Null for what this process asks for itself. */
  readonly isCancelled: IsCancelled | null;
}

type ReadIn = <Row>(line: Line, statement: Statement<Row>, args: Args) => Promise<readonly Row[]>;

/** Made for every operation, of which few read aside. */
class LineReader implements ReaderAside {
  readonly shape: Reader['shape'];
  readonly #line: Line;
  readonly #readIn: ReadIn;

  constructor({ shape, readIn }: Pick<Reader, 'shape'> & { readIn: ReadIn }, line: Line) {
    this.shape = shape;
    this.#line = line;
    this.#readIn = readIn;
  }

  get spentMs(): number {
    return this.#line.spentMs;
  }

  read<Row>(statement: Statement<Row>, args: Args = {}): Promise<readonly Row[]> {
    return this.#readIn(this.#line, statement, args);
  }
}

export interface AsideOptions {
  /** The reader of this thread: it keeps the statements of a shape, and reads where the file may not be opened. */
  readonly reader: Reader;
  /** Whether the file may be opened, asked when something is to be read for the first time. */
  readonly mayOpen: () => boolean;
  readonly mostWaiting?: number | undefined;
  readonly soundness?: Soundness;
}

/**
 * Reads a file in a thread, for statements that may look at many rows. They are run one after the other; operations take
 * turns, a statement each, so that one that asks for many holds up nobody for longer than one of them takes.
 */
export class AsideReader {
  readonly #thread: ReaderThread;
  readonly #options: AsideOptions;
  /** In the order in which their turn comes. */
  readonly #lines = new Set<Line>();
  #isRunning = false;
  #run: Promise<void> = Promise.resolve();
  #isClosed = false;

  constructor(address: string, options: AsideOptions) {
    this.#thread = new ReaderThread(address);
    this.#options = options;
  }

  /**
   * The reader of one operation; without `isCancelled` that of this process itself, which is always let in. Its `read` throws
   * ReadersBusy where too many operations wait, and ReadCancelled where nobody waits for the answer when its turn comes.
   */
  of(isCancelled: IsCancelled | null = null): ReaderAside {
    const { shape } = this.#options.reader;
    return new LineReader({ shape, readIn: this.#readIn }, { jobs: [], isCancelled, spentMs: 0 });
  }

  /** Runs a job while no statement is read. */
  alone<T>(job: () => Promise<T>): Promise<T> {
    return this.#inTurn({ jobs: [], isCancelled: null, spentMs: 0 }, job);
  }

  /** How many operations wait. */
  get waiting(): number {
    return this.#lines.size;
  }

  /** Refuses what comes now and what waits, and lets go of the file. */
  async close(): Promise<void> {
    this.#isClosed = true;
    for (const line of this.#lines) refuse(line, new StorageClosed());
    this.#lines.clear();
    await this.#run;
    await this.#thread.close();
  }

  readonly #readIn: ReadIn = (line, statement, args) => {
    const { text } = statement;
    const values = valuesOf(statement, args);
    return this.#inTurn(line, async () => {
      const { mayOpen, reader, soundness } = this.#options;
      soundness?.assertSound();
      if (!this.#thread.isStarted && !mayOpen()) return reader.read(statement, args);
      const { failed, row, spentMs } = await this.#thread.ask({ text, values });
      line.spentMs += spentMs;
      if (failed !== undefined) throw damageIn(new StatementFailed(failed), soundness);
      return statement.unpack(cellOf(row));
    });
  };

  #inTurn<T>(line: Line, job: () => Promise<T>): Promise<T> {
    const refusal = this.#refusal(line);
    if (refusal !== null) return Promise.reject(refusal);
    return new Promise((resolve, reject) => {
      line.jobs.push({ run: () => job().then(resolve, reject), reject });
      this.#lines.add(line);
      if (!this.#isRunning) this.#run = this.#runAll();
    });
  }

  #refusal(line: Line): Error | null {
    if (this.#isClosed) return new StorageClosed();
    if (line.isCancelled === null || this.#lines.has(line)) return null;
    if (line.isCancelled()) return new ReadCancelled();
    const { mostWaiting = mostOperationsWaiting } = this.#options;
    if (this.#lines.size < mostWaiting) return null;
    this.#dropCancelled();
    return this.#lines.size < mostWaiting ? null : new ReadersBusy();
  }

  #dropCancelled(): void {
    for (const line of this.#lines) {
      if (!line.isCancelled?.()) continue;
      this.#lines.delete(line);
      refuse(line, new ReadCancelled());
    }
  }

  async #runAll(): Promise<void> {
    this.#isRunning = true;
    for (let line = this.#next(); line !== undefined; line = this.#next()) {
      if (line.isCancelled?.()) refuse(line, new ReadCancelled());
      else await line.jobs.shift()?.run();
      // Behind all others that wait, even where it asked for more meanwhile.
      this.#lines.delete(line);
      if (line.jobs.length > 0) this.#lines.add(line);
    }
    this.#isRunning = false;
  }

  #next(): Line | undefined {
    const [line] = this.#lines;
    if (line !== undefined) this.#lines.delete(line);
    return line;
  }
}

function refuse({ jobs }: Line, error: Error): void {
  for (const { reject } of jobs.splice(0)) reject(error);
}
