import type { GoldClaim, Term } from './gold-file.ts';

/** How the words of a draft's claim compare with those of the gold. */
export interface Likeness {
  /** Of the words that are required, the part that is there. */
  readonly recall: number;
  /** Of those that are there, one is more than the holder's name. */
  readonly isOfMore: boolean;
  /** Of the claim's words that carry meaning, the part that the gold has, too. */
  readonly precision: number;
  /** One of the two says no where the other says yes. */
  readonly isOpposite: boolean;
  readonly pronouns: readonly string[];
  /** Words of the claim that the gold has not, but for idle ones. */
  readonly extra: readonly string[];
}

const idle = new Set(
  `a an the of to in on at by for from with and or but that this these those it its is are was were be been being am has have had having
  do does did will would shall should must can could may might there their his her he she they them him we our us i my me you your as
  so if whether about into than then who whom which what when where any some ever also just very own such mr mrs ms dr sir hon said says`.split(
    /\s+/u,
  ),
);

const negators = new Set(
  'not no never nobody none nothing neither nor cannot nowhere without noone'.split(' '),
);

const same = [
  new Set(['anyone', 'anybody', 'someone', 'somebody', 'nobody', 'noone', 'everyone', 'one']),
  new Set(['anything', 'something', 'nothing', 'thing']),
];

