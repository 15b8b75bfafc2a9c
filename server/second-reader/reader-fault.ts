/** What may go wrong between us and the second reader. `{seconds}` and `{status}` are put in. */
const sentences = {
  READER_UNREACHABLE: 'The server of the second reader cannot be reached.',
  READER_TIMED_OUT: 'The second reader did not answer within {seconds} s.',
  READER_RATE_LIMITED: 'The server of the second reader answers too many requests already.',
  READER_KEY_REFUSED: 'The server of the second reader refuses the key, or that there is none.',
  READER_NOT_FOUND:
    'The server of the second reader knows no such address or model: most want an address that ends in /v1.',
  READER_REDIRECTED:
    'The server of the second reader sends elsewhere. Texts go to the address that was set and nowhere else.',
  READER_FAILED: 'The server of the second reader answered {status}.',
  READER_OVER_BUDGET: 'The second reader has had the tokens of this day.',
  READER_BUSY: 'Too many articles wait for the second reader already.',
  READER_REFUSED: 'The second reader refused to read a passage.',
  READER_MALFORMED: 'The second reader answered something else than what it was asked for.',
  READER_TRUNCATED:
    'The second reader broke off: what it had said of that passage until then counts.',
  READER_TOO_LARGE: 'The second reader answered more than is read of an answer.',
} as const;

export type ReaderFaultCode = keyof typeof sentences;

export const readerFaultCodes = Object.keys(sentences) as readonly ReaderFaultCode[];

/** What is wrong with one passage. Everything else stops the reading of an article, and may be over when it is ingested again. */
const ofOnePassage: ReadonlySet<ReaderFaultCode> = new Set([
  'READER_REFUSED',
  'READER_MALFORMED',
  'READER_TRUNCATED',
  'READER_TOO_LARGE',
]);

interface FaultFacts {
  readonly status?: number;
  readonly seconds?: number;
  /** For how long it is of no use to ask again. */
  readonly pauseMs?: number;
  /** What the other side said of it, for whoever runs the server: without the key. */
  readonly said?: string;
}

/** Why the second reader did not read. Its message is for everybody: it holds nothing that came from the other side. */
export class ReaderFault extends Error {
  readonly code: ReaderFaultCode;
  readonly isOfOnePassage: boolean;
  readonly pauseMs: number;
  readonly said: string | undefined;

  constructor(code: ReaderFaultCode, { status, seconds, pauseMs = 0, said }: FaultFacts = {}) {
    super(
      sentences[code].replace('{seconds}', String(seconds)).replace('{status}', String(status)),
    );
    this.name = 'ReaderFault';
    this.code = code;
    this.isOfOnePassage = ofOnePassage.has(code);
    this.pauseMs = pauseMs;
    this.said = said;
  }
}
