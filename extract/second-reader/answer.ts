import * as z from 'zod';
import { actorKinds } from '../actors/actor.ts';
import { claimKinds } from '../claims/claim.ts';
import { certainties, stanceKinds } from '../stances/kinds.ts';

/** One stance as a model answers it. What it leaves out, or calls otherwise, of the lesser things is as usual. */
const answered = z.object({
  quote: z.string().min(1).max(2_000),
  actor: z.string().min(1).max(200),
  actorKind: z.enum(actorKinds).optional().catch(undefined),
  via: z.array(z.string().min(1).max(200)).max(4).catch([]),
  kind: z.enum(stanceKinds),
  certainty: z.enum(certainties).catch('PLAIN'),
  claim: z.string().min(1).max(500),
  claimKind: z.enum(claimKinds).catch('FACT'),
});

export type StanceAnswered = z.output<typeof answered>;

/** What a model answers, as far as it is of the right shape. */
export interface Answer {
  readonly stances: readonly StanceAnswered[];
  /** How many pieces were of another shape. */
  readonly misshapen: number;
}

const mostStances = 40;

/** Models that think aloud do so before they answer. */
const thoughts = /^[\s\S]*<\/think(?:ing)?>/u;

/**
 * The stances in an answer, whatever stands around them: a fence, a sentence, a list, an object; those before the place where it
 * breaks off. Null where there is no JSON that tells any, or that there are none.
 */
export function answerIn(text: string): Answer | null {
  const said = text.replace(thoughts, '');
  const stances: StanceAnswered[] = [];
  let misshapen = 0;
  for (const piece of innermostObjects(said)) {
    const value = parsed(piece);
    if (isFrame(value)) continue;
    const read = answered.safeParse(value);
    if (!read.success || stances.length === mostStances) misshapen += 1;
    else stances.push(read.data);
  }
  const isEmpty = stances.length === 0 && misshapen === 0;
  return isEmpty && !/\[\s*\]/u.test(said) ? null : { stances, misshapen };
}

/** Whether it is what stances come in, and none itself: `{"stances": []}`. */
function isFrame(value: unknown): boolean {
  return (
    value !== undefined && !['quote', 'actor', 'kind', 'claim'].some((key) => key in Object(value))
  );
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** The objects that hold no others: braces in strings are none, and a brace that nothing closes leads nowhere. */
function* innermostObjects(text: string): Generator<string> {
  let start = -1;
  let isInString = false;
  for (let at = 0; at < text.length; at++) {
    const letter = text[at];
    if (isInString) {
      if (letter === '\\') at += 1;
      else if (letter === '"') isInString = false;
    } else if (letter === '{') start = at;
    else if (letter === '"') isInString = start >= 0;
    else if (letter === '}' && start >= 0) {
      yield text.slice(start, at + 1);
      start = -1;
    }
  }
}
