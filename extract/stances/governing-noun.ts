import { namesAllegation } from '../claims/reference.ts';
import { type Passage, wordsOf } from '../words/passage.ts';
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
