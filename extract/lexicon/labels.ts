const name = "\\p{Lu}[\\p{L}'’.-]*(?: (?:de|van|von|of|the|\\p{Lu}[\\p{L}'’.-]*)){0,4}";
/** What stands before a turn, with the name in it. */
export const turnLabels: readonly RegExp[] = [
  /^(?<others>RT )@(?<name>\w{2,30}):\s/du,
  /^\.?@(?<name>\w{2,30}):\s/du,
  new RegExp(`^(?:The|An?) [^:()]{2,60} \\((?<name>${name})\\):\\s`, 'du'),
  new RegExp(`^(?<name>${name})(?: \\([^()]{2,40}\\)){1,2}:\\s`, 'du'),
];
/** A name alone: a label where there are others. */
export const plainLabel = new RegExp(`^(?<name>${name}):\\s`, 'du');
/** `Q:` and `A:`. */
export const letterLabel = /^(?<letter>[QA])[.:]\s/du;
/** Labels of nobody who could be named. */
export const nobodysLabel =
  /^(?:Hon|Several|Some|An?) (?:[Hh]on\.? )?Members?\b|^(?:false|true|fact|myth|fake|lies?|reality|truth|rumou?r|misleading|debunked|reminder|thread|breaking|exclusive|scoop|alert|warning|important|remember|opinion|analysis|context|clarification|statement|psa|wrong|correct|nonsense|question|answer)(?=:)|^(?:Update|Updated|Correction|Editor|Note|Photo|Video|Source|Sources|Read|Watch|Live|Claim|Verdict|Fact|Rating|Our|Conclusion|Ruling|Summary)\b/iu;
/** A line that tells whose the answers are. */
export const intervieweeLine =
  /\b(?:interview with|answers (?:are|were|come) (?:by|from)|conversation with|Q&A with|questions to) (?:\p{Ll}+ ){0,3}?(?<who>\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]+){0,3})/du;
