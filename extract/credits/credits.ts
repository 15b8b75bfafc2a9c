import { isProse } from '../web-page/prose.ts';
import { closingsOf } from '../words/closing.ts';
import { agenciesIn, datelineOf } from '../words/dateline.ts';
import { bylineIn, firstLines, isPutTogether, namesInByline } from './byline.ts';

/** What is told of an article that tells whose copy it is. */
export interface CreditsTold {
  readonly text: string;
  readonly byline?: string | null | undefined;
  /** Who is named as such beside the text. */
  readonly agency?: string | null | undefined;
}

/** Those whom one place of an article names. */
export interface Credit {
  readonly names: readonly string[];
  /** Whether nobody but those whose copy it is has a name there: the others may be persons elsewhere. */
  readonly isOfAgencies: boolean;
  /** Whether others than agencies may be named there for other reasons. */
  readonly isQuoting: boolean;
}

/**
 * All that may credit an agency with the text: what is told beside it, byline, datelines and closing credit. None where the
 * byline says that several wrote it. What the sentences say of an agency, such as `told Reuters`, is no credit.
 */
export function creditsOf({ text, byline, agency }: CreditsTold): readonly Credit[] {
  const authors = byline ?? bylineIn(text) ?? '';
  if (isPutTogether(authors)) return [];
  return [
    ...(agency ? [creditTo([agency])] : []),
    ...(authors === '' ? [] : [creditTo(namesInByline(authors))]),
    ...datelineMarks(text).map((mark) => marked(agenciesIn(mark))),
    ...closingsOf(text).map(({ name, isBehindDash }) => marked(agenciesIn(name), isBehindDash)),
  ];
}

const creditTo = (names: readonly string[]): Credit => ({
  names,
  isOfAgencies: false,
  isQuoting: false,
});

const marked = (names: readonly string[], isQuoting = false): Credit => ({
  names,
  isOfAgencies: true,
  isQuoting,
});

const linesAtHead = 12;
const proseAhead = 3;

/** Whom the datelines at the head of a text name, where little is told before the first. */
function datelineMarks(text: string): readonly string[] {
  const lines = firstLines(text, linesAtHead);
  const first = lines.findIndex((line) => datelineOf(line.slice(0, longestDateline))?.mark);
  if (first === -1 || lines.slice(0, first).filter(isProse).length > proseAhead) return [];
  return linesOf(text).flatMap((line) => datelineOf(line.slice(0, longestDateline))?.mark ?? []);
}

const longestDateline = 200;
const mostLines = 2000;

const linesOf = (text: string): readonly string[] =>
  text.split(/\r\n|[\r\n]/u, mostLines).map((line) => line.trimStart());
