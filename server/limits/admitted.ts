import { type ExecutionResult, GraphQLError } from 'graphql';
import { refusalToChange } from '../../schema/changing/authorised.ts';
import { codedError } from '../../schema/coded.ts';
import type { GraphContext } from '../../schema/context.ts';
import type { Executor } from '../../schema/reading/execute.ts';
import type { RequestFacts } from '../request-facts.ts';
import type { Admission } from './admission.ts';

type Asking = Pick<GraphContext, 'aside' | 'cancellation' | 'viewer'> &
  Pick<RequestFacts, 'isOwner'>;

/** Executes what is admitted, in the time that it may take, and tells in the answer what it cost. */
export function admitted(
  execute: Executor,
  { admission, ms }: { readonly admission: Admission; readonly ms: number },
): Executor {
  return (args) => {
    const judged = admission.judge(args);
    if (judged instanceof GraphQLError) return { errors: [judged] };
    // The context of every operation is ours; the owner has all the time.
    const asking = args.contextValue as Asking;
    const told = (result: ExecutionResult) => judged.settle(result, asking.aside.spentMs);
    const refused = refusalToChange(args, asking.viewer);
    if (refused) return told({ data: null, errors: [refused] });
    const result = execute(args);
    if (!(result instanceof Promise)) return told(result);
    return (asking.isOwner ? result : inTime(result, ms, asking)).then(told);
  };
}

/** The result, or a refusal where it is not there in time: then no more is read for it. */
function inTime(
  result: Promise<ExecutionResult>,
  ms: number,
  { cancellation }: Asking,
): Promise<ExecutionResult> {
  return new Promise((resolve, reject) => {
    const giveUp = (): void => {
      cancellation.request();
      resolve({ errors: [tookTooLong(ms)] });
    };
    const look = (): void => {
      const left = cancellation.stoodStillUntil + ms - performance.now();
      if (left > 0) impatience = setTimeout(look, left);
      else giveUp();
    };
    let impatience = setTimeout(look, ms);
    result.then(resolve, reject).finally(() => clearTimeout(impatience));
  });
}

function tookTooLong(ms: number): GraphQLError {
  return codedError(
    'UNAVAILABLE',
    `This took longer than ${ms / 1_000} s. A change may yet be carried out: ask again, with the same idempotencyKey.`,
  );
}
