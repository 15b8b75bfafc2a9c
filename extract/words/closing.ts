import { agencyCalled } from '../lexicon/agencies.ts';
import { agenciesIn } from './dateline.ts';

/** A credit at the end of a text. */
export interface Closing {
  readonly name: string;
  /** Whether it is told as whoever is quoted is told, too: behind a dash. */
  readonly isBehindDash: boolean;
}

const linesAtEnd = 4;
const longestEnd = 4000;

/** Those who are credited where a text ends: `(Reuters)`, `— AFP`, `© 2024 dpa`. */
export function closingsOf(text: string): readonly Closing[] {
  const lines = text
    .slice(-longestEnd)
    .split(/\r\n|[\r\n]/u)
    .map((line) => line.trim());
  return lines
    .filter((line) => line !== '')
    .slice(-linesAtEnd)
    .flatMap((line) => creditIn(line) ?? []);
}

const captioned =
  /\b(?:photo|photograph|picture|pictured|image|file|handout|video|graphic|map)s?\b/iu;
const rights =
  /^(?:copyright|©|\(c\))[\s©]*(?:\(c\)\s*)?(?:\d{4}(?:[-–]\d{4})?,?\s+)?(?:by\s+)?(?<name>[^.©()]{2,60}?)(?:\.? All rights reserved\b.*|[.,]?)$/iu;
const inParentheses = /(?:^|[.!?…]["”’'»]*\s?)[([](?<name>[^()[\]]{2,40})[)\]]\.?$/u;
const behindDash = /(?:^|[.!?…]["”’'»]*\s+)(?:-{1,2}|–|—)\s*(?<name>\p{L}[^.!?"”]{1,40})$/u;
const inSlashes = /(?:^|[.!?…]["”’'»]*\s+)\/(?<name>[^/]{2,30})\/\.?$/u;

function creditIn(line: string): Closing | undefined {
  // It ends what Reuters sends.
  if (/\bThomson Reuters Trust Principles\b/u.test(line))
    return { name: 'Reuters', isBehindDash: false };
  const end = line.slice(-longestLine);
  const right = rights.exec(end)?.groups?.name;
  if (right !== undefined) return { name: right, isBehindDash: false };
  if (captioned.test(line)) return undefined;
  const name = (inParentheses.exec(end) ?? inSlashes.exec(end))?.groups?.name;
  if (name !== undefined) return { name, isBehindDash: false };
  const dashed = behindDash.exec(end)?.groups?.name;
  return dashed === undefined ? undefined : { name: dashed, isBehindDash: true };
}

const longestLine = 300;

/** Where the credit behind the last sentence of a line begins, `(dpa)`: it is known to be that of an agency. The end of a line without one. */
export function closingIn(line: string): number {
  const end = line.slice(-longestLine);
  const found = inParentheses.exec(end);
  const names = agenciesIn(found?.groups?.name ?? '');
  if (!found || captioned.test(line) || names.length === 0 || !names.every(agencyCalled))
    return line.length;
  return line.length - end.length + found.index + found[0].search(/[([]/u);
}
