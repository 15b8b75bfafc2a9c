import { type ExecutionArgs, type ExecutionResult, GraphQLError } from 'graphql';
import { codedError } from '../../schema/coded.ts';
import type { GraphContext } from '../../schema/context.ts';
import type { Executor } from '../../schema/reading/execute.ts';
import type { RequestFacts } from '../request-facts.ts';
import type { Admission } from './admission.ts';

type Asking = Pick<GraphContext, 'signal'> & Pick<RequestFacts, 'isOwner'>;

/** What costs so much is stopped when its time is over; anything else is over soon, and only its answer is given up. */
const stoppedFrom = 4_500;

/** Executes what is admitted, in the time that it may take, and tells in the answer what it cost. */
export function admitted(
  execute: Executor,
  { admission, ms }: { readonly admission: Admission; readonly ms: number },
): Executor {
  return (args) => {
    const judged = admission.judge(args);
    if (judged instanceof GraphQLError) return { errors: [judged] };
    const told = (result: ExecutionResult) => {
      const cost = judged.settle(result);
      return { ...result, extensions: { cost } };
    };
    // The context of every operation is ours; the owner has all the time.
    const asking = args.contextValue as Asking;
    const isStopped = judged.points >= stoppedFrom && !asking.isOwner;
    const result = execute(isStopped ? stoppedAfter(ms, asking, args) : args);
    if (!(result instanceof Promise)) return told(result);
    return (asking.isOwner ? result : inTime(result, ms)).then(told);
  };
}

function stoppedAfter(ms: number, asking: Asking, args: ExecutionArgs): ExecutionArgs {
  const signals = [AbortSignal.timeout(ms), ...(asking.signal ? [asking.signal] : [])];
  return { ...args, contextValue: { ...asking, signal: AbortSignal.any(signals) } };
}

/** The result, or a refusal where it is not there in time. */
function inTime(result: Promise<ExecutionResult>, ms: number): Promise<ExecutionResult> {
  return new Promise((resolve, reject) => {
    const impatience = setTimeout(() => resolve({ errors: [tookTooLong(ms)] }), ms);
    result.then(resolve, reject).finally(() => clearTimeout(impatience));
  });
}

function tookTooLong(ms: number): GraphQLError {
  return codedError(
    'UNAVAILABLE',
    `This took longer than ${ms / 1_000} s. A change may yet be carried out: ask again, with the same idempotencyKey.`,
  );
}
