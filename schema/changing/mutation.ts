import type { InputFieldBuilder, InputRef, OutputRef } from '@pothos/core';
import type { GraphQLResolveInfo } from 'graphql';
import type { Database } from '../../db/client.ts';
import type { Query } from '../../db/read/query.ts';
import {
  Conflict,
  InputInvalid,
  NotOnRecord,
  type RecordError,
  TextInvalid,
} from '../../db/rules/errors.ts';
import { slugField } from '../../db/rules/slug.ts';
import type { Author, Recorded, WriteTx } from '../../db/write/write.ts';
import { builder } from '../builder.ts';
import { unauthenticated } from '../coded.ts';
import type { GraphContext, Viewer } from '../context.ts';
import { whenRead } from '../reading/edge.ts';
import { encodeFeedCursor } from '../reading/feed-cursor.ts';
import { unchangedCheck } from './if-unchanged.ts';
import { type ReadAlong, readAlong, readBackRow } from './read-back.ts';
import { type MutationName, mutationFor } from './role.ts';

/** What builds the fields of an input. */
export type InputFields = InputFieldBuilder<typeof builder.$inferSchemaTypes, 'InputObject'>;

type Refusal = new (...facts: never[]) => RecordError;

/** What any change may be refused with. */
const commonRefusals: readonly Refusal[] = [NotOnRecord, TextInvalid, Conflict, InputInvalid];

/** What a mutation changes: how its payload names it, and how it is read back. */
export interface Thing {
  readonly field: string;
  readonly description: string;
  readonly type: OutputRef<object>;
  readonly byKey: Query<Keyed>;
}

interface Keyed {
  readonly key: number;
}

/** What was changed, and what of it was read in the commit. */
type Changed = Keyed & { readonly along?: ReadAlong | undefined };

/** A mutation: what is asked, the command that carries it out, and what that may refuse. */
export interface RecordMutation<Input extends Repeatable> {
  readonly description: string;
  readonly input: InputRef<Input>;
  readonly thing: Thing;
  readonly command: (tx: WriteTx, input: Input) => Promise<Recorded>;
  /** What is done once it is written, and before it is answered. */
  readonly afterwards?: (db: Database) => Promise<void>;
  /** What it may be refused with besides what any change may. */
  readonly refusals?: readonly Refusal[];
}

/** An input that can be sent twice and is carried out once. */
interface Repeatable {
  readonly idempotencyKey?: string | null | undefined;
}

/** Adds a mutation, its payload, and the union of the payload with its refusals, and tells the payload. */
export function recordMutation<Input extends Repeatable>(
  name: MutationName,
  { command, ...mutation }: RecordMutation<Input>,
) {
  return preparedMutation<Input>(name, {
    ...mutation,
    prepare: async (input) => (tx) => command(tx, input),
  });
}

/** A mutation that does something before its turn to write comes; what that makes is the command. */
interface PreparedMutation<Input extends Repeatable>
  extends Omit<RecordMutation<Input>, 'command'> {
  readonly prepare: (
    input: Input,
    context: GraphContext,
  ) => Promise<(tx: WriteTx) => Promise<Recorded>>;
}

/** Adds such a mutation, and tells its payload. */
export function preparedMutation<Input extends Repeatable>(
  name: MutationName,
  { afterwards, description, input, prepare, refusals = [], thing }: PreparedMutation<Input>,
) {
  const Payload = payloadOf(name, thing);
  const Argument: InputRef<Repeatable> = input;
  const answered = { type: payloadName(name), field: thing.field, query: thing.byKey };
  builder.mutationField(name, (t) =>
    t.field({
      type: Payload,
      ...mutationFor(name, description),
      args: { input: t.arg({ type: Argument, required: true, description: 'What is asked.' }) },
      errors: refusedWith(name, refusals),
      resolve: async (_root, args, context, info) => {
        const { db, viewer } = context;
        const { idempotencyKey, ...input } = args.input;
        const request = { author: authorOf(viewer), command: name, input, idempotencyKey };
        // It was read as an `input`, whose shape a generic field cannot tell.
        const asked = args.input as Input;
        const check = await unchangedCheck(name, asked, context);
        const command = await prepare(asked, context);
        let along: ReadAlong | undefined;
        const recorded = await db.write(request, async (tx) => {
          await check?.(tx);
          const told = await command(tx);
          along = readAlong(tx, told.key, { ...answered, context, info });
          return told;
        });
        await afterwards?.(db);
        return { ...recorded, along };
      },
    }),
  );
  return Payload;
}

