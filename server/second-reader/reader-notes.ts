import type { ReadTwice } from '../../extract/second-reader/with-second-reading.ts';
import type { SecondReading } from './second-reader.ts';

/** What is told of a second reading: what it took, what it added, what of it was left out and why, and what went wrong. */
export function notesOn(
  reading: SecondReading,
  read: Pick<ReadTwice, 'added' | 'agreed' | 'disputed'>,
): readonly string[] {
  return [
    ...faultNotes(reading),
    ...(reading.hasFailed ? [] : [outcome(reading, read)]),
    ...left(reading),
  ];
}

function faultNotes({ faults, hasFailed }: SecondReading): readonly string[] {
  const rest = hasFailed
    ? ' The drafts of the rules are there. Ingest the article again to have it read by both.'
    : '';
  return faults.map(({ code, message }) => `${code}: ${message}${rest}`);
}

function outcome({ model, tokens }: SecondReading, { added, agreed, disputed }: Counts): string {
  const spent = (tokens.input + tokens.output).toLocaleString('en');
  const about = tokens.areEstimated ? 'about ' : '';
  const otherwise = disputed > 0 ? `, ${disputed} of them otherwise than the rules` : '';
  return `The second reader, ${model}, took ${about}${spent} tokens: it agrees with ${counted(agreed, 'draft')} and adds ${added}${otherwise}.`;
}

type Counts = Pick<ReadTwice, 'added' | 'agreed' | 'disputed'>;

function left({ leftOut, passagesLeft }: SecondReading): readonly string[] {
  const why = [
    [leftOut.words, 'with words that are not in the text'],
    [leftOut.actor, 'with an actor whom the text does not name'],
    [leftOut.claim, 'with a claim in other words than the text’s'],
    [leftOut.shape, 'of another shape than was asked for'],
  ] as const;
  const told = why.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  return [
    ...(told.length > 0 ? [`Of what it answered, this was left out: ${told.join(', ')}.`] : []),
    ...(passagesLeft > 0
      ? [
          `The text is long: the last ${counted(passagesLeft, 'passage')} of it went to the rules alone.`,
        ]
      : []),
  ];
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
