import { writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { everything } from '../../kit/committed.ts';
import { openPlaceInProcess, type PlaceInProcess } from '../cli/in-process.ts';
import { type OpenHandler, openHandler } from '../http/open-handler.ts';
import { fileOf, imported } from '../interchange/files.ts';
import { type Ask, byImport, byMutation, inFaults, type Told } from './doors.ts';
import { onRecord, refusedLines } from './every-refusal.ts';

let desk: OpenHandler;
let place: PlaceInProcess;
let ask: Ask;
/** What `onrecord import` tells of each line, by its name: of a file of its own, and of one that a server owns. */
let ofFile: ReadonlyMap<string, Told>;
let throughServer: ReadonlyMap<string, Told>;

beforeAll(async () => {
  desk = await openHandler();
  await imported(desk.db, fileOf(onRecord));
  ask = async (query, variables) => {
    const response = await desk.ask({ query, variables }, {}, { isOwner: true, address: '' });
    return response.json();
  };
  place = await openPlaceInProcess();
  expect(await importLines('sound', onRecord)).toMatchObject({ code: 0 });
  ofFile = await faultsOfEach();
  await place.start('serve').until('/graphql');
  throughServer = await faultsOfEach();
}, 300_000);

afterAll(async () => {
  await place[Symbol.asyncDispose]();
  await desk[Symbol.asyncDispose]();
});

describe('a line is refused with the same code, key and message at every door', () => {
  test.each(refusedLines)('$name', async ({ name, line, code, path, says, notInGraph }) => {
    const before = everything(desk.path);

    const dry = await byImport(ask, line, true);
    const real = await byImport(ask, line, false);

    expect(real).toEqual({ code, path, message: expect.stringMatching(says) });
    // A part of a file may refer to another part: a dry run tells of that apart.
    if (code !== 'NOT_ON_RECORD') expect(dry).toEqual(real);
    if (!notInGraph) expect(await byMutation(ask, line)).toEqual(real);
    expect(ofFile.get(name)).toEqual(real);
    expect(throughServer.get(name)).toEqual(real);
    expect(everything(desk.path)).toEqual(before);
  });
});

async function faultsOfEach(): Promise<ReadonlyMap<string, Told>> {
  const faults = new Map<string, Told>();
  for (const { name, line } of refusedLines) {
    const { code, out } = await importLines('refused', [line]);
    expect(code).toBe(1);
    faults.set(name, inFaults(out));
  }
  return faults;
}

async function importLines(name: string, lines: readonly object[]) {
  const file = place.file(`${name}.jsonl`);
  const header = { type: 'record', format: 'onrecord/1' };
  await writeFile(file, [header, ...lines].map((line) => `${JSON.stringify(line)}\n`).join(''));
  return place.run('import', '--json', file);
}
