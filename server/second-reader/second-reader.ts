import { answerIn } from '../../extract/second-reader/answer.ts';
import {
  AnswerCheck,
  type LeftOut,
  type StanceFound,
} from '../../extract/second-reader/found-stances.ts';
import { stretchesOf } from '../../extract/second-reader/passages.ts';
import { legible } from '../../extract/words/legible.ts';
import type { ReadText } from '../../extract/words/places.ts';
import type { Span } from '../../extract/words/span.ts';
import type { ReaderSettings } from '../config.ts';
import { type AskModel, type ModelAnswer, openModel } from './model.ts';
import { ReaderFault } from './reader-fault.ts';
import { estimatedTokens, noTokens, plusTokens, TokenBudget, type Tokens } from './token-budget.ts';

/** What the second reader made of a text. */
export interface SecondReading {
  readonly model: string;
  readonly found: readonly StanceFound[];
  readonly leftOut: LeftOut;
  /** What went wrong, each once: with single passages, or with the whole, of which nothing is found then. */
  readonly faults: readonly ReaderFault[];
  /** Whether it is worth a try to have it read again. */
  readonly hasFailed: boolean;
  readonly tokens: Tokens;
  readonly passages: number;
  /** Passages behind the last that was to be read. */
  readonly passagesLeft: number;
  readonly ms: number;
}

export interface SecondReaderOptions {
  /** How many texts may wait, the ones that are read included. */
  readonly mostTexts?: number;
  readonly onRead?: (reading: SecondReading) => void;
  readonly now?: () => number;
}

/** In letters. With the instructions and an answer it fits into 4,096 tokens, of which small models read no more. */
const passageLength = 6_000;

const mostPassages = 20;

/** Requests that are under way at once. */
const atOnce = 2;

/** Has texts read by a model elsewhere. Nothing but the passages of a text leaves this machine. */
export class SecondReader {
  readonly id = 'llm';
  readonly version: string;
  readonly #settings: ReaderSettings;
  readonly #options: SecondReaderOptions;
  readonly #budget: TokenBudget;
  readonly #waiting: (() => void)[] = [];
  /** What ends each text that waits or is read. */
  readonly #texts = new Set<AbortController>();
  #model: Promise<AskModel> | null = null;
  #underWay = 0;
  /** Why it is of no use to ask, and until when. */
  #pause: { readonly fault: ReaderFault; readonly until: number } | null = null;

  constructor(settings: ReaderSettings, options: SecondReaderOptions = {}) {
    this.version = settings.model;
    this.#settings = settings;
    this.#options = options;
    this.#budget = new TokenBudget(settings.tokensPerDay, options.now);
  }

  /** What goes wrong is told in the reading. @throws The signal's reason, once it is aborted */
  async read(
    text: string,
    { signal }: { readonly signal?: AbortSignal | undefined } = {},
  ): Promise<SecondReading> {
    const begun = performance.now();
    const seen = legible(text);
    const all = stretchesOf(seen.text, passageLength);
    const stretches = all.slice(0, mostPassages);
    const end = new AbortController();
    const leave = (): void => end.abort(signal?.reason);
    if (signal?.aborted) leave();
    signal?.addEventListener('abort', leave, { once: true });
    this.#texts.add(end);
    try {
      const read = await this.#readAll(seen, stretches, end);
      const reading: SecondReading = {
        model: this.version,
        ...read,
        passages: stretches.length,
        passagesLeft: all.length - stretches.length,
        ms: Math.round(performance.now() - begun),
      };
      this.#options.onRead?.(reading);
      return reading;
    } finally {
      signal?.removeEventListener('abort', leave);
      this.#texts.delete(end);
    }
  }

