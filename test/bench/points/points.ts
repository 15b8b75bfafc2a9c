import { createLoad } from '../load.ts';
import { type MeasureOptions, type Priced, price, warmUp, yardstick } from './measure.ts';
import type { PointsOptions } from './options.ts';
import type { Question } from './questions/question.ts';
import { kinds } from './questions/questions.ts';
import { sdkQuestions } from './questions/sdk.ts';
import { isBeyond, microsOfPoint, type PointsReport } from './report.ts';
import { openStage, type Stage } from './stage.ts';

/** Questions between two looks at how fast the machine is. */
const between = 25;

/** So often is asked again what is beyond its bounds, before it is said to be: others may have been in the way. */
const secondLooks = 3;

/** Prices every question. */
export async function measurePoints(
  record: string,
  {
    build,
    rounds,
    kinds: chosen,
    word,
  }: Pick<PointsOptions, 'rounds' | 'kinds' | 'word'> & { readonly build: string },
  tell: (progress: string) => void,
): Promise<PointsReport> {
  await using stage = await openStage(record, build);
  const load = createLoad(1);
  const options: MeasureOptions = { load, rounds };
  const asked: Asked[] = [];
  const yardsticks: number[] = [];
  try {
    const common = sdkQuestions(stage.landmarks).filter(({ most }) => most === undefined);
    await warmUp(stage, common, load);
    for (const kind of chosen) {
      const questions = (kinds[kind]?.(stage.landmarks) ?? []).filter(({ name }) =>
        name.includes(word),
      );
      tell(`${kind}: ${questions.length} questions`);
      for (const [place, question] of questions.entries()) {
        if (place % between === 0) {
          yardsticks.push(await yardstick(stage, options));
          tell(`yardstick: ${Math.round(yardsticks.at(-1) ?? 0)} us`);
        }
        const found = await price(stage, question, options);
        tell(`${question.name}: ${found.points} points, ${Math.round(found.micros)} us`);
        asked.push({ question, priced: found });
      }
    }
    const looked = { ...options, stage, yardsticks, tell };
    const priced: Priced[] = [];
    for (const each of asked) priced.push(await lookAgain(each, looked));
    return { priced, yardsticks };
  } finally {
    load.close();
  }
}

interface Asked {
  readonly question: Question;
  readonly priced: Priced;
}

interface LookOptions extends MeasureOptions {
  readonly stage: Stage;
  readonly yardsticks: number[];
  readonly tell: (progress: string) => void;
}

/** What a question costs, measured again while it is beyond its bounds: noise adds to what is measured, and never takes from it. */
async function lookAgain(
  { priced, question }: Asked,
  { stage, tell, yardsticks, ...options }: LookOptions,
): Promise<Priced> {
  let least = priced;
  for (let looks = 0; looks < secondLooks; looks += 1) {
    if (!isBeyond(least, microsOfPoint({ yardsticks }))) return least;
    yardsticks.push(await yardstick(stage, options));
    const again = await price(stage, question, options);
    tell(`again: ${again.name}: ${again.points} points, ${Math.round(again.micros)} us`);
    if (again.micros < least.micros) least = again;
  }
  return least;
}
