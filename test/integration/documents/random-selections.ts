import {
  GraphQLBoolean,
  type GraphQLCompositeType,
  type GraphQLField,
  GraphQLNonNull,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
} from 'graphql';
import type { Random } from '../../bench/record/random.ts';
import { randomArguments } from './random-arguments.ts';
import type { RandomValues } from './random-values.ts';

/** What is selected under each key of an answer, wherever in the document, so that it can be merged. */
interface Scope {
  readonly keys: Map<
    string,
    { readonly said: string; readonly type: string; readonly below: Scope }
  >;
}

/** Where something is selected. */
interface Place {
  readonly type: GraphQLCompositeType;
  readonly scope: Scope;
  /** How many levels there may be from here on. */
  readonly levels: number;
  /** The keys of the answer that lead here; null where several do. */
  readonly path: readonly string[] | null;
}

export interface SelectionsBy {
  readonly schema: GraphQLSchema;
  readonly random: Random;
  readonly values: RandomValues;
  /** The named fragments of the document. */
  readonly fragments: { readonly name: string; readonly on: string; readonly text: string }[];
}

/** How often each root field is asked for, 10 unless said: some answer little, or take long. */
const rootWeights: Readonly<Record<string, number>> = {
  ...{ claims: 30, stances: 30, articles: 25, actors: 25, claim: 20, article: 15, actor: 15 },
  ...{ nodes: 15, search: 15, viewer: 3, record: 5, status: 2, exportRecord: 1, verifyRecord: 1 },
};

const newScope = (): Scope => ({ keys: new Map() });
const condition = new GraphQLNonNull(GraphQLBoolean);

/** Writes what one operation selects, within the limits of the server or nearly so. */
export class RandomSelections {
  readonly #by: SelectionsBy;
  readonly #left: { fields: number; aliases: number; directives: number };

  constructor(by: SelectionsBy) {
    this.#by = by;
    const [fields, directives] = [
      by.random.pick([5, 15, 30, 60, 100]),
      by.random.pick([0, 0, 2, 4]),
    ];
    this.#left = { fields, aliases: 20, directives };
  }

