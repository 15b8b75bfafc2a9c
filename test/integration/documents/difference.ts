import { print } from 'graphql';
import type { Executor } from '../../../schema/reading/execute.ts';
import { answerTo, definition, type Question, toldBy } from './answers.ts';
import { smaller } from './smaller.ts';

// As often as makes an executor compile it.
const times = 4;

/** Tells of a question that is answered otherwise than by graphql-js, with as little of it as is answered otherwise. */
export async function difference(
  question: Question,
  createExecutor: () => Executor,
): Promise<string> {
  const answersOf = async (asked: Question) => {
    const executor = createExecutor();
    const expected = toldBy(await answerTo(asked, definition), asked.asker);
    for (let time = 0; time < times; time += 1) {
      const answered = toldBy(await answerTo(asked, executor), asked.asker);
      if (answered !== expected) return { answered, expected };
    }
    return null;
  };
  const isAnsweredOtherwise = async (asked: Question) => (await answersOf(asked)) !== null;
  // What depends on what was asked before is told as it was asked.
  const least = (await isAnsweredOtherwise(question))
    ? await smaller(question, isAnsweredOtherwise)
    : question;
  const { answered, expected } = (await answersOf(least)) ?? { answered: 'the same', expected: '' };
  return [
    `asked by ${least.asker.name}${least === question ? ', as it was drawn' : ''}:`,
    print(least.document),
    JSON.stringify(least.variables),
    `answered ${around(answered, expected)}`,
    `expected ${around(expected, answered)}`,
  ].join('\n');
}

/** The part of a text in which it is not the other. */
function around(text: string, other: string): string {
  let at = 0;
  while (at < text.length && text[at] === other[at]) at += 1;
  const start = Math.max(0, at - 300);
  return `${start > 0 ? '…' : ''}${text.slice(start, at + 300)}${text.length > at + 300 ? '…' : ''}`;
}
