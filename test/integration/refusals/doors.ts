import { mutationOf } from '../mutations/open-desk.ts';
import type { LineGiven } from './every-refusal.ts';

/** What a refusal tells, wherever it is met. */
export interface Told {
  readonly code: unknown;
  readonly path: string;
  readonly message: unknown;
}

/** Asks the graph and tells its answer. */
export type Ask = (query: string, variables: object) => Promise<Answer>;

interface Answer {
  readonly data?: unknown;
  readonly errors?: unknown;
}

const mutations: Readonly<Record<string, string>> = {
  actor: 'recordActor',
  affiliation: 'recordAffiliation',
  article: 'recordArticle',
  claim: 'recordClaim',
  claimLink: 'linkClaims',
  actorMerge: 'mergeActors',
  stance: 'recordStance',
};

const references = new Set([
  'actor',
  'of',
  'grantedBy',
  'outlet',
  'creditedTo',
  'claim',
  'saidIn',
  'article',
  'supersedes',
  'from',
  'into',
  'to',
]);

/** Records what a line brings by its mutation. */
export async function byMutation(ask: Ask, line: LineGiven): Promise<Told> {
  const name = mutations[line.type] ?? '';
  const { data, errors } = await ask(mutationOf(name), { input: inputOf(line) });
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return toldBy(Reflect.get(Object(data), name));
}

const importRecord = `mutation($input: ImportRecordInput!) {
  importRecord(input: $input) {
    __typename
    ... on LinesRefused { faults { code message path } }
  }
}`;

/** Imports a line by itself. */
export async function byImport(ask: Ask, line: LineGiven, dryRun: boolean): Promise<Told> {
  const { data, errors } = await ask(importRecord, {
    input: { lines: [JSON.stringify(line)], dryRun },
  });
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  const { faults } = Object(Reflect.get(Object(data), 'importRecord'));
  return toldBy(Object(faults)[0]);
}

/** The first fault that `onrecord import --json` prints. */
export function inFaults(printed: string): Told {
  return toldBy(JSON.parse(printed).faults[0]);
}

function toldBy(refusal: unknown): Told {
  const { code, path, message } = Object(refusal);
  return { code, path: Array.isArray(path) ? path.join('.') : '', message };
}

/** A line as an input of the graph: references are inputs of their own. */
function inputOf({ type, ...line }: LineGiven): object {
  // Of an affiliation and of a period, `from` is a day.
  const isReference = (key: string) =>
    references.has(key) && !(type === 'affiliation' && key === 'from');
  return Object.fromEntries(
    Object.entries(line).map(([key, value]) => {
      if (key === 'evidence' && Array.isArray(value))
        return [key, value.map((piece) => inputOf({ type: key, ...piece }))];
      if ((key === 'attribution' || key === 'concerns') && Array.isArray(value))
        return [key, value.map(refTo)];
      return [key, isReference(key) && value !== undefined ? refTo(value) : value];
    }),
  );
}

function refTo(reference: unknown): object {
  const name = String(reference);
  return name.startsWith('sha256:') ? { sha256: name.slice('sha256:'.length) } : { slug: name };
}
