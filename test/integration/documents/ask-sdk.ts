import {
  type DocumentNode,
  getOperationAST,
  isInputType,
  isNonNullType,
  Kind,
  type OperationDefinitionNode,
  TypeInfo,
  typeFromAST,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { Executor } from '../../../schema/reading/execute.ts';
import { schema } from '../../../schema/schema.ts';
import * as generated from '../../../sdk/src/generated/documents.ts';
import { createRandom } from '../../bench/record/random.ts';
import { shuffled } from '../../kit/random-articles.ts';
import type { Way } from './answers.ts';
import { type AnswerCounts, askOperation, bestOf, noAnswers } from './ask-operation.ts';
import { everyAsker } from './askers.ts';
import { openAwkwardRecord } from './awkward-record.ts';
import { namesOnRecord } from './names-on-record.ts';
import { RandomValues } from './random-values.ts';

export interface AskedSdk {
  readonly counts: AnswerCounts;
  /** By the name of the operation, the best way in which one of its answers came to be. */
  readonly ways: ReadonlyMap<string, Way>;
  readonly differences: readonly string[];
}

/** Asks every query of the SDK, as half of all who may ask, with variables that are drawn: what is answered otherwise than by graphql-js. */
export async function askSdk(seed: number, createExecutor: () => Executor): Promise<AskedSdk> {
  await using record = await openAwkwardRecord(seed);
  const names = namesOnRecord(record.path);
  const askers = await everyAsker(record);
  const executor = createExecutor();
  const counts = noAnswers();
  const differences: string[] = [];
  const ways = new Map<string, Way>();
  for (const [name, document, definition] of queries()) {
    // Each draws by itself: one query more changes nothing of how the others are asked.
    const random = createRandom(seed + numberOf(name));
    const found = new Set<Way>();
    const asking = { counts, createExecutor, differences, document, executor };
    for (const asker of shuffled(random, askers).slice(0, 8)) {
      const values = new RandomValues(random, names);
      // No page is read from both ends.
      const left = random.pick([forward, backward]);
      addVariables(document, definition, { values, left });
      const operation = { name, values };
      for (const way of await askOperation({ ...asking, asker, operation })) found.add(way);
    }
    ways.set(name, bestOf(found));
  }
  return { counts, differences, ways };
}

/** A number of its own, as good as always, for a name. */
const numberOf = (name: string): number =>
  [...name].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1_000_003, 7);

function* queries(): Generator<
  readonly [name: string, document: DocumentNode, definition: OperationDefinitionNode]
> {
  for (const [name, value] of Object.entries(generated)) {
    if (!name.endsWith('Document')) continue;
    // What is generated under such a name is one.
    const document = value as unknown as DocumentNode;
    const definition = getOperationAST(document);
    if (definition?.operation === 'query' && definition.name)
      yield [definition.name.value, document, definition];
  }
}

const [forward, backward] = [/\.(first|after)$/, /\.(last|before)$/];

/** What the variables of an operation stand for is told by the first place where each of them stands. */
function addVariables(
  document: DocumentNode,
  { variableDefinitions = [] }: OperationDefinitionNode,
  { left, values }: { readonly left: RegExp; readonly values: RandomValues },
): void {
  const places = placesOfVariables(document);
  for (const { defaultValue, type: syntax, variable } of variableDefinitions) {
    const type = typeFromAST(schema, syntax as Parameters<typeof typeFromAST>[1]);
    const name = variable.name.value;
    const { path = [], place = '' } = places.get(name) ?? {};
    if (left.test(place) && !isNonNullType(type)) continue;
    if (!isInputType(type)) throw new TypeError(`$${name} is of no type that can be given.`);
    const isCursor = /\.(after|before)$/.test(place);
    values.add({
      ...{ name, definition: '', type, place },
      takesNull: !isNonNullType(type) && !defaultValue,
      takesNothing: !isNonNullType(type) || defaultValue !== undefined,
      ...(isCursor && { cursorsAt: path }),
    });
  }
}

interface VariablePlace {
  /** As in `RandomVariable`. */
  readonly place: string;
  /** The keys of the answer that lead to the field. */
  readonly path: readonly string[];
}

function placesOfVariables(document: DocumentNode): ReadonlyMap<string, VariablePlace> {
  const found = new Map<string, VariablePlace>();
  const info = new TypeInfo(schema);
  const path: string[] = [];
  visit(
    document,
    visitWithTypeInfo(info, {
      Field: {
        enter: ({ alias, name }) => void path.push((alias ?? name).value),
        leave: () => void path.pop(),
      },
      Argument: ({ name, value }) => {
        if (value.kind !== Kind.VARIABLE || found.has(value.name.value)) return;
        const place = `${info.getParentType()?.name}.${info.getFieldDef()?.name}.${name.value}`;
        found.set(value.name.value, { place, path: [...path] });
      },
    }),
  );
  return found;
}
