import {
  type GraphQLInputType,
  type GraphQLResolveInfo,
  getNamedType,
  isInputObjectType,
} from 'graphql';
import { type Noun, nouns } from '../../db/rules/vocabulary.ts';
import { builder } from '../builder.ts';
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

/**
 * Throws `BAD_USER_INPUT` where a reference among the arguments of a field, wherever in its filter it stands, has an id that
 * is malformed, or the id of something else.
 */
export function assertReferences(args: object, { fieldName, parentType }: AskedField): void {
  const { args: definitions = [] } = parentType.getFields()[fieldName] ?? {};
  for (const { name, type } of definitions) assertReferencesIn(Reflect.get(args, name), type);
}

type AskedField = Pick<GraphQLResolveInfo, 'fieldName' | 'parentType'>;

function assertReferencesIn(value: unknown, type: GraphQLInputType): void {
  if (value === null || typeof value !== 'object') return;
  if (Array.isArray(value)) {
    for (const one of value) assertReferencesIn(one, type);
    return;
  }
  const input = getNamedType(type);
  if (!isInputObjectType(input)) return;
  const noun = nouns.find((one) => one === input.extensions.refersTo);
  if (noun !== undefined) assertReference(value, noun);
  for (const field of Object.values(input.getFields()))
    assertReferencesIn(Reflect.get(value, field.name), field.type);
}

/** Throws `BAD_USER_INPUT` where the reference has an id that is malformed, or the id of something else. */
export function assertReference(by: { readonly id?: unknown }, noun: Noun): void {
  if (typeof by.id === 'string') assertPublicId(by.id, noun);
}
