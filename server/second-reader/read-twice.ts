import { polarityOf } from '../../db/rules/vocabulary.ts';
import type { Drafts } from '../../extract/extractor.ts';
import { withSecondReading } from '../../extract/second-reader/with-second-reading.ts';
import type { ArticleExtractor, ReadDrafts, ReadInput } from '../../schema/context.ts';
import { notesOn } from './reader-notes.ts';
import type { SecondReader, SecondReading } from './second-reader.ts';

type Reads = Pick<ArticleExtractor, 'extract' | 'id' | 'version'>;

/** An extractor whose drafts are looked at by a second reader: where that fails, they are there, and a note says so. */
export function readTwice<First extends Reads>(
  first: First,
  second: Pick<SecondReader, 'id' | 'read' | 'version'>,
) {
  return {
    ...first,
    id: second.id,
    version: second.version,
    isSlow: true,
    async extract(...[input, options = {}]: Parameters<Reads['extract']>): Promise<ReadDrafts> {
      const [drafts, reading] = await Promise.all([
        first.extract(input, options),
        second.read(input.text, options),
      ]);
      return draftsOfBoth(drafts, reading, { input, first, second });
    },
  };
}

interface Both {
  readonly input: ReadInput;
  readonly first: Pick<Reads, 'id' | 'version'>;
  readonly second: Pick<Reads, 'id' | 'version'>;
}

const named = ({ id, version }: Both['first']): string => `${id}/${version}`;

/** The drafts of both, and what is told of the second. */
function draftsOfBoth(
  drafts: Drafts,
  reading: SecondReading,
  { input, first, second }: Both,
): ReadDrafts {
  const readers = { first: named(first), second: named(second) };
  const both = withSecondReading(drafts, reading.found, { input, readers, polarityOf });
  return { ...both.drafts, notes: notesOn(reading, both) };
}
