import type { GraphQLSchema } from 'graphql';
import type { Random } from '../../bench/record/random.ts';
import type { NamesOnRecord } from './names-on-record.ts';
import { RandomSelections, type SelectionsBy } from './random-selections.ts';
import { RandomValues } from './random-values.ts';

/** An operation of a document, by what it is asked, and what its variables are drawn by. */
export interface RandomOperation {
  readonly name: string | undefined;
  readonly values: RandomValues;
}

/** A document, most often valid. */
export interface RandomDocument {
  readonly text: string;
  readonly operations: readonly RandomOperation[];
}

/** A document over the whole of the schema; the same for the same numbers and names. */
export function randomDocument(
  schema: GraphQLSchema,
  random: Random,
  names: NamesOnRecord,
): RandomDocument {
  const fragments: SelectionsBy['fragments'] = [];
  const count = random.chance(0.15) ? 2 + random.below(2) : 1;
  const operations = Array.from({ length: count }, (_, index) => {
    const values = new RandomValues(random, names);
    const selection = new RandomSelections({ schema, random, values, fragments }).operation();
    const name = count === 1 && random.chance(0.3) ? undefined : `Asked${index}`;
    return { name, values, selection };
  });
  // A fragment may name variables of the operation that it was first written for, and no other can spread it then.
  const texts = operations.map(({ name = '', selection, values: { variables } }) => {
    const definitions = variables.map((one) => `$${one.name}: ${one.definition}`).join(', ');
    const head = `query ${name}${definitions && `(${definitions})`}`;
    return name === '' && definitions === '' ? selection : `${head} ${selection}`;
  });
  return { text: [...texts, ...fragments.map((one) => one.text)].join('\n'), operations };
}
