import type { Noun } from '../../db/rules/vocabulary.ts';
import { builder } from '../builder.ts';
import { assertPublicId } from './public-id.ts';

const slug = 'Its slug, as in a link to it.';

export const ActorBy = builder.inputType('ActorBy', {
  description: 'Names an actor, by exactly one of these.',
  isOneOf: true,
  fields: (t) => ({
    id: t.id({ description: 'Its id.' }),
    slug: t.string({ description: slug }),
    wikidataId: t.string({ description: 'Its Wikidata item, as in `Q7747`.' }),
  }),
});

export const ArticleBy = builder.inputType('ArticleBy', {
  description: 'Names an article, by exactly one of these.',
  isOneOf: true,
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
  fields: (t) => ({
    id: t.id({ description: 'Its id.' }),
    slug: t.string({ description: slug }),
  }),
});

/** What the references of inputs refer to, by their key. */
const nounOf: Readonly<Record<string, Noun>> = {
  actor: 'actor',
  article: 'article',
  claim: 'claim',
  creditedTo: 'actor',
  grantedBy: 'actor',
  outlet: 'actor',
  via: 'actor',
};

/** Throws `BAD_USER_INPUT` where an id in the filter is malformed, or the id of something else. */
export function assertReferences(filter: object): void {
  for (const [key, value] of Object.entries(filter)) {
    if (value === null || typeof value !== 'object') continue;
    const noun = nounOf[key];
    if (noun === undefined) assertReferences(value);
    else assertReference(value, noun);
  }
}

/** Throws `BAD_USER_INPUT` where the reference has an id that is malformed, or the id of something else. */
export function assertReference(by: { readonly id?: unknown }, noun: Noun): void {
  if (typeof by.id === 'string') assertPublicId(by.id, noun);
}
