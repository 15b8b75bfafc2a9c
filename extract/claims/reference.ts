import { type Passage, type Range, wordsOf } from '../words/passage.ts';

const alleged =
  'reports?|claims?|allegations?|accusations?|charges?|story|stories|articles?|suggestions?|rumou?rs?|accounts?|versions?|descriptions?|characteri[sz]ations?|assertions?|findings?|conclusions?';
const published = `${alleged}|remarks?|comments?|statements?|posts?|videos?|ads?`;
const owners =
  'the|this|that|these|those|such|his|her|their|its|any|all|a|an|media|news|newspaper|press';
const alone = new RegExp(
  `^\\W*(?:by |on )?(?:(?:it|this|that|them|these|those|such)|(?:(?:${owners}) ){0,3}(?:(?:[\\p{L}.]+ ){0,2}[\\p{L}.]+ ?(?:’s|'s|’) (?:\\p{L}+ )?)?(?:${published})(?: (?:of|by|about|from|in|against) (?:(?!\\bthat\\b).){1,80})?)\\W*$`,
  'iu',
);
const subject = new RegExp(
  `^\\W*(?:that )?(?:(?:it|this|that|them|these|those)|(?:(?:${owners}) ){1,3}(?:\\p{L}+(?:’s|'s) )?(?:\\p{L}+ ){0,2}(?:${published}))(?:’s|'s)? ?(?:\\b(?:is|are|was|were|as|had been|has been)\\b|[“"‘'])`,
  'iu',
);
const something = new RegExp(
  `(?:\\b(?:${owners}) )?(?:\\b\\p{Lu}[\\p{L}’']+ )*\\b(?:${published})\\b`,
  'iu',
);

/** Whether it only points at what was said before: `this report`, `that`. */
export function isReference(
  passage: Passage,
  { content, lemma }: { readonly content: readonly Range[]; readonly lemma: string },
): boolean {
  if (content.length !== 1 || lemma === 'accuse') return false;
  const words = wordsOf(passage, content);
  return alone.test(words) && !newspaper.test(words);
}

// `the Post`: no post, but who published it.
const newspaper = /\S (?:Posts?|Ads?)\b/u;

/** Whether the words begin with what was said before, to say something of it: `the claims are untrue`, `that is false`. */
export function isAboutClaim(words: string): boolean {
  return subject.test(words);
}

/** Whether a word for something published or claimed is among them. */
export function namesClaim(words: string): boolean {
  return something.test(words);
}

/** Whether it is a publication that is named, and not only what somebody claims. */
export function namesReport(words: string): boolean {
  return /\b(?:reports?|story|stories|articles?)\b/iu.test(words);
}

const things = 'proposals?|plans?|motions?|offers?';
const wishes = `calls?|demands?|requests?|appeals?|ideas?|suggestions?|recommendations?|${things}`;
const wish = new RegExp(`^\\W*(?:(?:${owners}) )+(?:\\w+ )?(?:${wishes})\\W*$`, 'iu');
const thing = new RegExp(`\\b(?:${things})\\W*$`, 'iu');

/** Whether it only points at what somebody wants: `the call`, `their latest plan`. */
export function pointsAtWish(words: string): boolean {
  return wish.test(words);
}

/** Whether it begins with what others want: `calls for him to resign`. */
export function isCall(words: string): boolean {
  return /^\W*(?:\w+ )?(?:calls|demands|requests|pleas|appeals) (?:for|to|on)\b/iu.test(words);
}

/** Whether it is something that can be told by its name: `the plan`, and not `the call`. */
export function namesThing(words: string): boolean {
  return thing.test(words);
}

const standing =
  /^\W*(?:that )?(?:(?:we|they|it|he|she|i|(?:the )?\p{L}+(?: \p{Lu}\p{L}+){0,3}) )?(?:stands?|stood|standing) (?:firmly |fully )?(?:by|behind) (?:every (?:single )?word (?:of|in) |all of |everything in )?(?:our|its|the|their|his|her|my) (?:\w+ )?(?:report\w*|story|stories|article|journalism|coverage|account|evidence|denials?|statements?|remarks|comments|testimony|words|claims?|findings)\b|^\W*(?:we|they|it|he|she|i|(?:the )?\p{L}+(?: \p{Lu}\p{L}+){0,3}) (?:stands?|stood) (?:firmly |fully )?(?:by|behind) what (?:we|it|they|he|she|i) (?:wrote|said|reported|published|printed)\b/iu;

/** `we stand by our reporting`: what was said or reported is true. */
export function standsBy(words: string): boolean {
  return standing.test(words);
}

const allegation = new RegExp(`\\b(?:${alleged})\\b`, 'iu');

/** Whether a word for what may be true or false is among them, so that who rejects it denies it. */
export function namesAllegation(words: string): boolean {
  return allegation.test(words);
}

/** What is said of something published that the text never tells: that it is true. */
export function truthOf(words: string): string | undefined {
  const named = something.exec(words)?.[0];
  return named && `${named} ${named.endsWith('s') ? 'are' : 'is'} true`;
}
