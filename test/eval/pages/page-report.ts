import { type GoldPage, goldPages } from './gold-page.ts';
import { onrecordReader, readabilityAlone } from './page-readers.ts';
import { pageSpeeds } from './page-speed.ts';
import { type Fact, facts, type PageScore, scoreOfPage } from './score-page.ts';

const contenders = { 'Readability alone': readabilityAlone, onrecord: onrecordReader };

const legend = `lost: the words of a paragraph do not stand in the text in their order; glued: they run into each other or into their neighbours' without
a space; let in: pieces of navigation, advertising and the like in the text. Dates are right where the moment, the day, or that none is told, is.
Speed is processor time, each in turn, the best of nine rounds and the median.`;

/** What is read out of the pages, beside Readability alone, as one table. Whether nothing of ours is lost, glued or mistaken. */
export function reportPages(wanted: readonly string[]): boolean {
  const pages = goldPages(wanted);
  const readers = Object.values(contenders);
  const scores = readers.map((reader) => pages.map((page) => scoreOfPage(page, reader(page.html))));
  console.log(`\n${pages.length} pages of our own making\n${legend}\n`);
  console.log(table(scores, speeds(pages)));
  const ours = scores.at(-1) ?? [];
  console.log(ours.flatMap(faultsOf).join('\n'));
  return ours.every(
    ({ lost, glued, isToldApart }) => isToldApart && lost.length + glued.length === 0,
  );
}

const speeds = (pages: readonly GoldPage[]): string[] =>
  pageSpeeds(Object.values(contenders), pages).map(
    ({ best, median }) => `${best.toFixed(0)} (${median.toFixed(0)})`,
  );

function table(scores: readonly (readonly PageScore[])[], rates: readonly string[]): string {
  const row = (name: string, cells: readonly string[]) => `| ${[name, ...cells].join(' | ')} |`;
  const each = (cell: (of: readonly PageScore[]) => string) => scores.map(cell);
  const sum = (of: readonly PageScore[], count: (score: PageScore) => number) =>
    of.reduce((total, score) => total + count(score), 0);
  const ofParagraphs = (count: (score: PageScore) => number) =>
    each((of) => `${sum(of, count)} of ${sum(of, ({ paragraphs }) => paragraphs)}`);
  return [
    row('', Object.keys(contenders)),
    row(
      '---',
      scores.map(() => '---'),
    ),
    row(
      'article or none, told apart',
      each((of) => ratio(of.map((score) => score.isToldApart))),
    ),
    row(
      'paragraphs lost',
      ofParagraphs(({ lost }) => lost.length),
    ),
    row(
      'paragraphs glued',
      ofParagraphs(({ glued }) => glued.length),
    ),
    row(
      'paragraphs moved',
      ofParagraphs(({ moved }) => moved.length),
    ),
    row(
      'chrome let in',
      each((of) => `${sum(of, ({ letIn }) => letIn.length)} of ${sum(of, ({ chrome }) => chrome)}`),
    ),
    ...facts.map((fact) =>
      row(
        `${names[fact]} right`,
        each((of) => ratio(factsTold(of, fact))),
      ),
    ),
    row('pages a second of a core', rates),
  ].join('\n');
}

const names: Record<Fact, string> = {
  title: 'titles',
  published: 'dates of publication',
  modified: 'dates of change',
  byline: 'bylines',
  language: 'languages',
  url: 'addresses',
};

const factsTold = (scores: readonly PageScore[], fact: Fact): boolean[] =>
  scores.flatMap(({ facts: told }) => told[fact] ?? []);

const ratio = (outcomes: readonly boolean[]): string =>
  `${outcomes.filter(Boolean).length} of ${outcomes.length}`;

function faultsOf(score: PageScore): string[] {
  const { name, isToldApart, lost, glued, moved, letIn } = score;
  const wrong = facts.filter((fact) => score.facts[fact] === false);
  return [
    ...(isToldApart ? wrong.map((fact) => `${name}  wrong ${fact}`) : [`${name}  MISTAKEN`]),
    ...lost.map((words) => `${name}  lost   ${words.slice(0, 90)}`),
    ...glued.map((words) => `${name}  glued  ${words.slice(0, 90)}`),
    ...moved.map((words) => `${name}  moved  ${words.slice(0, 90)}`),
    ...letIn.map((words) => `${name}  let in ${words.slice(0, 90)}`),
  ];
}
