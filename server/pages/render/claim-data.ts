import type { AppearanceArticle, ClaimDataData, NamedActor } from '../generated/documents.ts';
import { inertJson } from './inert-json.ts';

type ClaimTold = NonNullable<ClaimDataData['claim']>;

const agents = {
  PERSON: 'Person',
  GOVERNMENT: 'GovernmentOrganization',
  OUTLET: 'NewsMediaOrganization',
  ORGANIZATION: 'Organization',
  GROUP: 'Organization',
  UNNAMED_SOURCE: 'Person',
} as const;

/**
 * A claim as JSON-LD of schema.org: its text, where it appears, and who is quoted on it. No review, rating or author of it:
 * the record rates nothing.
 */
export function claimData(claim: ClaimTold, publicUrl: string): string {
  const { articles, language, said, slug, text, withdrawnAt } = claim;
  const url = `${publicUrl}/claims/${slug}`;
  const articleOf = articleAt(publicUrl);
  const quotations = said.nodes.flatMap(({ actor, evidence, saidAt, saidOn, slug: stance }) =>
    evidence.flatMap(({ article, mode, quote, spokenLanguage, withdrawnAt }, place) => {
      if (mode !== 'DIRECT' || quote === null || (withdrawnAt ?? article.withdrawnAt) !== null)
        return [];
      return {
        '@type': 'Quotation',
        '@id': `${url}#stance-${stance}${place === 0 ? '' : `-${place + 1}`}`,
        about: { '@id': url },
        text: quote,
        inLanguage: spokenLanguage === null ? article.language : undefined,
        spokenByCharacter: agentAt(publicUrl)(actor),
        // A day of publication is not the day on which it was said.
        dateCreated: saidAt ?? saidOn ?? undefined,
        isPartOf: articleOf(article),
      };
    }),
  );
  const described = {
    '@type': 'Claim',
    '@id': url,
    url,
    text,
    inLanguage: language,
    creativeWorkStatus: withdrawnAt === null ? undefined : 'Withdrawn',
    appearance: withdrawnAt === null ? articles.nodes.map(articleOf) : undefined,
  };
  const graph = withdrawnAt === null ? [described, ...quotations] : [described];
  return inertJson({ '@context': 'https://schema.org', '@graph': graph });
}

const agentAt =
  (publicUrl: string) =>
  ({ kind, name, slug }: NamedActor) => ({
    '@type': agents[kind],
    '@id': `${publicUrl}/actors/${slug}`,
    name,
  });

const articleAt = (publicUrl: string) => (article: AppearanceArticle) => ({
  '@type': 'NewsArticle',
  '@id': `${publicUrl}/articles/${article.slug}`,
  headline: article.title,
  inLanguage: article.language,
  url: article.url ?? undefined,
  datePublished: article.publishedAt ?? article.publishedOn ?? undefined,
  publisher: article.outlet === null ? undefined : agentAt(publicUrl)(article.outlet),
});
