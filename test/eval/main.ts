import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Attribution } from '../../extract/attributions/attribution.ts';
import { attributionsIn } from '../../extract/attributions/attributions.ts';
import { spansOf } from '../../extract/attributions/spans.ts';
import type { Extractor } from '../../extract/extractor.ts';
import { createRules } from '../../extract/rules.ts';
import { train } from '../../extract/weights/train.ts';
import { createWeighted, weightedAttributions } from '../../extract/weights/weights.ts';
import { unpackWeights } from '../../extract/weights/weights-file.ts';
import { createAnnotator } from '../../extract/words/annotate.ts';
import { type Passage, passageOf } from '../../extract/words/passage.ts';
import { quotesAndNearestName } from './baseline.ts';
import { type GoldPassage, type Reader, scoresOf } from './corpus.ts';
import { findings, founding, hasFounding } from './founding.ts';
import { candidatesReport, candidatesTargets, foundingCandidates } from './founding-candidates.ts';
import { memoryReport, memoryUse } from './memory.ts';
import { reportPages } from './pages/page-report.ts';
import { hasPolnear, polnear, polnearDir } from './polnear.ts';
import {
  claimMeasures,
  claimReport,
  claimsOfTheCall,
  denialReport,
  markedDenials,
} from './reading/claim-measures.ts';
import { goldTexts } from './reading/gold-file.ts';
import { goldFaults, goldReport } from './reading/gold-report.ts';
import { goldReading } from './reading/gold-tally.ts';
import { hasSharedCases, sharedCases } from './reading/shared-cases.ts';
import { corpusReport, foundingReport } from './report.ts';
import { speedOf, speedReport } from './speed.ts';
import {
  devTargets,
  foundingTargets,
  goldGates,
  isMet,
  memoryTarget,
  type ReaderName,
  speedTarget,
  type Target,
  targetsReport,
} from './targets.ts';

