import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { everything } from '../../kit/committed.ts';
import { type OpenHandler, openHandler } from '../http/open-handler.ts';
import { fileOf, imported } from '../interchange/files.ts';
import { type Ask, byImport, byMutation } from './doors.ts';
import { onRecord, refusedLines } from './every-refusal.ts';

let desk: OpenHandler;
let ask: Ask;

beforeAll(async () => {
  desk = await openHandler();
  await imported(desk.db, fileOf(onRecord));
  ask = async (query, variables) => {
    const response = await desk.ask({ query, variables }, {}, { isOwner: true, address: '' });
    return response.json();
  };
});

afterAll(() => desk[Symbol.asyncDispose]());

describe('a line is refused with the same code, key and message by its mutation, in a dry run and in an import', () => {
  test.each(refusedLines)('$name', async ({ line, code, path, says, notInGraph }) => {
    const before = everything(desk.path);

    const dry = await byImport(ask, line, true);
    const real = await byImport(ask, line, false);

    expect(real).toEqual({ code, path, message: expect.stringMatching(says) });
    // A part of a file may refer to another part: a dry run tells of that apart.
    if (code !== 'NOT_ON_RECORD') expect(dry).toEqual(real);
    if (!notInGraph) expect(await byMutation(ask, line)).toEqual(real);
    expect(everything(desk.path)).toEqual(before);
  });
});
