import type { StandingStatus } from './generated/embed-documents.ts';

/** The words of ours that stand beside an embedded claim, as its page has them. */
export const statusWords: Readonly<Record<StandingStatus, string>> = {
  ASSERTED: 'Asserted',
  CORROBORATED: 'Corroborated',
  DENIED: 'Denied',
  DISPUTED: 'Disputed',
  QUESTIONED: 'Questioned',
  REPORTED: 'Reported',
  RETRACTED: 'Retracted',
  UNADDRESSED: 'Not addressed',
};

export const takenOff = 'This claim was taken off the record.';

export const whoSaysSo = 'Who says so, who denies it, and in whose words';

export const counted = (count: number, one: string): string =>
  count === 1 ? `1 ${one}` : `${count} ${one}s`;
