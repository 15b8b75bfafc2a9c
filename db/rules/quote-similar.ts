/** The share of a quote's trigrams that a window must hold to be worth telling. */
const similarEnough = 0.4;

/** How many letters at either end of a quote are aligned letter by letter. */
const alignedLetters = 400;

/** How far from its window an end is looked for at most. */
const furthest = 200;

const longestWord = 24;
const trigramBuckets = 0x10000;

/** A stretch of a folded text, in its letters. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Where the windows of a quote's length start that share most trigrams with it, best first, none overlapping. */
export function similarWindows(article: string, words: string, most: number): readonly number[] {
  const scores = windowScores(article, words);
  const enough = Math.max(1, similarEnough * (words.length - 2));
  const found: number[] = [];
  while (found.length < most) {
    let best = -1;
    for (let i = 0; i < scores.length; i += 1) {
      if ((scores[i] ?? 0) > (scores[best] ?? 0)) best = i;
    }
    if (best < 0 || (scores[best] ?? 0) < enough) break;
    found.push(best);
    scores.fill(0, Math.max(0, best - words.length + 1), best + words.length);
  }
  return found;
}

/** The stretch of `article` about a window at `first` that takes the fewest changes to become `words`, in whole words. */
export function alignedStretch(article: string, words: string, first: number): Stretch {
  const head = align(article, words.slice(0, alignedLetters), first);
  if (words.length <= alignedLetters) return wholeWords(article, head);
  const tail = align(article, words.slice(-alignedLetters), first + words.length - alignedLetters);
  return wholeWords(article, { start: head.start, end: tail.end });
}

/** For each window of the article, how many of the quote's trigrams it holds. */
function windowScores(article: string, words: string): Int32Array {
  const wanted = new Int32Array(trigramBuckets);
  for (let i = 0; i + 3 <= words.length; i += 1) count(wanted, trigramAt(words, i), 1);
  const size = words.length - 2;
  if (size < 1) return new Int32Array(0);
  const grams = article.length - 2;
  const scores = new Int32Array(Math.max(0, grams - size + 1, Math.min(grams, 1)));
  let held = 0;
  for (let i = 0; i < grams; i += 1) {
    if (count(wanted, trigramAt(article, i), -1) >= 0) held += 1;
    if (i >= size && count(wanted, trigramAt(article, i - size), 1) > 0) held -= 1;
    scores[Math.max(0, i - size + 1)] = held;
  }
  return scores;
}

function count(wanted: Int32Array, trigram: number, by: number): number {
  const now = (wanted[trigram] ?? 0) + by;
  wanted[trigram] = now;
  return now;
}

/** Two trigrams may share a number: a score is a hint, the alignment decides. */
function trigramAt(text: string, i: number): number {
  const sum = text.charCodeAt(i) * 961 + text.charCodeAt(i + 1) * 31 + text.charCodeAt(i + 2);
  return sum % trigramBuckets;
}

/** The stretch of `article` near `at` with the least edit distance to `words` (Sellers’ algorithm). */
function align(article: string, words: string, at: number): Stretch {
  const reach = Math.min(furthest, Math.ceil(words.length / 2));
  const from = Math.max(0, at - reach);
  const to = Math.min(article.length, at + words.length + reach);
  let costs = Array.from({ length: words.length + 1 }, (_, j) => j);
  let origins = new Array<number>(words.length + 1).fill(from);
  let best = { cost: words.length + 1, start: from, end: from };
  for (let i = from; i < to; i += 1) {
    const nextCosts = [0];
    const nextOrigins = [i + 1];
    for (let j = 1; j <= words.length; j += 1) {
      const replaced = (costs[j - 1] ?? 0) + (article[i] === words[j - 1] ? 0 : 1);
      const added = (costs[j] ?? 0) + 1;
      const left = (nextCosts[j - 1] ?? 0) + 1;
      const cost = Math.min(replaced, added, left);
      nextCosts.push(cost);
      const origin =
        cost === replaced ? origins[j - 1] : cost === added ? origins[j] : nextOrigins[j - 1];
      nextOrigins.push(origin ?? from);
    }
    costs = nextCosts;
    origins = nextOrigins;
    const cost = costs[words.length] ?? 0;
    if (cost < best.cost) best = { cost, start: origins[words.length] ?? from, end: i + 1 };
  }
  return best;
}

/** The stretch, its first and last word completed. Only letters with case tell: other scripts may have no spaces. */
function wholeWords(article: string, { start, end }: Stretch): Stretch {
  const before = /[\p{Ll}\p{N}]*$/u.exec(article.slice(Math.max(0, start - longestWord), start));
  const behind = /^[\p{Ll}\p{N}]*/u.exec(article.slice(end, end + longestWord));
  const startsInWord = /^[\p{Ll}\p{N}]/u.test(article.slice(start, start + 2));
  const endsInWord = /[\p{Ll}\p{N}]$/u.test(article.slice(Math.max(0, end - 2), end));
  return {
    start: startsInWord ? start - (before?.[0].length ?? 0) : start,
    end: endsInWord ? end + (behind?.[0].length ?? 0) : end,
  };
}
