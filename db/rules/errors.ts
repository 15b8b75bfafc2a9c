import { cited, sentence } from './sentence.ts';

/** A place in an article's text, in UTF-16 code units, and what stands there. */
export interface Passage {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A request that the record refuses. Its subclasses are part of the protocol; anything else thrown is a bug. */
export abstract class RecordError extends Error {
  abstract readonly code: string;
  /** Where in the input the refused value stands: `['stances', '0', 'evidence', '0', 'quote']`. */
  readonly path: readonly string[];
  /** What else is wrong with the same input. */
  others: readonly RecordError[] = [];

  constructor(message: string, path: readonly string[] = []) {
    super(sentence(message));
    this.name = new.target.name;
    this.path = path;
  }
}

/** The quote does not stand in the article's text at that place, or not at all. */
export class QuoteNotInArticle extends RecordError {
  readonly code = 'QUOTE_NOT_IN_ARTICLE';
  readonly quote: string;
  /** The most similar passages of the article, best first. */
  readonly nearest: readonly Passage[];

  constructor(facts: { quote: string; nearest: readonly Passage[] }, path?: readonly string[]) {
    super('These words do not stand in the article, letter for letter, at that place.', path);
    this.quote = facts.quote;
    this.nearest = facts.nearest;
  }
}

/** The quote stands in the article more than once, and no offsets say which place is meant. */
export class QuoteAmbiguous extends RecordError {
  readonly code = 'QUOTE_AMBIGUOUS';
  readonly quote: string;
  /** Every place, or the first hundred of them. */
  readonly places: readonly Passage[];

  constructor(
    facts: { quote: string; places: readonly Passage[]; count: number },
    path?: readonly string[],
  ) {
    super(`These words stand in the article ${facts.count} times: give start and end.`, path);
    this.quote = facts.quote;
    this.places = facts.places;
  }
}

/** A reference that leads to nothing on record. */
export class NotOnRecord extends RecordError {
  readonly code = 'NOT_ON_RECORD';
  readonly noun: string;
  readonly reference: string;

  constructor(facts: { noun: string; reference: string }, path?: readonly string[]) {
    super(`There is no ${facts.noun} ${cited(facts.reference)} on record.`, path);
    this.noun = facts.noun;
    this.reference = facts.reference;
  }
}

/** An attribution that does not lead from the article's publisher to the holder of the stance. */
export class AttributionBroken extends RecordError {
  readonly code = 'ATTRIBUTION_BROKEN';
  /** The slugs of the chain as given. */
  readonly attribution: readonly string[];

  constructor(
    facts: { attribution: readonly string[]; because: string },
    path?: readonly string[],
  ) {
    super(
      `The attribution ${facts.attribution.map(cited).join(' > ')} is broken: ${facts.because}.`,
      path,
    );
    this.attribution = facts.attribution;
  }
}

/** A stance that neither evidence nor a curator's note shows. */
export class EvidenceRequired extends RecordError {
  readonly code = 'EVIDENCE_REQUIRED';

  constructor(path?: readonly string[]) {
    super('A stance needs evidence, or a note that says why it has none.', path);
  }
}

/** A draft that leaves open what is denied, accepted without the claim. */
export class ClaimRequired extends RecordError {
  readonly code = 'CLAIM_REQUIRED';

  constructor(path?: readonly string[]) {
    super(
      'The draft does not tell what is denied: it is accepted with the claim on record, or with the words of one.',
      path,
    );
  }
}

/** Text that cannot be kept letter for letter, or is empty or too long. */
export class TextInvalid extends RecordError {
  readonly code = 'TEXT_INVALID';
  readonly reason: 'NUL' | 'LONE_SURROGATE' | 'EMPTY' | 'TOO_LONG';

  constructor(facts: { reason: TextInvalid['reason']; because: string }, path?: readonly string[]) {
    super(facts.because, path);
    this.reason = facts.reason;
  }
}

/** The slug, hash or key is on record already, with other content. */
export class Conflict extends RecordError {
  readonly code = 'CONFLICT';
  readonly noun: string;
  readonly reference: string;
  /** The keys whose values differ. */
  readonly keys: readonly string[];

  constructor(
    facts: { noun: string; reference: string; keys: readonly string[] },
    path?: readonly string[],
    message = `The ${facts.noun} ${cited(facts.reference)} is on record with another ${facts.keys.join(', ')}.`,
  ) {
    super(message, path);
    this.noun = facts.noun;
    this.reference = facts.reference;
    this.keys = facts.keys;
  }
}

/** What is to be withdrawn, ended or revoked is so already. */
export class AlreadyWithdrawn extends RecordError {
  readonly code = 'ALREADY_WITHDRAWN';
  readonly noun: string;
  readonly reference: string;

  constructor(facts: { noun: string; reference: string }, path?: readonly string[]) {
    super(
      `The ${facts.noun} ${cited(facts.reference)} is withdrawn, ended or revoked already.`,
      path,
    );
    this.noun = facts.noun;
    this.reference = facts.reference;
  }
}

/** A page to read that is none, or that cannot be read. */
export class PageInvalid extends RecordError {
  readonly code = 'PAGE_INVALID';
  readonly fault: 'NOT_BASE64' | 'TOO_LARGE' | 'NOT_A_PAGE' | 'NO_ARTICLE' | 'TOO_SLOW';

  constructor(facts: { fault: PageInvalid['fault']; because: string }) {
    super(facts.because, ['page']);
    this.fault = facts.fault;
  }
}

/** Any other value that the rules of the record do not allow. */
export class InputInvalid extends RecordError {
  readonly code = 'INPUT_INVALID';
}
