import {
  type GraphQLInputType,
  type GraphQLResolveInfo,
  getNamedType,
  isInputObjectType,
} from 'graphql';
import { actorNamed } from '../../db/queries/actor.ts';
import { articleNamed } from '../../db/queries/article.ts';
import { claimNamed } from '../../db/queries/claim.ts';
import { flatten } from '../../db/read/filter.ts';
import { cited } from '../../db/rules/sentence.ts';
import type { Noun } from '../../db/rules/vocabulary.ts';
import { builder } from '../builder.ts';
import { codedError } from '../coded.ts';
import type { GraphContext } from '../context.ts';
import { type MaybePromise, visibilityArgs, whenAllRead } from './edge.ts';
import { assertPublicId } from './public-id.ts';

const slug = 'Its slug, as in a link to it.';

export const ActorBy = builder.inputType('ActorBy', {
  description: 'Names an actor, by exactly one of these.',
  isOneOf: true,
  extensions: { refersTo: 'actor' },
  fields: (t) => ({
    id: t.id({ description: 'Its id.' }),
    slug: t.string({ description: slug }),
    wikidataId: t.string({ description: 'Its Wikidata item, as in `Q7747`.' }),
  }),
});

export const ArticleBy = builder.inputType('ArticleBy', {
  description: 'Names an article, by exactly one of these.',
  isOneOf: true,
  extensions: { refersTo: 'article' },
  fields: (t) => ({
    id: t.id({ description: 'Its id.' }),
    slug: t.string({ description: slug }),
    sha256: t.string({
      description: 'SHA-256 of its text, in hex: the earliest recorded with that text.',
    }),
    url: t.field({
      type: 'URL',
      description: 'Its address: the newest recorded there that is not withdrawn.',
    }),
  }),
});

export const ClaimBy = builder.inputType('ClaimBy', {
  description: 'Names a claim, by exactly one of these.',
  isOneOf: true,
  extensions: { refersTo: 'claim' },
  fields: (t) => ({
    id: t.id({ description: 'Its id.' }),
    slug: t.string({ description: slug }),
  }),
});

/** What a name in an argument stands for. */
type NamedNoun = 'actor' | 'article' | 'claim';

/** A reference among the arguments of a field. */
export interface ArgumentReference {
  readonly noun: NamedNoun;
  readonly by: object;
  /** Where it stands: `filter.stances.0.actor`. */
  readonly path: string;
  /** Whether it says what is not meant, so that a name which nothing has leaves out nothing. */
  readonly isExcluding: boolean;
}

/**
 * The references among the arguments of a field, wherever in its filter they stand.
 * @throws BAD_USER_INPUT where one has an id that is malformed, or the id of something else
 */
export function referencesIn(
  args: object,
  { fieldName, parentType }: AskedField,
): readonly ArgumentReference[] {
  const { args: definitions = [] } = parentType.getFields()[fieldName] ?? {};
  const found: ArgumentReference[] = [];
  for (const { name, type } of definitions) {
    gather(Reflect.get(args, name), type, { path: name, isExcluding: false, found });
  }
  return found;
}

type AskedField = Pick<GraphQLResolveInfo, 'fieldName' | 'parentType'>;

interface Gathering extends Pick<ArgumentReference, 'path' | 'isExcluding'> {
  readonly found: ArgumentReference[];
}

function gather(value: unknown, type: GraphQLInputType, at: Gathering): void {
  if (value === null || typeof value !== 'object') return;
  if (Array.isArray(value)) {
    for (const [index, one] of value.entries())
      gather(one, type, {
        found: at.found,
        path: `${at.path}.${index}`,
        isExcluding: at.isExcluding,
      });
    return;
  }
  const input = getNamedType(type);
  if (!isInputObjectType(input)) return;
  const { refersTo } = input.extensions;
  const noun = refersTo === undefined ? undefined : namedNouns.find((one) => one === refersTo);
  if (noun !== undefined) {
    assertReference(value, noun);
    at.found.push({ noun, by: value, path: at.path, isExcluding: at.isExcluding });
    return;
  }
  const fields = input.getFields();
  for (const [name, inner] of Object.entries(value)) {
    const field = fields[name];
    if (field === undefined || inner === null || typeof inner !== 'object') continue;
    const isExcluding = at.isExcluding || field.extensions.excludes === true;
    gather(inner, field.type, { found: at.found, path: `${at.path}.${name}`, isExcluding });
  }
}

const named = { actor: actorNamed, article: articleNamed, claim: claimNamed };
const namedNouns = ['actor', 'article', 'claim'] as const satisfies readonly NamedNoun[];

/**
 * The keys of what the references name, in their order.
 * @throws BAD_USER_INPUT where one names nothing on record that the viewer may see
 */
export function keysNamed(
  references: readonly Omit<ArgumentReference, 'isExcluding'>[],
  context: Pick<GraphContext, 'reader' | 'viewer'>,
): MaybePromise<readonly number[]> {
  const { reader } = context;
  const reads = references.map(({ by, noun }) => {
    const args = { ...flatten(by, 'by').args, ...visibilityArgs(context) };
    return reader.read<{ readonly key: number }>(named[noun](by).choose(reader, ['key']), args);
  });
  return whenAllRead(reads, (found) => {
    const unknown = references.filter((_, index) => found[index]?.length === 0);
    if (unknown.length > 0) throw unknownNames(unknown);
    return found.flatMap((rows) => rows.slice(0, 1).map(({ key }) => key));
  });
}

function unknownNames(references: readonly Omit<ArgumentReference, 'isExcluding'>[]) {
  const unknown = references.map(({ by, noun, path }) => {
    const [name] = Object.values(flatten(by, 'by').args);
    return { noun, path, name: String(name) };
  });
  const told = unknown.map(({ name, noun, path }) => notOnRecord(noun, name, path));
  return codedError('BAD_USER_INPUT', told.join(' '), { unknown });
}

/** The sentence that tells of a name in an argument which nothing on record has. */
export function notOnRecord(noun: string, name: string, path: string): string {
  return `${path}: there is no ${noun} ${JSON.stringify(cited(name))} on record.`;
}

/** Throws `BAD_USER_INPUT` where the reference has an id that is malformed, or the id of something else. */
export function assertReference(by: { readonly id?: unknown }, noun: Noun): void {
  if (typeof by.id === 'string') assertPublicId(by.id, noun);
}
