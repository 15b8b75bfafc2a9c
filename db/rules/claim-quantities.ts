/** A number with its unit; `bound` says whether it is the least or the most. */
export interface Quantity {
  readonly value: number;
  readonly unit: string;
  readonly bound: '' | '>' | '<';
  /** How exactly it is told: `more than` and `at least` are two. */
  readonly words: string;
}

const small =
  `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
  seventeen eighteen nineteen twenty`.split(/\s+/);
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const numbers = new Map<string, number>([
  ...small.map((word, value) => [word, value] as const),
  ...tens.map((word, index) => [word, 20 + 10 * index] as const),
  ['dozen', 12],
]);
const scales = new Map<string, number>([
  ['hundred', 100],
  ['thousand', 1e3],
  ['k', 1e3],
  ['million', 1e6],
  ['m', 1e6],
  ['billion', 1e9],
  ['bn', 1e9],
  ['trillion', 1e12],
]);

const units = new Set(
  `second minute hour day week month year decade percent euro dollar pound yen yuan rouble ruble franc kilometre km
  metre mile foot tonne ton kilogram kg gram litre barrel degree time`.split(/\s+/),
);

const bounds: readonly (readonly [
  words: readonly string[],
  bound: Quantity['bound'],
  name: string,
])[] = [
  [['more', 'than'], '>', 'over'],
  [['over'], '>', 'over'],
  [['above'], '>', 'over'],
  [['at', 'least'], '>', 'least'],
  [['fewer', 'than'], '<', 'under'],
  [['less', 'than'], '<', 'under'],
  [['under'], '<', 'under'],
  [['below'], '<', 'under'],
  [['at', 'most'], '<', 'most'],
  [['up', 'to'], '<', 'most'],
  [['about'], '', 'about'],
  [['around'], '', 'about'],
  [['roughly'], '', 'about'],
  [['approximately'], '', 'about'],
  [['almost'], '', 'nearly'],
  [['nearly'], '', 'nearly'],
];

/** What stands for a quantity among words. */
export const quantityMark = '#';

/** The words with a mark for each quantity, and the quantities in their order. */
export function quantitiesIn(words: readonly string[]): {
  readonly words: readonly string[];
  readonly quantities: readonly Quantity[];
} {
  const left: string[] = [];
  const quantities: Quantity[] = [];
  for (let place = 0; place < words.length; ) {
    const { value, length } = numberAt(words, place);
    if (length === 0) {
      left.push(words[place] ?? '');
      place += 1;
      continue;
    }
    place += length;
    const told = words[place] ?? '';
    const unit = [told, told.replace(/s$/, '').replace(/meter$/, 'metre')].find((one) =>
      units.has(one),
    );
    if (unit !== undefined) place += 1;
    quantities.push({ value, unit: unit ?? '', ...boundBefore(left) });
    left.push(quantityMark);
  }
  return { words: left, quantities };
}

function numberAt(words: readonly string[], start: number): { value: number; length: number } {
  let [total, current, length] = [0, 0, 0];
  for (let word = words[start]; word !== undefined; word = words[start + length]) {
    const scale = scales.get(word);
    if (scale !== undefined && length > 0) {
      current *= scale;
      if (scale > 100) [total, current] = [total + current, 0];
    } else {
      const digit = /^\d+(?:\.\d+)?$/.test(word) ? Number(word) : numbers.get(word);
      // `twenty five` is one number, `5 3` and `two ten` are two.
      const goesOn =
        length === 0 || current === 0 || (digit !== undefined && digit < 10 && current % 10 === 0);
      if (digit === undefined || !goesOn) break;
      current += digit;
    }
    length += 1;
  }
  return { value: total + current, length };
}

/** Takes the words of a bound off the end. */
function boundBefore(words: string[]): Pick<Quantity, 'bound' | 'words'> {
  for (const [told, bound, name] of bounds) {
    if (told.every((word, index) => words.at(index - told.length) === word)) {
      words.length -= told.length;
      return { bound, words: name };
    }
  }
  return { bound: '', words: '' };
}
