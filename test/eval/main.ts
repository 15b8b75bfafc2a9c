import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createAnnotate } from '../../extract/annotate.ts';
import type { Attribution } from '../../extract/attributions/attribution.ts';
import { attributionsIn } from '../../extract/attributions/attributions.ts';
import { spansOf } from '../../extract/attributions/spans.ts';
import type { Extractor } from '../../extract/extractor.ts';
import { type Passage, passageOf } from '../../extract/passage.ts';
import { createRules } from '../../extract/rules.ts';
import { segment } from '../../extract/segment.ts';
import { train } from '../../extract/weights/train.ts';
import { unpackWeights } from '../../extract/weights/weights-file.ts';
import { createWeighted, weightedAttributions } from '../../extract/weights.ts';
import { quotesAndNearestName } from './baseline.ts';
import { type GoldPassage, type Reader, scoresOf } from './corpus.ts';
import { findings, founding, hasFounding } from './founding.ts';
import { hasPolnear, polnear, polnearDir } from './polnear.ts';
import { corpusReport, foundingReport } from './report.ts';
import { speedReport } from './speed.ts';

const usage = `npm run eval -- [--split dev|train|test] [--weights FILE | --train]
  --weights  also scores weights of \`onrecord train\`
  --train    learns weights from the train split first (minutes)`;

const { values } = parseArgs({
  options: {
    split: { type: 'string', default: 'dev' },
    weights: { type: 'string' },
    train: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

const annotate = createAnnotate();

/** One way of reading, for both halves of the report. */
interface Contender {
  readonly name: string;
  readonly attributions: (passage: Passage) => readonly Attribution[];
  readonly extractor: Extractor;
}

if (values.help) console.log(usage);
else await report();

async function report(): Promise<void> {
  const contenders = [rules(), ...(await weighted())];
  if (hasPolnear(values.split)) reportCorpus(contenders);
  else console.log(`SKIPPED: PolNeAR ${values.split} is not at ${polnearDir} (set POLNEAR_DIR).`);
  if (hasFounding) reportFounding(contenders);
  else console.log('SKIPPED: the founding articles are not at ../shared/seeds.');
}

function reportFounding(contenders: readonly Contender[]): void {
  const record = founding();
  for (const { name, extractor } of contenders) {
    console.log(foundingReport(name, findings(record, extractor), record.pieces));
  }
}

function reportCorpus(contenders: readonly Contender[]): void {
  const passages = polnear(values.split).map(
    ({ text, attributions }): GoldPassage => ({
      passage: passageOf(text, segment(text), annotate),
      gold: attributions,
    }),
  );
  const readers: [string, Reader][] = contenders.map(({ name, attributions }) => [
    name,
    (passage) => attributions(passage).map((attribution) => spansOf(passage, attribution)),
  ]);
  const all: [string, Reader][] = [['quotes and nearest name', quotesAndNearestName], ...readers];
  console.log(
    corpusReport(
      `PolNeAR ${values.split}`,
      all.map(([name, read]) => [name, scoresOf(read, passages)]),
    ),
  );
  const texts = passages.map(({ passage }) => passage.text);
  for (const { name, attributions } of contenders)
    console.log(speedReport(name, texts, { annotate, attributions }));
}

function rules(): Contender {
  return { name: 'rules', attributions: attributionsIn, extractor: createRules() };
}

async function weighted(): Promise<Contender[]> {
  const learnt = await weightsAsked();
  if (learnt === undefined) return [];
  const { weights, version } = learnt;
  const attributions = (passage: Passage) => weightedAttributions(weights, passage);
  return [{ name: 'weights', attributions, extractor: createWeighted(weights, version) }];
}

async function weightsAsked(): Promise<ReturnType<typeof unpackWeights> | undefined> {
  if (values.weights !== undefined)
    return unpackWeights(JSON.parse(readFileSync(values.weights, 'utf8')));
  if (!values.train) return undefined;
  return { weights: await train(polnear('train')), version: 'trained just now' };
}