/** Words in small letters without accents; `n’t` is a word of its own, `’s` none. */
export function claimWords(text: string): string[] {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[‘’]/gu, "'")
    .toLowerCase()
    .replace(/\bcan't\b/gu, 'cannot')
    .replace(/\bwon't\b/gu, 'will not')
    .replace(/n't\b/gu, ' not')
    .replace(/\bno one\b/gu, 'noone')
    .replace(/'(?:s|ve|re|d|ll|m)\b/gu, ' ');
  return plain.match(/[\p{L}\p{N}]+(?:[.,'_-][\p{L}\p{N}]+)*/gu) ?? [];
}

/** `phoned` and `phones` are alike: what they end in is all in which they differ. */
function isAlike(a: string, b: string): boolean {
  if (a === b || same.some((set) => set.has(a) && set.has(b))) return true;
  let common = 0;
  while (common < Math.min(a.length, b.length) && a[common] === b[common]) common++;
  const ends = [a.slice(common), b.slice(common)];
  if (common === 3 && /^[a-z]+$/u.test(a + b))
    return ends.every((end) => /^(?:s|e?d|ing)?$/u.test(end));
  return common >= 4 && ends.every((end) => end.length <= 3);
}

const formsOf = ({ forms }: Term): string[] => forms.flatMap(claimWords);
const isNegator = (word: string) => negators.has(word);

const falseReport =
  /\b(?:reports?|claims?|allegations?|stor(?:y|ies)|rumou?rs?|suggestions?|accusations?|accounts?|what .{1,40} (?:says?|said|stated|claims?|claimed))\b.*\b(?:false|untrue|wrong|baseless|fake|incorrect|lies?|unfounded|nonsense|invented|fabricat\w+)\b/iu;

// `Dahl ruled out talks` held by Dahl: the claim tells the denial.
const denial =
  /\b(?:rul(?:ed|es|ing) out|den(?:y|ied|ies|ying)|reject\w*|dismiss\w*|disput\w*|contest\w*|refut\w*|rebut\w*)\b/iu;

const calumny =
  /\bit is (?:an? )?(?:\w+ ){0,2}(?:calumny|lie|slander|libel|nonsense|untrue|false|wrong) (?:to (?:say|suggest|claim) )?that\b/iu;

/** The best that any variant of the gold comes to. */
export function likeness(text: string, claim: GoldClaim, holder: readonly string[]): Likeness {
  const names = holder.flatMap(claimWords);
  const all = claim.variants.map((variant) => likenessTo(text, variant, names));
  const worth = ({ recall, precision }: Likeness) => 2 * recall + precision;
  return all.reduce((best, each) => (worth(each) > worth(best) ? each : best));
}

function likenessTo(text: string, variant: readonly Term[], names: readonly string[]): Likeness {
  const words = claimWords(text);
  const terms = variant.map((term) => ({ ...term, words: formsOf(term) }));
  const has = (term: { words: readonly string[] }) =>
    term.words.some((form) => words.some((word) => isAlike(word, form)));
  const asked = terms.filter(({ use }) => use === 'REQUIRED');
  const required = asked.filter((term) => !term.words.every(isNegator));
  const isBarred = terms.some((term) => term.use === 'BARRED' && has(term));
  const isOfHolder = (term: { words: readonly string[] }) =>
    term.words.some((form) => names.includes(form));
  const isKnown = (word: string) =>
    terms.some((term) => term.words.some((form) => isAlike(word, form)));
  // The holder's name stands where the text has `I` or `he`.
  const told = words.filter(
    (word) => !idle.has(word) && !isNegator(word) && (isKnown(word) || !names.includes(word)),
  );
  const known = told.filter(isKnown);
  const part = (some: number, whole: number) => (whole === 0 ? 0 : some / whole);
  return {
    recall: isBarred ? 0 : part(required.filter(has).length, required.length),
    isOfMore: required.length === 1 || required.some((term) => has(term) && !isOfHolder(term)),
    precision: part(known.length, told.length),
    isOpposite: isOpposite(text, variant),
    extra: told.filter((word) => !known.includes(word)),
    pronouns: [...unresolved(text), ...(/ it\.$/u.test(text) ? ['it'] : [])].filter(
      (word) => own.has(word) || !terms.some((term) => term.words.includes(word)),
    ),
  };
}

/** By whether there is a negation in that part of the text which the gold is about. */
function isOpposite(text: string, variant: readonly Term[]): boolean {
  const terms = variant
    .filter(({ use }) => use !== 'BARRED')
    .map((term) => ({ ...term, words: formsOf(term) }));
  const isEither = terms.some(
    ({ use, words }) => words.some(isNegator) && (use === 'OPTIONAL' || !words.every(isNegator)),
  );
  if (isEither) return false;
  const isGold = terms.some(({ words }) => words.length > 0 && words.every(isNegator));
  const forms = terms.flatMap(({ words }) => words);
  const isReport = [falseReport, denial, calumny].some(
    (words) => words.test(text) && !words.test(forms.join(' ')),
  );
  return (mainPart(text, forms).some(isNegator) !== isReport) !== isGold;
}

/** The words of the clause that has most of the forms. */
function mainPart(text: string, forms: readonly string[]): string[] {
  const known = (words: readonly string[]) =>
    words.filter((word) => forms.some((form) => isAlike(word, form))).length;
  return text
    .replace(/, (?:(?:Mr|Mrs|Ms|Dr)\.? )?\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'.-]+){0,3},/gu, '')
    .split(/[,;:.–—] |\b(?:and|but|because|so|although|though)\b/iu)
    .map(claimWords)
    .reduce((best, each) => (known(each) > known(best) ? each : best), []);
}

const own = new Set('i we me us my our ours myself ourselves you your yours'.split(' '));
const single = new Set('he she him himself herself'.split(' '));
const plural = new Set('they them themselves'.split(' '));
const possessive = new Set('his her hers their theirs its'.split(' '));
const anybody = new Set(
  'who people everyone everybody anyone anybody someone somebody nobody those'.split(' '),
);

// `That is wide of the mark`, `It has no reason to`: what?
const pointing =
  /^(?:(that|this|those|these) (?:is|was|are|were|isn|wasn|has|had|would|will|could|can|does|did|never)|(it) (?:has|had|does|did|will|would|owns|made|knew|never|shows?|says|means|contains|found)(?! (?:been |not )?(?:rain|take)))\b/iu;

/** Pronouns of the first and second person. `Level I` has none. */
export function ownPronouns(text: string): string[] {
  return [
    ...text.matchAll(/(?<!\p{Lu}[\p{Ll}]+ )\bI\b|(?<![\p{L}\p{N}])[\p{L}]+(?![\p{L}\p{N}])/gu),
  ]
    .map(([word]) => word)
    .filter((word) => own.has(word.toLowerCase()) && word !== 'US')
    .map((word) => word.toLowerCase());
}

/**
 * Pronouns that a claim leaves open: those of the first and second person; `he` before anybody is named or told of, `they` before
 * any of many, `his` before all others; and those that point at another sentence. Who reads the claim alone can not tell whom they mean.
 */
export function unresolved(text: string): string[] {
  const pointed = pointing
    .exec(text)
    ?.slice(1)
    .find((word) => word !== undefined);
  const open = [...ownPronouns(text), ...(pointed === undefined ? [] : [pointed.toLowerCase()])];
  const before = { isOne: /^(?:the|an?) /iu.test(text), isMany: false, isAny: false };
  for (const [at, word] of (text.match(/[\p{L}\p{N}]+/gu) ?? []).entries()) {
    const lower = word.toLowerCase();
    if (
      (single.has(lower) && !before.isOne) ||
      (plural.has(lower) && !before.isMany) ||
      (possessive.has(lower) && !before.isAny)
    )
      open.push(lower);
    const isName = /^\p{Lu}/u.test(word) && (at > 0 || !idle.has(lower)) && !own.has(lower);
    const isIdle = idle.has(lower) && !anybody.has(lower);
    before.isOne ||= (isName && !isNegator(lower)) || anybody.has(lower);
    before.isMany ||= isName || anybody.has(lower) || (!isIdle && /s$/u.test(lower));
    before.isAny ||= !isIdle;
  }
  return open;
}
