import { namesAllegation } from '../claims/reference.ts';
import { type Passage, wordsOf } from '../words/passage.ts';
import { kindOfVerb } from './kinds.ts';
import type { Statement } from './statement.ts';

const repeating =
  /^(?:repeat|echo|make|reiterate|renew|confirm|support|hold|maintain|publish|issue|tell|report|deny|dismiss|reject)$/u;

/** `noted reports that it leaked`: what others claim is not the speaker's. */
export function isOfOthers(passage: Passage, statement: Statement): boolean {
  const noun = nounBefore(passage, statement);
  return (
    !repeating.test(statement.lemma) && namesAllegation(noun) && /s$|^(?:the|an?) /iu.test(noun)
  );
}

/** What stands between the cue and the clause: `a report that`, `no evidence that`. */
function nounBefore(passage: Passage, { frame, cue, content: [first] }: Statement): string {
  const isObject = frame === 'np-that' || frame.startsWith('p:');
  if (!isObject || first === undefined || first.first <= cue.last + 1) return '';
  return wordsOf(passage, [{ first: cue.last + 1, last: first.first - 1 }]);
}

const renewing =
  /^(?:repeat|reiterate|renew|restate|issue|make|maintain|offer|confirm|stress|emphasi[sz]e|post|publish|release|add)$/u;

/** `repeated his denial that it leaked`: it is denied again; by whom it is withdrawn or rejected, nobody knows what is said. */
export function ofDenial(passage: Passage, statement: Statement): 'DENIES' | 'NONE' | undefined {
  const noun = nounBefore(passage, statement);
  if (/\bdenials?\b/iu.test(noun)) return renewing.test(statement.lemma) ? 'DENIES' : 'NONE';
  const kind = kindOfVerb(statement.lemma);
  const isJudged = kind === 'SUPPORTS' || kind === 'OPPOSES';
  if (isJudged && / (?:for|of|over|about) \w+ing$/u.test(noun)) return 'NONE';
  return isJudged && ofSomebody.test(noun) && !namesAllegation(noun) ? 'NONE' : undefined;
}

// `welcomed Lee’s admission that it leaked`
const ofSomebody =
  /['’]s? (?:\p{L}+ )?(?:admission|confession|acknowledge?ment|confirmation|statement|warning|assurance|announcement|promise|decision|belief|insistence)\b/iu;

/** `found no evidence that it leaked`: not that it did. */
export function isOfNone(passage: Passage, statement: Statement): boolean {
  return /\b(?:no|little|scant|insufficient|not enough|hardly any|n['’]t any)\b(?! doubt)/iu.test(
    nounBefore(passage, statement),
  );
}

const ofReport =
  /^(?:an?|the|[\p{Lu}][\p{L}’']+) (?:[\p{L}’'.]+ ){0,4}?(?:reports?|claims?|rumou?rs?|stor(?:y|ies)|allegations?) that /u;

/** `confirmed a report that it leaked`. */
export function isOfReport(passage: Passage, statement: Statement): boolean {
  const isBefore = ofReport.test(wordsOf(passage, statement.content));
  return isBefore || namesAllegation(nounBefore(passage, statement));
}
