import { getNullableType, isListType } from 'graphql';
import { bytesIn, textIn } from '../../db/read/byte-text.ts';
import { holeOf, type JsonText, type Manner } from '../../db/read/json-text.ts';
import { decoderOf, type Fields } from '../../db/read/row.ts';
import { argumentsFor } from './arguments.ts';
import { branchTo, followed } from './branch.ts';
import { type Filling, type Later, laterFor, momentText, type Part, together } from './holes.ts';
import { type HowWritten, howWritten } from './how.ts';
import { isNullable, mannerOf } from './leaf.ts';
import { LeftToResolvers } from './left-to-resolvers.ts';
import { fieldsBelow } from './object-text.ts';
import type { FieldAsked, Writing } from './writing.ts';

/** Writes what was worked out for a field. */
type WriteHeld = (value: unknown, filling: Filling) => Part;

/** What is written of a row that a field leads to. */
type WriteRowOf = (asked: FieldAsked, row: Fields) => JsonText;

type Held = HowWritten & { readonly is: 'worked' | 'batched' | 'keys' };

/** A field that JavaScript works out from columns of its row. */
export function heldText(
  writing: Writing,
  asked: FieldAsked,
  { how, row, writeRow }: { how: Held; row: Fields; writeRow: WriteRowOf },
): JsonText {
  const fields = how.columns.map((name) => {
    const field = row[name];
    if (field === undefined) throw new LeftToResolvers();
    return field;
  });
  const decoders = fields.map(decoderOf);
  const write = heldField(writing, asked, { how, writeRow });
  const hole = writing.dig((told, filling) => {
    const values: unknown = JSON.parse(textIn(told));
    const cells: readonly unknown[] = Array.isArray(values) ? values : [];
    const held: Record<string, unknown> = {};
    for (const [index, name] of how.columns.entries()) {
      const cell = cells[index] ?? null;
      const decode = decoders[index];
      held[name] = decode === undefined || cell === null ? cell : decode(cell);
    }
    return write(held, filling);
  });
  return holeOf(hole, fields);
}

/** Writes a field of what holds it. */
function heldField(
  writing: Writing,
  asked: FieldAsked,
  { how, writeRow }: { how: HowWritten | null; writeRow: WriteRowOf },
): WriteHeld {
  const { type } = asked.field;
  const argsOf = argumentsOf(asked);
  switch (how?.is) {
    case 'column': {
      const write = heldValue(writing, asked, writeRow);
      return (held, filling) => write(property(held, how.column), filling);
    }
    case 'worked': {
      const write = heldValue(writing, asked, writeRow);
      return (held, filling) => write(how.of(Object(held), argsOf(filling)), filling);
    }
    case 'batched': {
      const write = heldValue(writing, asked, writeRow);
      return (held, filling) => {
        const batch = laterFor(filling, how, () => new Batch(how, filling));
        return batch.add(Object(held), (value) => whenWritten(write(value, filling)));
      };
    }
    case 'edge': {
      const branch = branchTo(writing, how.query, (row) => writeRow(asked, row));
      return (held, filling) => {
        const key = property(held, how.column);
        return onlyOne(
          typeof key === 'number' ? followed(branch, key, filling) : () => '',
          isNullable(type),
        );
      };
    }
    case 'keys': {
      const branch = branchTo(writing, how.query, (row) => writeRow(asked, row));
      const isList = isListType(getNullableType(type));
      return (held, filling) => {
        const keys = how.of(Object(held), argsOf(filling));
        const rows = keys.map((key) => followed(branch, key, filling));
        if (!isList) return onlyOne(rows[0] ?? (() => ''), isNullable(type));
        return () =>
          `[${rows
            .map((row) => row())
            .filter((text) => text !== '')
            .join()}]`;
      };
    }
    default:
      throw new LeftToResolvers();
  }
}

/** Writes a value of the field's own type: a leaf, an object that is held, or a list of such. */
function heldValue(writing: Writing, asked: FieldAsked, writeRow: WriteRowOf): WriteHeld {
  const { type } = asked.field;
  const manner = mannerOf(type);
  if (manner !== null) return leaf(manner, isNullable(type));
  const fields = fieldsBelow(writing, asked, (one) =>
    heldField(writing, one, { how: howWritten(one.field), writeRow }),
  );
  const object: WriteHeld = (value, filling) => {
    const parts: Part[] = ['{'];
    for (const [before, write] of fields)
      parts.push(before, typeof write === 'string' ? write : write(value, filling));
    parts.push('}');
    return together(parts);
  };
  if (!isListType(getNullableType(type))) return object;
  return (values, filling) => {
    if (!Array.isArray(values)) throw new LeftToResolvers();
    const items = values.flatMap((value: unknown, index) => [
      index === 0 ? '' : ',',
      object(value, filling),
    ]);
    return together(['[', ...items, ']']);
  };
}

function leaf(manner: Manner, isNullable: boolean): WriteHeld {
  return (value) => {
    if (value === null || value === undefined) {
      if (isNullable) return 'null';
      throw new LeftToResolvers();
    }
    return manner === 'moment' ? momentText(Number(value)) : bytesIn(JSON.stringify(value));
  };
}

function onlyOne(row: () => string, isNullable: boolean): () => string {
  return () => {
    const text = row();
    if (text !== '') return text;
    if (isNullable) return 'null';
    throw new LeftToResolvers();
  };
}

const whenWritten = (part: Part): string => (typeof part === 'string' ? part : part());

const property = (held: unknown, name: string): unknown => Reflect.get(Object(held), name);

function argumentsOf({ field, nodes: [node] }: FieldAsked): (filling: Filling) => object {
  if (node === undefined || field.args.length === 0) return () => ({});
  const argumentsIn = argumentsFor(field, node);
  return ({ variables }) => argumentsIn(variables);
}

/** What is worked out for all rows of a text at once. */
class Batch implements Later {
  readonly #how: HowWritten & { readonly is: 'batched' };
  readonly #filling: Filling;
  readonly #rows: object[] = [];
  #values: readonly unknown[] = [];

  constructor(how: HowWritten & { readonly is: 'batched' }, filling: Filling) {
    this.#how = how;
    this.#filling = filling;
  }

  add(row: object, write: (value: unknown) => string): () => string {
    const place = this.#rows.push(row) - 1;
    return () => write(this.#values[place]);
  }

  finish(): void {
    const values = this.#how.of(this.#rows, this.#filling.context);
    // Whatever answers later is no local file.
    if (values instanceof Promise) throw new LeftToResolvers();
    this.#values = values;
  }
}
