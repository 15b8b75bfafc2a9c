/** Words that any sentence may need to say what another says: they name nothing. */
const functionWords = new Set(
  `a an the this that these those and or nor but if then than as at by for from in into of off on onto out over to under up upon with
  within without about after against before between during since until through while when where which who whom whose what why how
  is are was were be been being am do does did done has have had having will would shall should can could may might must ought
  not no never none nobody nothing neither either any some all both each every other another such same only also too again ever
  he she it they we i you him her them us me his hers its their theirs our ours your my mine himself herself itself themselves
  there here now so because whether though although unless per said says say s t d ll re ve o`.split(
    /\s+/u,
  ),
);

const endings = /(?:ies|ied|ing|ed|es|s|d|ly)$/u;

/** The same for `plan`, `plans` and `planned`; a word with a digit or of three letters is itself. */
function stemOf(word: string): string {
  if (word.length <= 3 || /\p{N}/u.test(word)) return word;
  const stem = word
    .replace(endings, '')
    .replace(/[iye]$/u, '')
    .replace(/(.)\1$/u, '$1');
  return stem.length < 3 ? word : stem;
}

function wordsIn(text: string): string[] {
  const words = text
    .toLowerCase()
    .replaceAll('’', "'")
    .match(/[\p{L}\p{M}\p{N}]+/gu);
  return words ?? [];
}

/** Tells whether a sentence is made of the words of a text, in whatever forms and order, and of those that name nothing. */
export function madeOfWordsOf(text: string): (sentence: string) => boolean {
  const stems = new Set(wordsIn(text).map(stemOf));
  return (sentence) => {
    const words = wordsIn(sentence);
    return (
      words.length > 0 && words.every((word) => functionWords.has(word) || stems.has(stemOf(word)))
    );
  };
}

const negation = /\b(?:not|no|never|none|nobody|nothing|neither|nor|without)\b|n['’]t\b/iu;

interface Sense {
  readonly stems: ReadonlySet<string>;
  readonly isNegative: boolean;
}

/** Claims that are found by what they say, as far as their words tell. */
export class ClaimsBySense<Claim extends { readonly text: string }> {
  readonly #senses = new Map<string, Sense>();
  readonly #byStem = new Map<string, Claim[]>();

  constructor(claims: readonly Claim[]) {
    for (const claim of claims) this.add(claim);
  }

  add(claim: Claim): void {
    for (const stem of this.#sense(claim.text).stems) {
      const own = this.#byStem.get(stem) ?? [];
      own.push(claim);
      this.#byStem.set(stem, own);
    }
  }

  /** The one that is most like the text, where half of their words or more are the same, and both deny or neither does. */
  like(text: string): Claim | undefined {
    const { stems, isNegative } = this.#sense(text);
    const shared = new Map<Claim, number>();
    for (const stem of stems) {
      for (const claim of this.#byStem.get(stem) ?? [])
        shared.set(claim, (shared.get(claim) ?? 0) + 1);
    }
    let best: { readonly claim: Claim; readonly share: number } | undefined;
    for (const [claim, count] of shared) {
      const other = this.#sense(claim.text);
      const share = count / (stems.size + other.stems.size - count);
      const isLike = share >= 0.5 && other.isNegative === isNegative;
      if (isLike && share > (best?.share ?? 0)) best = { claim, share };
    }
    return best?.claim;
  }

  #sense(text: string): Sense {
    const known = this.#senses.get(text);
    if (known !== undefined) return known;
    const words = wordsIn(text).filter((word) => !functionWords.has(word));
    const sense = { stems: new Set(words.map(stemOf)), isNegative: negation.test(text) };
    this.#senses.set(text, sense);
    return sense;
  }
}
