import { type ExecutionArgs, getOperationAST } from 'graphql';
import type { Answered } from './metrics.ts';

/** What kind of operation is asked for. */
export function operationIn({ document, operationName }: ExecutionArgs): Answered['operation'] {
  return getOperationAST(document, operationName)?.operation ?? 'none';
}