/** Makes the answer of a mutation a union of its payload, `refusals` and those that any change may meet. */
export function refusedWith(name: string, refusals: readonly Refusal[]) {
  return {
    types: [...refusals, ...commonRefusals],
    union: { description: `What ${name} did, or why it was refused.` },
  };
}

/** In whose name the viewer changes the record. @throws UNAUTHENTICATED */
export function authorOf(viewer: Viewer | null): Author {
  if (viewer === null) throw unauthenticated('A change needs a token.');
  return { token: viewer.token };
}

/** The key that an input takes. */
export const idempotencyKey = (t: InputFields) =>
  t.string({
    description:
      'A name of your choice for this request: sent again with it, it is carried out once and answered the same.',
  });

/** The cursor behind which nothing may have happened to what is changed. */
export const ifUnchangedSince = (t: InputFields) =>
  t.string({
    description:
      'A cursor of the feed, of when you read what you change: where it was changed since, this is refused as a `CONFLICT` that tells the change, and nothing is written.',
  });

/** The slug of what is recorded, under the key of the interchange format. */
export const givenId = (t: InputFields) =>
  t.string({
    description:
      'Its slug, 1 to 80 of a-z, 0-9 and -, under the key that it has in the interchange format. Made from its content where it is left out.',
  });

/** The slug of what is recorded, under its own name. */
export const givenSlug = (t: InputFields) =>
  t.string({ description: 'The same as `id`, by another name: give one of them.' });

/**
 * The slug that the part of an input at `path` gives: under `id`, as in the interchange format, or under `slug`.
 * @throws InputInvalid
 */
export function slugGiven(
  input: { readonly id?: string | null | undefined; readonly slug?: string | null | undefined },
  path: readonly string[] = [],
): string | null {
  const { id = null, slug = null } = input;
  if (id !== null && slug !== null && id !== slug) {
    throw new InputInvalid('Both id and slug give its slug: they differ.', [...path, 'slug']);
  }
  return slugField(id, [...path, 'id']) ?? slug;
}

/** The field of a payload that reads back what was changed. */
export const readBack = ({ byKey: query, description, field, type }: Thing) => ({
  type,
  description,
  resolve: (told: Changed, _args: object, context: GraphContext, info: GraphQLResolveInfo) =>
    whenRead(readBackRow(query, told, { context, info }), (row) => {
      if (row === null) throw new Error(`The ${field} ${told.key} cannot be read back.`);
      return row;
    }),
});

/** The field of a payload that tells the place of its event in the feed. */
export const eventCursor = {
  description: 'The feed’s cursor of its event: passed as `after`, the feed begins after it.',
  resolve: ({ seq }: Recorded, _args: object, { db }: GraphContext) => encodeFeedCursor(db, seq),
};

function payloadName(name: string): string {
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}Payload`;
}

function payloadOf(name: string, thing: Thing) {
  return builder.objectRef<Recorded & Changed>(payloadName(name)).implement({
    description: `What ${name} did.`,
    fields: (t) => ({
      [thing.field]: t.field(readBack(thing)),
      created: t.exposeBoolean('created', {
        description:
          'Whether it is new on record; false where it was changed, or was there already.',
      }),
      cursor: t.string(eventCursor),
    }),
  });
}
