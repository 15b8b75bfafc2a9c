import { type ExecutionResult, getOperationAST } from 'graphql';
import type { Database } from '../db/client.ts';
import type { Confirm, GraphContext } from '../schema/context.ts';
import type { Executor } from '../schema/reading/execute.ts';
import { asGraphQLError } from './coded-errors.ts';

/**
 * Executes as `execute` does. Whoever was believed to hold a token is answered once the record says so: that is asked with what
 * the operation asks first, so that nobody waits for it.
 */
export function confirming(execute: Executor): Executor {
  return (args) => {
    // The context of every operation is ours.
    const { reader, viewer } = args.contextValue as GraphContext;
    const confirm = viewer?.confirm;
    if (confirm === undefined) return execute(args);
    const isChange = getOperationAST(args.document, args.operationName)?.operation === 'mutation';
    // A change asks it where it is written.
    if (!isChange) void asked(confirm(reader));
    return answerConfirmed(
      () => execute(args),
      () => confirm(reader),
    );
  };
}

/** The same database, that writes nothing before the token of whoever asks is confirmed. */
export function confirmedBy(confirm: Confirm, db: Database): Database {
  const write: Database['write'] = (request, command) =>
    db.write(request, async (tx) => {
      const confirmed = asked(confirm(tx.reader));
      try {
        return await command(tx);
      } finally {
        await confirmed;
      }
    });
  return Object.create(db, { write: { value: write } });
}

async function answerConfirmed(
  execute: () => ExecutionResult | Promise<ExecutionResult>,
  confirmed: () => Promise<void>,
): Promise<ExecutionResult> {
  const result = await execute();
  try {
    await confirmed();
    return result;
  } catch (error) {
    return { errors: [asGraphQLError(error)] };
  }
}

/** The same promise, whose failure is told to whoever waits for it in the end. */
function asked(confirmed: Promise<void>): Promise<void> {
  confirmed.catch(() => {});
  return confirmed;
}
