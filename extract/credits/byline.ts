import { agencyCalled } from '../lexicon/agencies.ts';

const linesAtHead = 4;

/** The line at the head of a text, below its title, that names its authors for certain: `By Ann Example`. */
export function bylineIn(text: string): string | undefined {
  const lines = firstLines(text, linesAtHead).slice(1);
  return lines.find((line) => line.length <= longestByline && isByline(line));
}

const longestByline = 150;
const longestHead = 4000;

/** As many lines with words as that, from the beginning of a text. */
export function firstLines(text: string, count: number): readonly string[] {
  const lines = text.slice(0, longestHead).split(/\r\n|[\r\n]/u);
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(0, count);
}

function isByline(line: string): boolean {
  const names = /^by:? (?<names>\S.*)$/iu.exec(line)?.groups?.names;
  if (names === undefined || /[.!?]["”]?$/u.test(names)) return false;
  const [first = ''] = names.split(/\s*[,|;/•·]\s*|\s+(?:and|with|in|of|for)\s+/u);
  return (
    agencyCalled(first) !== undefined ||
    (personName.test(first) && !/^(?:the|an?|all|any|royal|popular|public|special) /iu.test(first))
  );
}

// Two words or more: `By Land and Sea` names nobody, and neither does `By the numbers`.
const personName =
  /^\p{Lu}[\p{L}.’'-]*(?: (?:\p{Lu}[\p{L}.’'-]*|d[aei]l?|de[rn]|van|von|la|le|al|bin|ibn)){1,4}$/u;

/** The names in a byline, persons and agencies alike. */
export function namesInByline(byline: string): readonly string[] {
  return byline
    .split(/\s*[,|;/•·()\n]\s*|\s+[-–—]\s+|\s+(?:of|for|via|from)\s+/u)
    .map((part) => part.replace(/^(?:by|from|via|source|credit):?\s+|^©\s*/iu, ''))
    .map((part) => part.replace(roles, '').trim())
    .filter((part) => part !== '');
}

/** What is told of a writer behind the name of an agency, which is the agency's all the same: `AP Sports Writer`, `Reuters Staff`. */
const roles =
  /(?: (?:staff|(?:(?:staff|sports?|business|political|technology|science|health|medical|economics|national|foreign|senior|special|white house|diplomatic) )*(?:writers?|reporters?|correspondents?|editors?)|in \p{Lu}.*))+$/iu;

/** Whether a byline says that its text was put together from several. */
export function isPutTogether(byline: string): boolean {
  return /\b(?:agencies|wires|wire (?:reports|services?)|news services|combined|compiled|(?:staff|outlets?) and)\b/iu.test(
    byline,
  );
}