const usage = `npm run eval -- [gold | claims | denials | founding | pages] [--split dev|train|test] [--weights FILE | --train]
  gold       scores claims, polarity and holders by the gold in test/eval/gold, and nothing else:
             --faults  prints each draft that is not acceptable, and each stance that was not found
             --gate    leaves with 1 where polarity is inverted or somebody named is made to speak
  claims     measures the claims of a split: drafts an article, pronouns left open (--faults prints them),
             and how many claims the call of the founding articles comes out as
  denials    prints the denials that people marked in train and dev, with what is drafted of each beside
  founding   reads the founding articles over the record of them: where the claim that a draft's words show stands
             among its candidates (--faults prints each)
  pages      scores how web pages are read, beside Readability alone; \`pages shown\` or \`pages kept\` one half
  --weights  also scores weights of \`onrecord train\`
  --train    learns weights from the train split first (minutes)
Leaves with 1 where a target is missed. Those of F1 are for dev.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    faults: { type: 'boolean', default: false },
    gate: { type: 'boolean', default: false },
    split: { type: 'string', default: 'dev' },
    weights: { type: 'string' },
    train: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

const annotator = createAnnotator();

/** One way of reading, for both halves of the report. */
interface Contender {
  readonly name: ReaderName;
  readonly attributions: (passage: Passage) => readonly Attribution[];
  readonly extractor: Extractor;
}

if (values.help) console.log(usage);
else if (positionals[0] === 'pages') process.exitCode = reportPages(positionals.slice(1)) ? 0 : 1;
else if (positionals.includes('gold')) await reportGold();
else if (positionals.includes('claims')) await reportClaims();
else if (positionals.includes('denials')) await reportDenials();
else if (positionals.includes('founding')) await reportCandidates();
else await report();

async function reportClaims(): Promise<void> {
  for (const { name, extractor } of [rules(), ...(await weighted())]) {
    if (hasPolnear(values.split)) {
      const measures = claimMeasures(
        extractor,
        polnear(values.split).map(({ text }) => text),
      );
      console.log(claimReport(`PolNeAR ${values.split}, ${name}`, measures));
      if (values.faults) console.log([...measures.open, '', ...measures.toYou].join('\n'));
    }
    if (!hasFounding) continue;
    for (const { id, text } of founding().articles) {
      const claims = claimsOfTheCall(extractor, text);
      console.log(
        [`\n${id}, ${name}: the call is ${claims.length} claims`, ...claims].join('\n  '),
      );
    }
  }
}

async function reportDenials(): Promise<void> {
  const articles = ['train', 'dev'].filter(hasPolnear).flatMap(polnear);
  for (const { name, extractor } of [rules(), ...(await weighted())]) {
    console.log(`\nPolNeAR train and dev, ${name}`);
    console.log(denialReport(markedDenials(extractor, articles)));
  }
}

async function reportCandidates(): Promise<void> {
  const placed = await foundingCandidates('../shared/seeds');
  console.log(candidatesReport(placed, { all: values.faults }));
  const targets = candidatesTargets(placed);
  console.log(targetsReport(targets));
  if (!targets.every(isMet)) process.exitCode = 1;
}

async function reportGold(): Promise<void> {
  const folder = new URL('gold', import.meta.url).pathname;
  const gold = goldTexts(folder);
  const shared = hasSharedCases ? sharedCases(`${folder}/shared/cases.txt`) : [];
  const readers = [rules(), ...(await weighted())];
  const gates = readers.flatMap(({ name, extractor }) => {
    const readings = gold.map((text) => goldReading(text, extractor));
    const parts = [
      ['shown', readings.filter(({ text }) => !text.isKept)],
      ['kept', readings.filter(({ text }) => text.isKept)],
      ['shared', shared.map((text) => goldReading(text, extractor))],
    ] as const;
    return parts.flatMap(([part, some]) => {
      if (some.length === 0) return [];
      console.log(goldReport(`gold, ${part}, ${name}`, some));
      if (values.faults) console.log(goldFaults(some));
      return goldGates(`${name}, ${part}`, some);
    });
  });
  console.log(targetsReport(gates));
  if (values.gate && !gates.every(isMet)) process.exitCode = 1;
}

async function report(): Promise<void> {
  const contenders = [rules(), ...(await weighted())];
  const targets: Target[] = [];
  if (hasPolnear(values.split)) targets.push(...reportCorpus(contenders));
  else console.log(`SKIPPED: PolNeAR ${values.split} is not at ${polnearDir} (set POLNEAR_DIR).`);
  if (hasFounding) targets.push(...reportFounding(contenders));
  else console.log('SKIPPED: the founding articles are not at ../shared/seeds.');
  console.log(targetsReport(targets));
  if (!targets.every(isMet)) process.exitCode = 1;
}

function reportFounding(contenders: readonly Contender[]): Target[] {
  const record = founding();
  return contenders.flatMap(({ name, extractor }) => {
    const found = findings(record, extractor);
    console.log(foundingReport(name, found, record.pieces));
    return name === 'rules' ? foundingTargets(found, record.pieces) : [];
  });
}

function reportCorpus(contenders: readonly Contender[]): Target[] {
  const passages = polnear(values.split).map(
    ({ text, attributions }): GoldPassage => ({
      passage: passageOf(text, annotator),
      gold: attributions,
    }),
  );
  const scored = contenders.map(({ name, attributions }) => {
    const read: Reader = (passage) =>
      attributions(passage).map((attribution) => spansOf(passage, attribution));
    return [name, scoresOf(read, passages)] as const;
  });
  const naive = ['quotes and nearest name', scoresOf(quotesAndNearestName, passages)] as const;
  console.log(corpusReport(`PolNeAR ${values.split}`, [naive, ...scored]));
  return [
    ...(values.split === 'dev' ? scored.flatMap(([name, scores]) => devTargets(name, scores)) : []),
    ...reportCost(
      contenders,
      passages.map(({ passage }) => passage.text),
    ),
  ];
}

function reportCost(contenders: readonly Contender[], texts: readonly string[]): Target[] {
  return contenders.flatMap(({ name, attributions, extractor }) => {
    const speed = speedOf({ annotator, attributions, extractor }, texts);
    console.log(speedReport(name, speed));
    if (name !== 'rules') return [];
    const memory = memoryUse(extractor, texts);
    console.log(memoryReport(memory));
    return [speedTarget(speed), memoryTarget(memory)];
  });
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
