import type { Database } from '../../db/client.ts';
import type { Count } from '../../db/interchange/counts.ts';
import { type Imported, importLines } from '../../db/interchange/import.ts';
import { LinesRefused } from '../../db/interchange/lines-refused.ts';
import type { KeptLine as KeptLineOnRecord } from '../../db/interchange/on-conflict.ts';
import type { StandingToChange as ChangeOfStanding } from '../../db/interchange/rehearsal.ts';
import { InputInvalid } from '../../db/rules/errors.ts';
import type { OnConflict as OnConflictOnRecord } from '../../db/rules/vocabulary.ts';
import type { Author } from '../../db/write/write.ts';
import { builder } from '../builder.ts';
import { authorOf, idempotencyKey, refusedWith } from '../changing/mutation.ts';
import { mutationFor } from '../changing/role.ts';
import { OnConflict, StandingStatus } from '../enums.ts';
import { encodeFeedCursor } from '../reading/feed-cursor.ts';

/** How many lines one request may bring or fetch. */
export const linesAtMost = 1000;

interface CountOfType extends Count {
  readonly type: string;
}

const ImportedCount = builder.objectRef<CountOfType>('ImportedCount').implement({
  description: 'What an import brought of one type.',
  fields: (t) => ({
    type: t.exposeString('type', {
      description: 'The type of line; `evidence` for what stands inside of stances.',
    }),
    created: t.exposeInt('created', { description: 'How many are new on record.' }),
    unchanged: t.exposeInt('unchanged', { description: 'How many were on record as they are.' }),
  }),
});

const KeptLine = builder.objectRef<KeptLineOnRecord>('KeptLine').implement({
  description: 'A line of something that is on record with other content, which stays.',
  fields: (t) => ({
    line: t.exposeInt('line', { description: 'Its number among the lines, from 1.' }),
    noun: t.exposeString('noun', { description: 'What sort of thing it is about.' }),
    reference: t.exposeString('reference', { description: 'What the record calls it.' }),
    keys: t.stringList({
      description: 'The keys whose values differ.',
      resolve: ({ keys }) => [...keys],
    }),
  }),
});

const StandingToChange = builder.objectRef<ChangeOfStanding>('StandingToChange').implement({
  description: 'A claim whose standing an import would change.',
  fields: (t) => ({
    claim: t.exposeString('claim', { description: 'Its slug.' }),
    from: t.expose('from', { type: StandingStatus, description: 'How it stands.' }),
    to: t.expose('to', { type: StandingStatus, description: 'How it would stand.' }),
  }),
});

const ImportRecordPayload = builder.objectRef<Imported>('ImportRecordPayload').implement({
  description: 'What importRecord did, or would do.',
  fields: (t) => ({
    created: t.int({
      description: 'How many lines brought something new.',
      resolve: ({ counts }) => linesOf(counts, 'created'),
    }),
    unchanged: t.int({
      description: 'How many lines told what is on record.',
      resolve: ({ counts }) => linesOf(counts, 'unchanged'),
    }),
    byType: t.field({
      type: [ImportedCount],
      description: 'The same by type.',
      resolve: ({ counts }) =>
        Object.entries(counts).map(([type, { created, unchanged }]) => ({
          type,
          created,
          unchanged,
        })),
    }),
    missing: t.stringList({
      description:
        'In a dry run, what the lines refer to and neither they nor the record hold: a noun and a reference each.',
      resolve: ({ missing }) => [
        ...new Set(missing.map(({ noun, reference }) => `${noun} ${reference}`)),
      ],
    }),
    kept: t.field({
      type: [KeptLine],
      description:
        'The lines of what is on record with other content, which stays, as `onConflict` asks; counted neither as created nor as unchanged unless they add something.',
      resolve: ({ kept }) => kept,
    }),
    standings: t.field({
      type: [StandingToChange],
      nullable: true,
      description:
        'In a dry run, the claims that these lines and the record both hold and whose standing would change. Null where that is not known, since lines refer to another part.',
      resolve: ({ standings }) => standings,
    }),
    cursor: t.string({
      description: 'The feed’s cursor of the last event on record afterwards.',
      resolve: ({ lastSeq }, _args, { db }) => encodeFeedCursor(db, lastSeq),
    }),
  }),
});

const ImportRecordInput = builder.inputType('ImportRecordInput', {
  description: 'Lines of the interchange format.',
  fields: (t) => ({
    lines: t.stringList({
      required: true,
      description: `The lines, at most ${linesAtMost}. What they refer to stands in an earlier line or on record, but what an unnamed source or a newer version refers to may stand in a later one.`,
    }),
    later: t.stringList({
      description:
        'What later parts bring for `grantedBy` and `supersedes` of these lines: a noun and a reference each, as in `missing`.',
    }),
    onConflict: t.field({
      type: OnConflict,
      defaultValue: 'FAIL',
      description: 'What becomes of a line of something that is on record with other content.',
    }),
    dryRun: t.boolean({
      defaultValue: false,
      description: 'Checks the lines and tells what they would bring; writes nothing.',
    }),
    idempotencyKey: idempotencyKey(t),
  }),
});

builder.mutationField('importRecord', (t) =>
  t.field({
    type: ImportRecordPayload,
    ...mutationFor(
      'importRecord',
      'Imports lines of the interchange format. They are checked first, and written when all of them are sound; the same lines again change nothing.',
    ),
    args: {
      input: t.arg({ type: ImportRecordInput, required: true, description: 'What is asked.' }),
    },
    errors: refusedWith('importRecord', [LinesRefused]),
    resolve: (_root, { input }, { db, viewer }) => importOnce(db, authorOf(viewer), input),
  }),
);

interface ImportAsked {
  readonly lines: readonly string[];
  readonly later?: readonly string[] | null | undefined;
  readonly onConflict?: OnConflictOnRecord | null | undefined;
  readonly dryRun?: boolean | null | undefined;
  readonly idempotencyKey?: string | null | undefined;
}

async function importOnce(
  db: Database,
  author: Author,
  { lines, later, onConflict, dryRun, idempotencyKey: key }: ImportAsked,
): Promise<Imported> {
  if (lines.length > linesAtMost) {
    throw new InputInvalid(`At most ${linesAtMost} lines at once, not ${lines.length}.`, ['lines']);
  }
  const choices = {
    author,
    dryRun: dryRun ?? false,
    later: new Set(later ?? []),
    onConflict: onConflict ?? 'FAIL',
  };
  const imports = () => importLines(db, lines, choices);
  // A dry run writes nothing, its key neither.
  if (dryRun || key === undefined || key === null) return imports();

  // An import is several transactions, so its answer is kept by one of its own, asked before it and after it.
  const request = {
    author,
    command: 'importRecord',
    input: { lines, later, onConflict, dryRun },
    idempotencyKey: key,
  };
  try {
    return await db.write<Imported>(request, () => Promise.reject(new NotDoneYet()));
  } catch (error) {
    if (!(error instanceof NotDoneYet)) throw error;
    const imported = await imports();
    return db.write(request, () => Promise.resolve(imported));
  }
}

class NotDoneYet extends Error {}

function linesOf(counts: Imported['counts'], key: keyof Count): number {
  const { evidence: _inside, ...lines } = counts;
  return Object.values(lines).reduce((sum, count) => sum + count[key], 0);
}
