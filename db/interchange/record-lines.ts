import { judgeClaim, recordClaims } from '../commands/record-claim.ts';
import { judgeStance, recordStances } from '../commands/record-stance.ts';
import { lastSeq } from '../queries/event.ts';
import { OnRecordView } from '../queries/record-view.ts';
import { Conflict, RecordError } from '../rules/errors.ts';
import { Names } from '../rules/names.ts';
import { LoopTurns } from '../write/loop-turns.ts';
import type { Recorded, WriteTx } from '../write/transaction.ts';
import { addNames, type LineInput, lineInput } from './line-input.ts';
import type { Line } from './lines.ts';
import { LinesRefused } from './lines-refused.ts';
import { type RecordChoices, recordOrUnite } from './on-conflict.ts';
import type { LineFault, SourceLine } from './source.ts';

/** A line that is to be recorded, and where it stands. */
export interface LineAt {
  readonly at: SourceLine;
  readonly line: Line;
}

/**
 * Records lines in their order, and tells of each whether it brought something. Claims that follow one another, and stances,
 * are looked up and inserted at once.
 * @throws LinesRefused
 */
export async function recordLines(
  tx: WriteTx,
  lines: readonly LineAt[],
  choices: RecordChoices,
): Promise<boolean[]> {
  const [last] = await tx.reader.read(lastSeq);
  const changed: boolean[] = [];
  for (const run of runsIn(lines)) {
    for (const recorded of await recordRun(tx, run, choices))
      changed.push(recorded !== null && recorded.seq > (last?.seq ?? 0));
  }
  return changed;
}

export function faultAt({ source, number }: SourceLine, refusal: RecordError): LineFault {
  return { source: source.name, line: number, refusal };
}

/** Lines that bear on nothing in one another: claims or stances with slugs of their own, or one alone. */
function* runsIn(lines: readonly LineAt[]): Generator<readonly LineAt[]> {
  let run: LineAt[] = [];
  const slugs = new Set<string>();
  for (const one of lines) {
    const { line } = one;
    const isManifold = line.type === 'claim' || line.type === 'stance';
    const goesOn = isManifold && run[0]?.line.type === line.type && !slugs.has(line.id);
    if (!goesOn && run.length > 0) {
      yield run;
      run = [];
      slugs.clear();
    }
    run.push(one);
    if (isManifold) slugs.add(line.id);
  }
  if (run.length > 0) yield run;
}

async function recordRun(
  tx: WriteTx,
  run: readonly LineAt[],
  choices: RecordChoices,
): Promise<readonly (Recorded | null)[]> {
  const [first] = run;
  if (first === undefined) return [];
  const told = run.map(({ at, line }) => ({ at, line, input: lineInput(line) }));
  if (run.length === 1) return [await recordAlone(tx, first, choices)];
  const names = new Names();
  for (const { input } of told) addNames(names, input);
  const view = await OnRecordView.read(tx.reader, names);
  const judge = await judgeEach(told, choices, ({ type, input }) => {
    if (type === 'claim') return { claim: judgeClaim(input, view) };
    return type === 'stance' ? { stance: judgeStance(input, view) } : {};
  });
  const claims = judge.flatMap((one) => one?.claim ?? []);
  const stances = judge.flatMap((one) => one?.stance ?? []);
  const recorded = [
    ...(await recordClaims(tx, claims, view)),
    ...(await recordStances(tx, stances, view)),
  ].values();
  const all: (Recorded | null)[] = [];
  for (const [place, one] of run.entries()) {
    const isJudged = judge[place] !== null;
    all.push(isJudged ? (recorded.next().value ?? null) : await recordAlone(tx, one, choices));
  }
  return all;
}

/** What is told of each; null of what is on record with other content, where that is not refused. @throws LinesRefused */
async function judgeEach<Judged>(
  told: readonly (LineAt & { readonly input: LineInput })[],
  { onConflict }: RecordChoices,
  judge: (input: LineInput) => Judged,
): Promise<readonly (Judged | null)[]> {
  const turns = new LoopTurns();
  const all: (Judged | null)[] = [];
  for (const { at, input } of told) {
    await turns.leaveRoom();
    try {
      all.push(judge(input));
    } catch (error) {
      if (!(error instanceof RecordError)) throw error;
      if (!(error instanceof Conflict) || onConflict === 'FAIL')
        throw new LinesRefused([faultAt(at, error)]);
      all.push(null);
    }
  }
  return all;
}

async function recordAlone(
  tx: WriteTx,
  { at, line }: LineAt,
  choices: RecordChoices,
): Promise<Recorded | null> {
  try {
    return await recordOrUnite(tx, line, choices);
  } catch (error) {
    throw error instanceof RecordError ? new LinesRefused([faultAt(at, error)]) : error;
  }
}
