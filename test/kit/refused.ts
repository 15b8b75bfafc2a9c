import { expect } from 'vitest';
import { RecordError } from '../../db/rules/errors.ts';
import type { WriteTx } from '../../db/write/write.ts';
import { everything } from './committed.ts';
import type { TestRecord } from './open-record.ts';
import { write } from './owner.ts';

/** Expects that a command is refused, with these facts, and that nothing was written: no row, no event. */
export async function expectRefused<Input>(
  { db, path }: TestRecord,
  [command, input]: readonly [(tx: WriteTx, input: Input) => Promise<unknown>, Input],
  facts: { readonly code: string; readonly path: readonly string[] } & Readonly<
    Record<string, unknown>
  >,
): Promise<void> {
  const before = everything(path);
  const refusal: unknown = await write(db, command, input).then(
    () => 'it was not refused',
    (error: unknown) => error,
  );
  expect(refusal).toBeInstanceOf(RecordError);
  expect(refusal).toMatchObject(facts);
  expect(everything(path)).toEqual(before);
}
