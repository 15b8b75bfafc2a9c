import { createLoad } from '../load.ts';
import { type MeasureOptions, type Priced, price, warmUp, yardstick } from './measure.ts';
import type { PointsOptions } from './options.ts';
import { kinds } from './questions/questions.ts';
import { sdkQuestions } from './questions/sdk.ts';
import type { PointsReport } from './report.ts';
import { openStage } from './stage.ts';

/** Questions between two looks at how fast the machine is. */
const between = 25;

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
  const priced: Priced[] = [];
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
        priced.push(found);
      }
    }
    return { priced, yardsticks };
  } finally {
    load.close();
  }
}
