import type { IncomingMessage } from 'node:http';
import type { ExecutionResult } from 'graphql';
import type { Viewer } from '../../schema/context.ts';
import { Written } from '../../schema/writing/written.ts';
import { crossOriginHeaders } from '../cors.ts';
import { asBytes, encoded } from '../encoded.ts';
import { type Keeper, type ReadyAnswer, tailOf } from '../kept/keeper.ts';
import type { Extensions } from '../limits/bill.ts';
import {
  isKnownTo,
  type PublicAnswerOptions,
  privateHeaders,
  publicHeaders,
  tagOf,
  whoMayKeep,
} from '../public-answer.ts';
import type { RequestFacts } from '../request-facts.ts';
import { alwaysTold, usuallyTold } from '../security-headers.ts';

const usual = [...usuallyTold, ...alwaysTold].flat();
const keptToldOf = [...usuallyTold.filter(([name]) => name !== 'cache-control'), ...alwaysTold];
const usualButKept = keptToldOf.flat();
const usualForEmbeds = keptToldOf
  .filter(([name]) => name !== 'cross-origin-resource-policy')
  .flat();

/** An answer that is there to be told. */
export interface Told {
  bytes(): Buffer;
  /** What stands in for it, in any other answer that tells the same. */
  tag(): string;
}

/** An answer that is ready. */
export const toldBy = (
  keeper: Keeper,
  answer: ReadyAnswer,
  to: { readonly asker: Viewer | null; readonly extensions: Extensions },
): Told => ({
  bytes: () => keeper.bytesOf(answer, to),
  tag: () => keeper.tagOf(answer, to.asker),
});

/** A result that nobody keeps, as `JSON.stringify` would write it. */
export function toldOf(result: ExecutionResult): Told {
  const { data, extensions } = result;
  const tail = tailOf(extensions);
  const bytes =
    data instanceof Written
      ? asBytes(`{"data":${data.bytes}${tail}`)
      : encoded(JSON.stringify(result));
  return { bytes: () => bytes, tag: () => tagOf(bytes.subarray(0, bytes.length - tail.length)) };
}

/** Who may keep an answer and what else is told of it, and whether who asks has it. */
export function headersFor(
  { headers, method = '' }: IncomingMessage,
  facts: RequestFacts,
  { options, told }: { readonly options: PublicAnswerOptions; readonly told: Told },
): { readonly headers: readonly string[]; readonly isKnown: boolean } {
  const { origin } = headers;
  const { isForEmbeds } = facts;
  const keeps = whoMayKeep(method, facts);
  if (keeps === 'everybody') {
    const tag = told.tag();
    return {
      headers: [
        ...publicHeaders(origin, tag, { ...options, isForEmbeds }).flat(),
        ...(isForEmbeds && options.embeds.isOpen ? usualForEmbeds : usualButKept),
      ],
      isKnown: isKnownTo(headers['if-none-match'], tag),
    };
  }
  const crossOrigin = crossOriginHeaders(origin, options.allowsOrigin).flat();
  const kept = keeps === 'nobody' ? [...privateHeaders.flat(), ...usualButKept] : usual;
  return { headers: [...crossOrigin, ...kept], isKnown: false };
}
