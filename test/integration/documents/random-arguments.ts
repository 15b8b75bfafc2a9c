import { type GraphQLArgument, type GraphQLField, isNonNullType } from 'graphql';
import type { Random } from '../../bench/record/random.ts';
import type { RandomValues } from './random-values.ts';

export interface RandomArguments {
  /** In parentheses; empty where there are none. */
  readonly text: string;
  /** The place of the page in an answer is to be put in here, where it goes on from a cursor: see `RandomVariable`. */
  readonly cursorsAt: string[] | null;
}

/** In which ways a list is paged. */
const ways = [
  [],
  ['first'],
  ['first'],
  ['last'],
  ['first', 'after'],
  ['first', 'after'],
  ['last', 'before'],
  ['after'],
  ['before'],
  ['first', 'after', 'before'],
  ['last', 'after', 'before'],
] as const;

const ofPages = new Set(['first', 'after', 'last', 'before']);

/** Some of the arguments of a field. `mayResume` is whether it is known where in an answer it stands. */
export function randomArguments(
  { args, name }: GraphQLField<unknown, unknown>,
  parent: string,
  by: { readonly random: Random; readonly values: RandomValues; readonly mayResume: boolean },
): RandomArguments {
  const { mayResume, random, values } = by;
  const isPaged = args.some((one) => one.name === 'after');
  const way: readonly string[] = isPaged ? random.pick(ways) : [];
  const cursorsAt: string[] = [];
  let isResumed = false;
  const write = (arg: GraphQLArgument): string[] => {
    const place = `${parent}.${name}.${arg.name}`;
    const isCursor = arg.name === 'after' || arg.name === 'before';
    if (isPaged && ofPages.has(arg.name)) {
      if (!way.includes(arg.name) || (isCursor && !mayResume)) return [];
      if (!isCursor || random.chance(0.01))
        return [`${arg.name}: ${values.written(arg.type, place)}`];
      isResumed = true;
      const variable = values.add({
        definition: 'String',
        type: arg.type,
        place,
        takesNull: true,
        takesNothing: true,
        cursorsAt,
      });
      return [`${arg.name}: $${variable.name}`];
    }
    if (!isNonNullType(arg.type) && random.chance(0.55)) return [];
    const isNull = !isNonNullType(arg.type) && random.chance(0.05);
    return [`${arg.name}: ${isNull ? 'null' : values.written(arg.type, place)}`];
  };
  const texts = args.flatMap(write);
  return {
    text: texts.length === 0 ? '' : `(${texts.join(', ')})`,
    cursorsAt: isResumed ? cursorsAt : null,
  };
}
