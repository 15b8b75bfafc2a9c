import { disclaiming } from './main-sentence.ts';

// Who knows of reports has not said that they are true.
const ofReports =
  /\b(?:is|are|am|was|were|be|been|had|ha[sd] (?:seen|heard|read|received)|seen|saw|heard) (?:fully |well |also )?(?:aware of|read|seen|heard|familiar with) (?:the |some |these |those |media |press |any |recent |online )*(?:reports?|claims?|allegations?|rumou?rs?|speculation|accusations?)\b/iu;

const order =
  /^\W*(?:do not|don[’']t|let[’']s|please|thank you|thanks|sorry|shame on|never mind|stop|look|listen) /iu;

// Who does not deny it has not said that it is so.
const undenied =
  /\b(?:not|n[’']t|never|nobody|no one|none|hardly|cannot)\b(?: \p{L}+){0,3} (?:den(?:y|ies|ied|ying)|disput\p{L}+|doubt(?:s|ed|ing)?|contest(?:s|ed|ing)?|rul(?:e|ed|ing) out|question(?:s|ed|ing)?) (?:that|the|a|an|it|this|\p{L}+ing)\b/iu;

/** `Do not believe it`, `I am not saying that it leaked`, `we know of the reports`: nothing is put forward. */
export function isIdle(claim: string): boolean {
  return [disclaiming, ofReports, order, undenied, /^whether\b/iu].some((words) =>
    words.test(claim),
  );
}
