/** Letters of scripts that put no spaces between words, or join what belongs to them: as the indexes of the search have them. */
const paired = 'ก-๛ກ-ໟက-႟ក-៹ぁ-ヿ㐀-䶿一-鿿가-힣豈-龎\u{20000}-\u{2a6d6}';

const run = new RegExp(`[${paired}]+`, 'gu');
const parts = new RegExp(`[${paired}]+|[^${paired}]+`, 'gu');
const isRun = new RegExp(`^[${paired}]`, 'u');

const longestRun = 40;

/** The runs of such letters in a text. */
export const runsIn = (text: string): readonly string[] => text.normalize('NFC').match(run) ?? [];

/** A word in parts of such letters, and of others. */
export const partsOf = (word: string): readonly string[] => word.match(parts) ?? [];

/** Whether a part of a word is of such letters. */
export const isPaired = (part: string): boolean => isRun.test(part);

/** The pairs of letters that stand beside each other in a run, of a long one the first; none in a single letter. */
export function pairsOf(letters: string): readonly string[] {
  const all = Array.from(letters).slice(0, longestRun);
  return all.slice(1).map((letter, place) => `${all[place]}${letter}`);
}
