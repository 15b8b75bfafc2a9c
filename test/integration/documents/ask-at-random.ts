import { type DocumentNode, parse, validate } from 'graphql';
import type { Executor } from '../../../schema/reading/execute.ts';
import { schema } from '../../../schema/schema.ts';
import { excessOfDocument, excessOfText } from '../../../server/plugins/operation-limits.ts';
import { createRandom } from '../../bench/record/random.ts';
import { shuffled } from '../../kit/random-articles.ts';
import type { Asker, Way } from './answers.ts';
import { type AnswerCounts, askOperation, bestOf, noAnswers } from './ask-operation.ts';
import { everyAsker } from './askers.ts';
import { openAwkwardRecord } from './awkward-record.ts';
import { fieldsIn, fieldsToSelect } from './fields.ts';
import { type NamesOnRecord, namesOnRecord } from './names-on-record.ts';
import { randomDocument } from './random-document.ts';

export interface AskingOptions {
  /** The number of the first document: what is drawn depends on its number alone. */
  readonly from: number;
  readonly documents: number;
  /** Makes what is compared with graphql-js. */
  readonly createExecutor: () => Executor;
  readonly tell?: (progress: string) => void;
}

export interface DocumentCounts extends AnswerCounts {
  documents: number;
  /** What was drawn besides, and is not valid, or more than the server allows. */
  discarded: number;
  /** By the best way in which one of their answers came to be. */
  readonly documentsBy: Record<Way, number>;
  /** How many fields of the schema were selected, out of how many a query may select. */
  fields: number;
  readonly fieldsInAll: number;
}

export interface Asked {
  readonly counts: DocumentCounts;
  /** What was answered otherwise, as much of it as is worth reading. */
  readonly differences: readonly string[];
}

/** So many documents are asked of one record. */
const perRecord = 500;
const mostDifferences = 5;

interface Scene {
  readonly askers: readonly Asker[];
  readonly names: NamesOnRecord;
  readonly executor: Executor;
  readonly createExecutor: () => Executor;
  readonly counts: DocumentCounts;
  readonly differences: string[];
  readonly fields: Set<string>;
}

/** Asks random documents of random records: whatever is answered otherwise than by graphql-js is told. */
export async function askAtRandom(options: AskingOptions): Promise<Asked> {
  const { createExecutor, documents, from, tell } = options;
  const counts: DocumentCounts = {
    ...{ documents: 0, discarded: 0, documentsBy: { text: 0, jit: 0, neither: 0 } },
    ...noAnswers(),
    ...{ fields: 0, fieldsInAll: fieldsToSelect(schema).size },
  };
  const differences: string[] = [];
  const ofAll = { counts, createExecutor, differences, fields: new Set<string>() };
  const executor = createExecutor();
  const isOver = () => counts.documents >= documents || differences.length >= mostDifferences;
  let number = from;
  while (!isOver()) {
    await using record = await openAwkwardRecord(Math.ceil(number / perRecord));
    const askers = await everyAsker(record);
    const scene = { ...ofAll, askers, executor, names: namesOnRecord(record.path) };
    do {
      await askNumbered(number, scene);
      number += 1;
      tell?.(`${counts.documents} of ${documents} documents`);
    } while (number % perRecord !== 1 && !isOver());
  }
  return { counts, differences };
}

async function askNumbered(number: number, scene: Scene): Promise<void> {
  const { askers, counts, fields, names } = scene;
  const random = createRandom(number);
  const { operations, text } = randomDocument(schema, random, names);
  const document = validDocument(text);
  if (document === null) {
    counts.discarded += 1;
    return;
  }
  counts.documents += 1;
  for (const field of fieldsIn(schema, document)) fields.add(field);
  counts.fields = fields.size;
  const differences: string[] = [];
  const ways = new Set<Way>();
  for (const operation of operations) {
    for (const asker of shuffled(random, askers).slice(0, 2)) {
      if (differences.length > 0) break;
      const asking = { ...scene, asker, differences, document, operation };
      for (const way of await askOperation(asking)) ways.add(way);
    }
  }
  scene.differences.push(...differences.map((told) => `Document ${number}, ${told}`));
  counts.documentsBy[bestOf(ways)] += 1;
}

/** What was drawn; null where it is not valid, or more than the server allows. */
function validDocument(text: string): DocumentNode | null {
  if (excessOfText(text) !== undefined) return null;
  const document = parse(text);
  if (excessOfDocument(document) !== undefined) return null;
  return validate(schema, document).length === 0 ? document : null;
}
