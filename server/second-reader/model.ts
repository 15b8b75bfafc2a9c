import type { ReaderSettings } from '../config.ts';
import { boundedFetch } from './bounded-fetch.ts';
import { instructions, marked } from './instructions.ts';
import { ReaderFault } from './reader-fault.ts';
import { estimatedTokens, type Tokens } from './token-budget.ts';

/** What a model answered to a passage. */
export interface ModelAnswer {
  readonly text: string;
  /** Why there is no more of it, or none. */
  readonly fault: ReaderFault | null;
  readonly tokens: Tokens;
}

/** Asks a model to read a passage. @throws ReaderFault; the signal's reason, once it is aborted */
export type AskModel = (passage: string, signal: AbortSignal) => Promise<ModelAnswer>;

const mostOutputTokens = 2_000;

// The other side says when to come back, or it is asked again after two seconds and after four.
const maxRetries = 2;

/** A model behind an OpenAI-compatible server. The library is loaded here and not before: it takes 0.15 s of a processor and 15 MB. */
export async function openModel(settings: ReaderSettings): Promise<AskModel> {
  const { openChat } = await import('./chat.ts');
  const chat = openChat(settings, boundedFetch);
  /** Some models take neither: they are asked without, from then on. */
  let usual: object = { temperature: 0, maxOutputTokens: mostOutputTokens };
  const ask = async (prompt: string, abortSignal: AbortSignal) => {
    const asked = { system: instructions, prompt, abortSignal, maxRetries };
    try {
      return await chat({ ...asked, ...usual });
    } catch (error) {
      if (statusOf(error) !== 400 && statusOf(error) !== 422) throw error;
      const answer = await chat(asked);
      usual = {};
      return answer;
    }
  };
  return async (passage, signal) => {
    const prompt = marked(passage);
    const done = await ask(prompt, signal).catch((error: unknown) => {
      signal.throwIfAborted();
      throw faultOf(error, settings);
    });
    const { text, finishReason, usage, response } = done;
    return {
      text,
      fault: faultIn(finishReason, response.body),
      tokens: tokensOf(usage, { input: instructions + prompt, output: text }),
    };
  };
}

function faultIn(finishReason: string, body: unknown): ReaderFault | null {
  const { choices } = Object(body);
  const { refusal } = Object(Object(choices?.[0]).message);
  const isRefused =
    finishReason === 'content-filter' || (typeof refusal === 'string' && refusal !== '');
  if (isRefused) return new ReaderFault('READER_REFUSED');
  return finishReason === 'length' ? new ReaderFault('READER_TRUNCATED') : null;
}

/** The last of several tries decides. */
function lastOf(error: unknown): unknown {
  return Object(error).lastError ?? error;
}

function statusOf(error: unknown): number | undefined {
  const { statusCode } = Object(lastOf(error));
  return typeof statusCode === 'number' ? statusCode : undefined;
}

const pauseMs = 10_000;
const longestPauseMs = 3_600_000;

function faultOf(error: unknown, settings: ReaderSettings): Error {
  const last = lastOf(error);
  if (last instanceof ReaderFault) return last;
  const status = statusOf(error);
  if (status === undefined || (status >= 200 && status < 300)) {
    return new ReaderFault('READER_MALFORMED');
  }
  const said = saidBy(last, settings);
  if (status === 429) {
    const after = Number(Object(Object(last).responseHeaders)['retry-after']) * 1_000;
    const told = after > 0 ? Math.min(after, longestPauseMs) : pauseMs;
    return new ReaderFault('READER_RATE_LIMITED', { pauseMs: told, said });
  }
  if (status === 401 || status === 403) return new ReaderFault('READER_KEY_REFUSED', { said });
  if (status === 404) return new ReaderFault('READER_NOT_FOUND', { said });
  return new ReaderFault('READER_FAILED', { status, said });
}

/** The other side's own words on one line, without the key, and none of its keys' likenesses. */
function saidBy(error: unknown, { key }: ReaderSettings): string {
  const words = String(Object(error).message ?? '').slice(0, 2_000);
  const withoutKey = key === undefined ? words : words.replaceAll(key, '…');
  return withoutKey
    .replace(/\b(?:sk|key|bearer|token)[-_ ][\w.*…-]{6,}/giu, '…')
    .replace(/[^\p{L}\p{N}\p{P}\p{S} ]+/gu, ' ')
    .slice(0, 200);
}

interface Asked {
  readonly input: string;
  readonly output: string;
}

function tokensOf(
  {
    inputTokens,
    outputTokens,
  }: { inputTokens: number | undefined; outputTokens: number | undefined },
  asked: Asked,
): Tokens {
  // Nothing was asked for nothing.
  const areTold = isCount(inputTokens) && isCount(outputTokens) && inputTokens > 0;
  if (areTold) return { input: inputTokens, output: outputTokens, areEstimated: false };
  return {
    input: estimatedTokens(asked.input),
    output: estimatedTokens(asked.output),
    areEstimated: true,
  };
}

function isCount(tokens: number | undefined): tokens is number {
  return Number.isSafeInteger(tokens) && Number(tokens) >= 0;
}
