import {
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  GraphQLNonNull,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import type { Random } from '../../bench/record/random.ts';
import type { NamesOnRecord } from './names-on-record.ts';
import { type Leaf, leafAt } from './random-leaves.ts';

/** Values of a JSON variable, by the names of the keys. */
export type Variables = Readonly<Record<string, unknown>>;

/** A variable of a document. */
export interface RandomVariable {
  readonly name: string;
  /** As its definition has it, the default included. */
  readonly definition: string;
  readonly type: GraphQLInputType;
  /** Where it stands: `StanceFilter.saidAfter`. */
  readonly place: string;
  /** Whether null may be given for it. */
  readonly takesNull: boolean;
  /** Whether nothing may be given for it. */
  readonly takesNothing: boolean;
  /** Where it is a cursor, the places of the answer in which one is handed out. */
  readonly cursorsAt?: readonly string[];
}

/** A nameless thing is asked for only now and then: what errs is answered in another way. */
const rarely = 0.02;

/** Draws arguments: literals, variables, and literals in which variables stand. */
export class RandomValues {
  readonly variables: RandomVariable[] = [];
  readonly #random: Random;
  readonly #names: NamesOnRecord;
  readonly #mayHoldVariables: boolean;

  constructor(random: Random, names: NamesOnRecord, mayHoldVariables = true) {
    this.#random = random;
    this.#names = names;
    this.#mayHoldVariables = mayHoldVariables;
  }

  /** What stands in a document for a value of this type. */
  written(type: GraphQLInputType, place: string, depth = 0): string {
    if (this.#mayHoldVariables && this.#random.chance(depth === 0 ? 0.35 : 0.2))
      return `$${this.#variable(type, place).name}`;
    return this.#literal(type, place, depth);
  }

  /** A variable that may stand where a value of this type stands. */
  #variable(type: GraphQLInputType, place: string): RandomVariable {
    const known = this.variables.find(
      (one) => one.place === place && String(one.type) === String(type) && !one.cursorsAt,
    );
    if (known && this.#random.chance(0.3)) return known;
    const takesNull = !isNonNullType(type);
    // A variable that may be null has to have a default to stand where null may not, and never names what is one of several.
    const hasDefault = !isOneOf.has(type) && this.#random.chance(0.25);
    const isStrict = !takesNull || this.#random.chance(0.15);
    const written = `${getNullableType(type)}${isStrict && !hasDefault ? '!' : ''}`;
    const fallback = hasDefault ? ` = ${this.#constant(type, place)}` : '';
    return this.add({
      definition: `${written}${fallback}`,
      type,
      place,
      takesNull: takesNull && !isStrict,
      takesNothing: !isStrict || hasDefault,
    });
  }

  /** A variable of its own, by a name of its own unless one is given. */
  add(variable: Omit<RandomVariable, 'name'> & { readonly name?: string }): RandomVariable {
    const added = { name: `v${this.variables.length}`, ...variable };
    this.variables.push(added);
    return added;
  }

  /** Values for these variables; a cursor is one of those that were handed out at its place. */
  given(
    variables: readonly RandomVariable[],
    cursorsAt: (places: readonly string[]) => readonly string[] = () => [],
  ): Variables {
    const entries = variables.flatMap((variable): [string, unknown][] => {
      const { cursorsAt: places, name, place, takesNothing, takesNull, type } = variable;
      if (places) {
        const cursors = cursorsAt(places);
        return cursors.length === 0 ? [] : [[name, this.#random.pick(cursors)]];
      }
      if (takesNothing && this.#random.chance(0.25)) return [];
      if (takesNull && this.#random.chance(0.15)) return [[name, null]];
      return [[name, this.value(type, place)]];
    });
    return Object.fromEntries(entries);
  }

  /** A value as a client sends it in JSON. */
  value(type: GraphQLInputType, place: string, depth = 0): unknown {
    const inner = getNullableType(type);
    if (isListType(inner)) {
      // One value stands for a list of it.
      if (this.#random.chance(0.2)) return this.value(inner.ofType, place, depth + 1);
      return this.#several(() => this.value(inner.ofType, place, depth + 1));
    }
    if (isInputObjectType(inner)) {
      const fields = this.#keysOf(inner, depth);
      return Object.fromEntries(
        fields.map((field) => [
          field.name,
          this.#isNull(inner, field)
            ? null
            : this.value(required(inner, field), `${inner.name}.${field.name}`, depth + 1),
        ]),
      );
    }
    return this.#leaf(inner, place);
  }

  #literal(type: GraphQLInputType, place: string, depth: number): string {
    const inner = getNullableType(type);
    if (isListType(inner)) {
      const one = () => this.written(inner.ofType, place, depth + 1);
      if (this.#random.chance(0.2)) return this.#literal(inner.ofType, place, depth + 1);
      return `[${this.#several(one).join(', ')}]`;
    }
    if (isInputObjectType(inner)) {
      const fields = this.#keysOf(inner, depth).map((field) => {
        const at = `${inner.name}.${field.name}`;
        const isNull = this.#isNull(inner, field);
        return `${field.name}: ${isNull ? 'null' : this.written(required(inner, field), at, depth + 1)}`;
      });
      return `{ ${fields.join(', ')} }`;
    }
    const leaf = this.#leaf(inner, place);
    return isEnumType(inner) ? String(leaf) : JSON.stringify(leaf);
  }

  /** A literal without variables. */
  #constant(type: GraphQLInputType, place: string): string {
    return new RandomValues(this.#random, this.#names, false).written(type, place);
  }

  #several<T>(one: () => T): T[] {
    return Array.from({ length: this.#random.pick([0, 1, 1, 2, 2, 3]) }, one);
  }

  #isNull(of: GraphQLInputObjectType, { type }: GraphQLInputField): boolean {
    return !of.isOneOf && !isNonNullType(type) && this.#random.chance(0.06);
  }

  /** One key where exactly one may be given, those that must be, and a few of the others. */
  #keysOf(type: GraphQLInputObjectType, depth: number): readonly GraphQLInputField[] {
    const fields = Object.values(type.getFields());
    const random = this.#random;
    if (type.isOneOf) return [random.pick(fields)];
    const share = Math.min(0.5, (depth === 0 ? 1.6 : 1) / fields.length);
    return fields.filter(({ name, type: own }) => {
      if (isNonNullType(own)) return true;
      if (name === 'review' || name === 'withdrawn') return random.chance(rarely);
      const isDeep = isInputObjectType(getNamedType(own)) && depth > 2;
      return !isDeep && random.chance(name === 'direction' ? 0.5 : share);
    });
  }

  #leaf(type: Leaf, place: string): string | number | boolean {
    const random = this.#random;
    if (isEnumType(type)) return random.pick(type.getValues()).name;
    const at = random.chance(rarely) ? 'nowhere' : place;
    return leafAt(type, at, { random, names: this.#names });
  }
}

/** The types of what is one of several. */
const isOneOf = new WeakSet<GraphQLInputType>();

/** What a key of an input takes: where exactly one is given, null is not among it. */
function required(of: GraphQLInputObjectType, { type }: GraphQLInputField): GraphQLInputType {
  if (!of.isOneOf || isNonNullType(type)) return type;
  const given = new GraphQLNonNull(type);
  isOneOf.add(given);
  return given;
}
