import { insertArticles } from '../commands/insert-article.ts';
import { judgeActor, recordActors } from '../commands/record-actor.ts';
import { judgeArticle } from '../commands/record-article.ts';
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
 * Records lines in their order, and tells of each whether it brought something. Lines of one type that follow one another, and
 * bear on nothing in one another, are looked up and inserted at once.
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

/** Lines of one type that bear on nothing in one another, or one alone. */
function* runsIn(lines: readonly LineAt[]): Generator<readonly LineAt[]> {
  let run: LineAt[] = [];
  const taken = new Set<string>();
  for (const one of lines) {
    const names = namesIfManifold(one.line);
    const goesOn =
      names !== null &&
      run[0]?.line.type === one.line.type &&
      taken.size > 0 &&
      !names.some((name) => taken.has(name));
    if (!goesOn && run.length > 0) {
      yield run;
      run = [];
      taken.clear();
    }
    run.push(one);
    for (const name of names ?? []) taken.add(name);
  }
  if (run.length > 0) yield run;
}

/** The names that only one of several lines may have that are recorded at once; null for what is recorded alone. */
function namesIfManifold(line: Line): readonly string[] | null {
  switch (line.type) {
    case 'claim':
    case 'stance':
      return [line.id];
    case 'actor': {
      const { id, wikidataId, grantedBy } = line;
      return grantedBy === undefined ? [id, ...(wikidataId ? [`item ${wikidataId}`] : [])] : null;
    }
    case 'article': {
      const { id, sha256, supersedes, alike = [], withdrawn, erased } = line;
      const isPlain = alike.length === 0 && !(supersedes || withdrawn || erased);
      return isPlain && sha256 !== undefined ? [id, `sha256 ${sha256}`] : null;
    }
    default:
      return null;
  }
}

async function recordRun(
  tx: WriteTx,
  run: readonly LineAt[],
  choices: RecordChoices,
): Promise<readonly (Recorded | null)[]> {
  const [first] = run;
  if (first === undefined) return [];
  if (run.length === 1) return [await recordAlone(tx, first, choices)];
  const told = run.map(({ at, line }) => ({ at, line, input: lineInput(line) }));
  const names = new Names();
  for (const { input } of told) addNames(names, input);
  const view = await OnRecordView.read(tx.reader, names);
  const judged = await judgeEach(told, choices, (input) => judgeIn(view, input));
  const recorded = (await recordAll(tx, judged, view)).values();
  const all: (Recorded | null)[] = [];
  for (const [place, one] of run.entries()) {
    const isJudged = judged[place] !== null;
    all.push(isJudged ? (recorded.next().value ?? null) : await recordAlone(tx, one, choices));
  }
  return all;
}

/** What a line tells, by its type; null of an article on record, to which it may bring what the record lacks. */
function judgeIn(view: OnRecordView, { type, input }: LineInput) {
  switch (type) {
    case 'actor':
      return { actor: judgeActor(input, view) };
    case 'article': {
      const { content, known } = judgeArticle(input, view);
      return known === null ? { article: { content, supersedes: null } } : null;
    }
    case 'claim':
      return { claim: judgeClaim(input, view) };
    case 'stance':
      return { stance: judgeStance(input, view) };
    default:
      return null;
  }
}

type Judged = NonNullable<ReturnType<typeof judgeIn>>;

/** Records what lines of one type tell. */
async function recordAll(
  tx: WriteTx,
  judged: readonly (Judged | null)[],
  view: OnRecordView,
): Promise<readonly Recorded[]> {
  const told = judged.flatMap((one) => one ?? []);
  const actors = told.flatMap((one) => ('actor' in one ? one.actor : []));
  const articles = told.flatMap((one) => ('article' in one ? one.article : []));
  const claims = told.flatMap((one) => ('claim' in one ? one.claim : []));
  const stances = told.flatMap((one) => ('stance' in one ? one.stance : []));
  return [
    ...(await recordActors(tx, actors, view)),
    ...(articles.length === 0 ? [] : await insertArticles(tx, articles, view)),
    ...(await recordClaims(tx, claims, view)),
    ...(await recordStances(tx, stances, view)),
  ];
}

/** What is told of each; null of what is on record with other content, where that is not refused. @throws LinesRefused */
async function judgeEach<Told>(
  told: readonly (LineAt & { readonly input: LineInput })[],
  { onConflict }: RecordChoices,
  judge: (input: LineInput) => Told | null,
): Promise<readonly (Told | null)[]> {
  const turns = new LoopTurns();
  const all: (Told | null)[] = [];
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
