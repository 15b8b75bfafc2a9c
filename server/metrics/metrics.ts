import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import { errorCodes } from '../../schema/coded.ts';
import type { ErrorCoder } from '../coded-errors.ts';
import { type Watched, watchState } from './watch-state.ts';

/** A request that was answered, or a stream that began. */
export interface Answered {
  /** `none` where nothing was executed: a page, a look at `/readyz`, a request that was refused before. */
  readonly operation: 'query' | 'mutation' | 'subscription' | 'none';
  readonly transport: 'http' | 'sse' | 'websocket' | 'owner';
  /** The codes of its errors. */
  readonly codes: readonly unknown[];
  readonly ms: number;
}

/** What became of it, `read` or the code of a fault, and what it took. */
interface SecondReadingNoted {
  readonly outcome: string;
  readonly tokens: { readonly input: number; readonly output: number };
}

/** What this process counts while it works. Nothing that comes from outside becomes a label. */
export interface Metrics {
  readonly registry: Registry;
  noteAnswer(answered: Answered): void;
  /** A write has waited for those before it. */
  noteWait(ms: number): void;
  /** A write has met somebody else's lock. */
  noteBusy(): void;
  /** The second reader has read an article, or has not. */
  noteSecondReading(reading: SecondReadingNoted): void;
  /** From now on they tell the state of this, too. */
  watch(watched: Watched): void;
  /** A coder that counts what it codes. */
  counting(coder: ErrorCoder): ErrorCoder;
}

const seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: 'onrecord_requests_total',
    help: 'Requests that were answered, streams that began.',
    labelNames: ['operation', 'transport', 'outcome'],
    registers,
  });
  const durations = new Histogram({
    name: 'onrecord_request_seconds',
    help: 'From the arrival of a query or a mutation to its answer.',
    labelNames: ['operation', 'transport'],
    buckets: seconds,
    registers,
  });
  const errors = new Counter({
    name: 'onrecord_errors_total',
    help: 'Errors told, in answers and in streams.',
    labelNames: ['code'],
    registers,
  });
  const waits = new Histogram({
    name: 'onrecord_write_wait_seconds',
    help: 'How long writes waited for those before them.',
    buckets: seconds,
    registers,
  });
  const locks = new Counter({
    name: 'onrecord_write_busy_total',
    help: 'How often a write met the lock of another process.',
    registers,
  });
  for (const code of errorCodes) errors.inc({ code }, 0);

  // To find the counter of some labels costs more than to count.
  const counterOf = kept((...labels) => requests.labels(...labels));
  const durationOf = kept((...labels) => durations.labels(...labels));

  return {
    registry,
    noteAnswer({ operation, transport, codes, ms }) {
      counterOf(operation, transport, outcomeOf(codes)).inc();
      if (operation === 'query' || operation === 'mutation')
        durationOf(operation, transport).observe(ms / 1_000);
    },
    noteWait: (ms) => waits.observe(ms / 1_000),
    noteBusy: () => locks.inc(),
    noteSecondReading: secondReadingsIn(registers),
    watch: (watched) => watchState(registry, watched),
    counting: ({ codeError, codeResult }) => ({
      codeError(error, requestId) {
        const coded = codeError(error, requestId);
        errors.inc({ code: String(coded.extensions.code) });
        return coded;
      },
      codeResult(result, requestId) {
        const coded = codeResult(result, requestId);
        for (const { extensions } of coded.errors ?? [])
          errors.inc({ code: String(extensions.code) });
        return coded;
      },
    }),
  };
}

function secondReadingsIn(registers: Registry[]): Metrics['noteSecondReading'] {
  const readings = new Counter({
    name: 'onrecord_second_readings_total',
    help: 'Articles that the second reader was asked to read.',
    labelNames: ['outcome'],
    registers,
  });
  const tokens = new Counter({
    name: 'onrecord_second_reader_tokens_total',
    help: 'Tokens that the second reader was sent and answered.',
    labelNames: ['direction'],
    registers,
  });
  return ({ outcome, tokens: { input, output } }) => {
    readings.inc({ outcome });
    tokens.inc({ direction: 'input' }, input);
    tokens.inc({ direction: 'output' }, output);
  };
}

/** Finds what there is for some names once: they are few. */
function kept<Found>(find: (...names: string[]) => Found): (...names: string[]) => Found {
  const found = new Map<string, Found>();
  return (...names) => {
    const key = names.join(' ');
    const known = found.get(key) ?? find(...names);
    found.set(key, known);
    return known;
  };
}

const serversFault: ReadonlySet<unknown> = new Set(['INTERNAL', 'UNAVAILABLE', 'STORAGE_FULL']);

function outcomeOf(codes: readonly unknown[]): 'answered' | 'refused' | 'failed' {
  if (codes.length === 0) return 'answered';
  return codes.some((code) => serversFault.has(code)) ? 'failed' : 'refused';
}
