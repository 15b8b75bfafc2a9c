import {
  type Fields,
  isOne,
  type MergeOptions,
  mergePages,
  readPages,
  refOf,
} from './apollo-pages.ts';
import {
  connections,
  lookups,
  possibleTypes,
  thingLists,
  valueLists,
  values,
} from './generated/cache.ts';
import { type Ast, printed } from './print.ts';

/** What Apollo tells of a field whose key it asks for. */
interface KeyOptions {
  readonly field: Ast | null;
  readonly variables?: Fields;
}

type FieldPolicy =
  | ReturnType<typeof pages>
  | ReturnType<typeof listOfValues>
  | { readonly merge: boolean };

interface TypePolicy {
  keyFields?: false;
  merge?: boolean;
  fields?: Record<string, FieldPolicy>;
}

/** By type, and by field, what was worked out from the schema. */
type Table<Fact> = Readonly<Record<string, Readonly<Record<string, Fact>>>>;

/** Options of Apollo's `InMemoryCache`. */
export interface ApolloCacheOptions {
  readonly typePolicies: Record<string, TypePolicy>;
  readonly possibleTypes: Record<string, string[]>;
}

/** Makes the options of Apollo's `InMemoryCache`. */
export function apolloOptions(): ApolloCacheOptions {
  const typePolicies: Record<string, TypePolicy> = {};
  for (const type of values) {
    // Where a page ends is told by all that is known of one page, and not by some of one and some of another.
    typePolicies[type] = { keyFields: false, merge: type !== 'PageInfo' };
  }
  const add = (type: string, field: string, policy: FieldPolicy) => {
    const known = typePolicies[type];
    typePolicies[type] = { ...known, fields: { ...known?.fields, [field]: policy } };
  };
  const each = <Fact>(table: Table<Fact>, policyOf: (fact: Fact) => FieldPolicy) => {
    for (const [type, fields] of Object.entries(table))
      for (const [field, fact] of Object.entries(fields)) add(type, field, policyOf(fact));
  };
  each<readonly string[]>(connections, pages);
  each<ValuesFact>(valueLists, listOfValues);
  each<unknown>(thingLists, () => ({ merge: false }));
  for (const field of lookups) add('Query', field, { merge: true });
  return { typePolicies, possibleTypes };
}

/**
 * A list in pages: page behind page, by `nodes` and by `edges`. Each query that asks other things of a list has it to itself:
 * one that has turned to the third page knows things of whom another query has not asked all.
 */
const pages = (keyArgs: readonly string[]) => ({
  keyArgs: bySelection(keyArgs),
  read: readPages,
  merge: mergePages,
});

interface ValuesFact {
  readonly keyArgs: readonly string[];
  /** The field that leads to the one thing that tells a value from others. */
  readonly by?: string;
}

/**
 * A whole list of values. What one query knows of a value and what another does is put together where both tell it by the
 * same thing. A query that does not tell its values apart has its list to itself: half of one must not stand by half of
 * another.
 */
const listOfValues = ({ keyArgs, by = '' }: ValuesFact) => ({
  keyArgs: (args: Fields | null, options: KeyOptions) =>
    bySelection(keyArgs)(args, tellsApart(options.field, by) ? { field: null } : options),
  merge(
    existing: readonly Fields[] | null | undefined,
    incoming: readonly Fields[] | null,
    { existingData }: MergeOptions,
  ) {
    const known = (existing ?? existingData ?? []) as readonly Fields[];
    const isKnown = (value: Fields) => (other: Fields) =>
      refOf(value[by]) !== undefined && isOne(value[by], other[by]);
    return incoming?.map((value) => ({ ...known.find(isKnown(value)), ...value })) ?? null;
  },
});

/** Whether a selection has, by its id, the thing that tells its values apart. */
function tellsApart(field: Ast | null, by: string): boolean {
  const thing = field?.selectionSet?.selections?.find(
    ({ kind, name }) => kind === 'Field' && name?.value === by,
  );
  return (
    thing?.selectionSet?.selections?.some(
      ({ name, kind }) => kind !== 'Field' || name?.value === 'id',
    ) ?? false
  );
}

/** The key of a field by its arguments, and by what is asked of it with these variables. */
const bySelection =
  (keyArgs: readonly string[]) =>
  (args: Fields | null, { field, variables }: KeyOptions): string => {
    const given = keyArgs.map((name) => [name, args?.[name]]);
    const asked = field?.selectionSet ? printed(field.selectionSet) : '';
    const valued = asked
      .replace(/ ?__typename/g, '')
      .replace(/\$(\w+)/g, (_, name) => JSON.stringify(variables?.[name]));
    return JSON.stringify(Object.fromEntries(given)) + valued;
  };