  /** Leaves whatever is read. */
  close(): void {
    const closed = new Error('The second reader was closed.');
    for (const end of this.#texts) end.abort(closed);
  }

  /** All of it or, where more than a single passage went wrong, nothing. */
  async #readAll(text: ReadText, stretches: readonly Span[], end: AbortController) {
    const { mostTexts = Number.POSITIVE_INFINITY } = this.#options;
    if (this.#texts.size > mostTexts) return failedBy(new ReaderFault('READER_BUSY'), []);
    const check = new AnswerCheck(text);
    const read: PassageRead[] = [];
    try {
      const reading = stretches.map(async (stretch, place) => {
        read[place] = await this.#readOne(text.text, stretch, { check, end: end.signal });
      });
      await Promise.all(reading);
    } catch (error) {
      end.signal.throwIfAborted();
      // The others are left, too.
      end.abort(error);
      if (error instanceof ReaderFault) return failedBy(error, Object.values(read));
      throw error;
    }
    const faults = read.flatMap(({ fault }) => fault ?? []);
    return {
      found: read.flatMap(({ found }) => found),
      leftOut: read.map(({ leftOut }) => leftOut).reduce(plusLeftOut, nothing),
      faults: [...new Map(faults.map((fault) => [fault.code, fault])).values()],
      hasFailed: false,
      tokens: read.map(({ tokens }) => tokens).reduce(plusTokens, noTokens),
    };
  }

  async #readOne(
    text: string,
    stretch: Span,
    { check, end }: { readonly check: AnswerCheck; readonly end: AbortSignal },
  ): Promise<PassageRead> {
    const {
      text: said,
      fault,
      tokens,
    } = await this.#ask(text.slice(stretch.start, stretch.end), end);
    if (fault?.code === 'READER_REFUSED') return { found: [], leftOut: nothing, fault, tokens };
    const answer = answerIn(said);
    if (answer === null) {
      const malformed = fault ?? new ReaderFault('READER_MALFORMED');
      return { found: [], leftOut: nothing, fault: malformed, tokens };
    }
    return { ...check.check(answer, stretch), fault, tokens };
  }

  async #ask(passage: string, end: AbortSignal): Promise<ModelAnswer> {
    await this.#turn(end);
    const { seconds } = this.#settings;
    const late = AbortSignal.timeout(seconds * 1_000);
    try {
      this.#assertUseful();
      this.#model ??= openModel(this.#settings);
      const ask = await this.#model;
      const answer = await ask(passage, AbortSignal.any([late, end]));
      this.#budget.spend(answer.tokens);
      return answer;
    } catch (error) {
      end.throwIfAborted();
      const fault = late.aborted ? new ReaderFault('READER_TIMED_OUT', { seconds }) : error;
      if (!(fault instanceof ReaderFault)) throw fault;
      const tokens = { input: estimatedTokens(passage), output: 0, areEstimated: true };
      if (late.aborted || fault.isOfOnePassage) this.#budget.spend(tokens);
      if (fault.isOfOnePassage) return { text: '', fault, tokens };
      if (fault.pauseMs > 0) this.#pause = { fault, until: performance.now() + fault.pauseMs };
      throw fault;
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#underWay -= 1;
      else next();
    }
  }

  #assertUseful(): void {
    if (this.#pause !== null && performance.now() < this.#pause.until) throw this.#pause.fault;
    this.#pause = null;
    this.#budget.assertLeft();
  }

  /** Waits until a request may be made. @throws The signal's reason */
  async #turn(end: AbortSignal): Promise<void> {
    end.throwIfAborted();
    if (this.#underWay < atOnce) {
      this.#underWay += 1;
      return;
    }
    await new Promise<void>((resolve, reject) => {
      const go = (): void => {
        end.removeEventListener('abort', leave);
        resolve();
      };
      const leave = (): void => {
        this.#waiting.splice(this.#waiting.indexOf(go), 1);
        reject(end.reason);
      };
      this.#waiting.push(go);
      end.addEventListener('abort', leave, { once: true });
    });
  }
}

function failedBy(fault: ReaderFault, read: readonly PassageRead[]) {
  const tokens = read.map((passage) => passage.tokens).reduce(plusTokens, noTokens);
  return { found: [], leftOut: nothing, faults: [fault], hasFailed: true, tokens };
}

interface PassageRead {
  readonly found: readonly StanceFound[];
  readonly leftOut: LeftOut;
  readonly fault: ReaderFault | null;
  readonly tokens: Tokens;
}

const nothing: LeftOut = { words: 0, actor: 0, claim: 0, shape: 0 };

function plusLeftOut(a: LeftOut, b: LeftOut): LeftOut {
  return {
    words: a.words + b.words,
    actor: a.actor + b.actor,
    claim: a.claim + b.claim,
    shape: a.shape + b.shape,
  };
}