  operation(): string {
    const { random, schema } = this.#by;
    const type = schema.getQueryType();
    if (!type) throw new TypeError('A schema has a query type.');
    const levels = random.pick([3, 5, 6, 7, 8, 9, 10]);
    const place: Place = { type, scope: newScope(), levels, path: [] };
    const weighted = Object.values(type.getFields()).flatMap((field) =>
      Array.from({ length: rootWeights[field.name] ?? 10 }, () => field),
    );
    const count = random.pick([1, 1, 1, 2, 3]);
    const roots = Array.from({ length: count }, () => this.#field(random.pick(weighted), place));
    const texts = roots.filter((text) => text !== '');
    if (texts.length === 0 || random.chance(0.1)) texts.push('__typename');
    return `{ ${texts.join(' ')} }`;
  }

  /** What is selected of a type: fields, and fragments around them. */
  #selection(place: Place, first: readonly string[] = []): string {
    const { random, schema } = this.#by;
    const texts = [...first, ...this.#fields(place)];
    if (place.levels > 0 && isAbstractType(place.type)) {
      for (const type of schema.getPossibleTypes(place.type))
        if (random.chance(0.6)) texts.push(this.#fragment({ ...place, type }));
    }
    if (place.levels > 0 && random.chance(0.12)) texts.push(this.#fragment(place));
    if (texts.length === 0 || random.chance(0.08)) texts.push('__typename');
    return `{ ${texts.join(' ')} }`;
  }

  #fields(place: Place): string[] {
    const { random } = this.#by;
    if (!('getFields' in place.type)) return [];
    const all = Object.values<GraphQLField<unknown, unknown>>(place.type.getFields());
    const texts: string[] = [];
    for (let count = random.below(5); count >= 0 && this.#left.fields > 0; count -= 1) {
      const field = random.pick(all);
      texts.push(this.#field(field, place));
      // What is selected twice is merged.
      if (random.chance(0.08)) texts.push(this.#field(field, place));
    }
    return texts.filter((text) => text !== '');
  }

  /** A field, with what is selected below it; the empty text where there is no room for it. */
  #field(field: GraphQLField<unknown, unknown>, place: Place): string {
    const type = getNamedType(field.type);
    if (isCompositeType(type) && place.levels <= 1) return '';
    const mayResume = place.path !== null;
    const { cursorsAt, text } = randomArguments(field, place.type.name, {
      ...this.#by,
      mayResume,
    });
    const said = `${field.name}${text}`;
    const key = this.#keyFor(field, said, place.scope);
    const below = place.scope.keys.get(key)?.below ?? newScope();
    place.scope.keys.set(key, { said, type: String(field.type), below });
    const path = place.path && [...place.path, key];
    cursorsAt?.push(...(path ?? []));
    this.#left.fields -= 1;
    const head = `${key === field.name ? '' : `${key}: `}${said}${this.#directive()}`;
    if (!isCompositeType(type)) return head;
    const inner: Place = { type, scope: below, levels: place.levels - 1, path };
    return `${head} ${this.#selection(inner, cursorsAt ? this.#cursorsOf(inner) : [])}`;
  }

  /** Its name, or an alias where something else has that key already, or by chance. */
  #keyFor(field: GraphQLField<unknown, unknown>, said: string, { keys }: Scope): string {
    const { random } = this.#by;
    const isFree = (key: string) => {
      const known = keys.get(key);
      return !known || (known.said === said && known.type === String(field.type));
    };
    const mayHaveAlias = this.#left.aliases > 0 && random.chance(0.1);
    if (!mayHaveAlias && isFree(field.name)) return field.name;
    this.#left.aliases -= 1;
    let number = 0;
    while (!isFree(`${field.name}${number}`)) number += 1;
    return `${field.name}${number}`;
  }

  /** By what a page tells the cursors that it hands out. */
  #cursorsOf({ scope, type }: Place): string[] {
    if (!isObjectType(type)) return [];
    const { edges, next } = type.getFields();
    if (next) return ['next'];
    const [name, cursor, of] =
      edges && this.#by.random.chance(0.5)
        ? ['edges', 'cursor', String(edges.type)]
        : ['pageInfo', 'startCursor endCursor', 'PageInfo!'];
    const known = scope.keys.get(name)?.below ?? newScope();
    scope.keys.set(name, { said: name, type: of, below: known });
    return [`${name} { ${cursor} }`];
  }

  /** An inline fragment on the type, or a named one. */
  #fragment(place: Place): string {
    const { random } = this.#by;
    if (random.chance(0.35)) {
      const name = this.#namedFragment(place);
      if (name !== null) return `...${name}${this.#directive()}`;
    }
    const isObject = isObjectType(place.type);
    const condition = isObject || random.chance(0.7) ? ` on ${place.type.name}` : '';
    return `...${condition}${this.#directive()} ${this.#selection(place)}`;
  }

  /** A fragment on this type: one that there is, or a new one; null where there are enough. */
  #namedFragment({ levels, type }: Place): string | null {
    const { fragments, random } = this.#by;
    const known = fragments.filter(({ on }) => on === type.name);
    if (known.length > 0 && random.chance(0.6)) return random.pick(known).name;
    if (fragments.length >= 4 || levels < 1) return null;
    const place = { type, scope: newScope(), levels: Math.min(levels, 3), path: null };
    const selection = this.#selection(place);
    // Named when it is written, so that none spreads itself.
    const name = `Named${fragments.length}`;
    fragments.push({ name, on: type.name, text: `fragment ${name} on ${type.name} ${selection}` });
    return name;
  }

  #directive(): string {
    const { random, values } = this.#by;
    if (this.#left.directives <= 0 || !random.chance(0.05)) return '';
    this.#left.directives -= 1;
    return ` @${random.pick(['include', 'skip'])}(if: ${values.written(condition, 'if')})`;
  }
}
