import type { DocumentNode } from 'graphql';
import type { Executor } from '../../../schema/reading/execute.ts';
import { type Asker, answerTo, definition, toldBy, type Way } from './answers.ts';
import { cursorsIn } from './cursors.ts';
import { difference } from './difference.ts';
import type { RandomOperation } from './random-document.ts';
import type { Variables } from './random-values.ts';

/** How many there were, and how they were answered. */
export interface AnswerCounts {
  answers: number;
  /** Of them, those with errors. */
  errors: number;
  readonly answersBy: Record<Way, number>;
}

/** What is asked, and what is written down of it. */
export interface Asking {
  readonly asker: Asker;
  readonly document: DocumentNode;
  readonly operation: RandomOperation;
  readonly executor: Executor;
  /** For what looks into a difference. */
  readonly createExecutor: () => Executor;
  readonly counts: AnswerCounts;
  readonly differences: string[];
}

/**
 * Asks an operation with several sets of variables, every other time with the same from a cursor on that was handed out; as often
 * as makes an executor compile it. Tells in which ways it was answered.
 */
export async function askOperation(asking: Asking): Promise<ReadonlySet<Way>> {
  const { asker, counts, createExecutor, differences, document, executor, operation } = asking;
  const { name: operationName, values } = operation;
  const ways = new Set<Way>();
  const cursors = values.variables.filter(({ cursorsAt }) => cursorsAt);
  const turns = cursors.length === 0 ? 3 : 4;
  let variables: Variables = {};
  let told: unknown = null;
  for (let turn = 0; turn < turns; turn += 1) {
    variables =
      cursors.length > 0 && turn % 2 === 1
        ? { ...variables, ...values.given(cursors, (places) => cursorsIn(told, places)) }
        : values.given(values.variables);
    const question = { asker, document, operationName, variables };
    const answer = await answerTo(question, executor);
    const expected = await answerTo(question, definition);
    told = JSON.parse(expected.data ?? 'null');
    ways.add(answer.way);
    counts.answers += 1;
    counts.errors += answer.errors.length > 0 ? 1 : 0;
    counts.answersBy[answer.way] += 1;
    if (toldBy(answer, asker) === toldBy(expected, asker)) continue;
    differences.push(await difference(question, createExecutor));
    break;
  }
  return ways;
}

/** The best of these ways: in text, or at least compiled. */
export function bestOf(ways: ReadonlySet<Way>): Way {
  return (['text', 'jit'] as const).find((way) => ways.has(way)) ?? 'neither';
}

export const noAnswers = (): AnswerCounts => ({
  answers: 0,
  errors: 0,
  answersBy: { text: 0, jit: 0, neither: 0 },
});
