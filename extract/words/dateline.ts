import { agencyCalled } from '../lexicon/agencies.ts';

/** Where and by whom a text begins to be told: `LONDON (Reuters) - `. */
export interface Dateline {
  /** Of how many characters it is for certain; none where it may be words of the text. */
  readonly length: number;
  /** Who is named in it, as it stands there: `Reuters`. */
  readonly mark?: string;
}

/** The dateline at the beginning of a line; undefined where there is none. */
export function datelineOf(line: string): Dateline | undefined {
  const first = opening(line);
  if (first === undefined || first.length === 0) return first;
  // `(ANSA) - ROME, JAN 3 - `
  const second = opening(line.slice(first.length));
  if (second === undefined || second.length === 0) return first;
  const mark = first.mark ?? second.mark;
  return { length: first.length + second.length, ...(mark && { mark }) };
}

/** Whether a line is nothing but a dateline. */
export function isDateline(line: string): boolean {
  return (datelineOf(`${line} A`)?.length ?? 0) > line.length;
}

// `LONDON (Reuters) - `, `PORT ELLIS, March 3 — `
const inCapitals =
  /^\p{Lu}[\p{Lu}.’'/-]{2,20}(?: [\p{Lu}.’'/-]{2,20}){0,3}(?:, ?[\p{L}\p{N}. ]{1,30}){0,3} ?(?:[(/](?<mark>[^()/]{2,40})[)/])? ?(?:-{1,2}|–|—) ?(?=[“"‘'\p{Lu}])/u;
// `(Reuters) - `, `Port Ellis, March 3 (AP) — `, `MOSCOW, March 3. /TASS/. `, `Port Ellis [Holm], March 3 (ANI): `
const marked =
  /^(?:(?<place>\p{Lu}[^()/]{1,60}?(?:\/\p{Lu}[^()/]{1,30})?)[ ,.–—-]{0,3})?(?:\((?<mark>[^()]{2,40})\)|\/(?<slashed>[^()/]{2,30})\/)(?<separator> ?(?:\.?-{1,2}|[–—:.])){0,2}\s*(?=[“"‘'«\p{Lu}\p{N}])/u;
// `TOKYO, March 3, Kyodo - `
const unmarked =
  /^(?<place>\p{Lu}[\p{Lu}.’'-]{2,20}(?: [\p{Lu}.’'-]{2,20}){0,3}(?:, ?[\p{L}\p{N}. ]{1,30}){0,2}), (?<mark>\p{L}[\p{L} -]{1,30}?) ?(?:-{1,2}|–|—) ?(?=[“"‘'\p{Lu}])/u;

function opening(line: string): Dateline | undefined {
  const bare = unmarked.exec(line);
  if (bare?.groups?.mark && agencyCalled(bare.groups.mark)) {
    return { length: bare[0].length, mark: bare.groups.mark };
  }
  const found = marked.exec(line);
  const { place = '', slashed, separator } = found?.groups ?? {};
  const mark = found?.groups?.mark ?? slashed;
  const isMarked = mark !== undefined && isPlace(place) && (separator || /\d/u.test(place));
  const certain = inCapitals.exec(line);
  if (found && isMarked && agenciesIn(mark).some(agencyCalled)) {
    return { length: found[0].length, mark };
  }
  if (certain) {
    const told = certain.groups?.mark;
    return { length: certain[0].length, ...(told && { mark: told }) };
  }
  return isMarked && place !== '' ? { length: 0, mark } : undefined;
}

/** The names in a mark: `AFP/Reuters` has two. */
export function agenciesIn(mark: string): readonly string[] {
  return mark.split(/\s*[/,;&|+]\s*|\s+(?:and|with|via)\s+/u).filter((name) => name !== '');
}

/** Whether words can be where and when: of capital ones and numbers, and of no agency, which may be named with its initials. */
function isPlace(words: string): boolean {
  if (words === '') return true;
  const all = words.split(/[\s,/[\]]+/u).filter((word) => word !== '');
  const isName = all.every((word) => /^[\p{Lu}\p{N}]/u.test(word) || small.test(word));
  return all.length <= 8 && isName && agencyCalled(words) === undefined;
}

const small = /^(?:of|the|and|de|del|di|la|le|el|am|an|der|upon|on|in|st)$/u;
