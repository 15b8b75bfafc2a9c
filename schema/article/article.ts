import { actorsByKey } from '../../db/queries/actor.ts';
import {
  type ArticleFilter,
  type ArticleOnRecord,
  articleList,
  articleNamed,
  articleOrder,
  articleShape,
  articlesByKey,
  successors,
} from '../../db/queries/article.ts';
import { claimShape, claimsInArticles } from '../../db/queries/claim.ts';
import { evidenceInArticles, evidenceShape } from '../../db/queries/evidence.ts';
import { articlesAlike, articlesCopied } from '../../db/queries/likeness.ts';
import { isGiven } from '../../db/read/filter.ts';
import { builder } from '../builder.ts';
import { seenBy } from '../changing/role.ts';
import {
  Actor,
  Article,
  ArticleConnection,
  ClaimConnection,
  EvidenceConnection,
} from '../objects.ts';
import { asOfArgs } from '../reading/as-of.ts';
import { pageArgs } from '../reading/connection.ts';
import { batch, loadOne, oneOrNone } from '../reading/edge.ts';
import { allPages, list } from '../reading/list.ts';
import { named } from '../reading/named.ts';
import { Node } from '../reading/node.ts';
import { type ListArgs, orderOf } from '../reading/order.ts';
import { ActorBy, ArticleBy } from '../reading/reference.ts';
import { assertSeesDrafts } from '../stance/stance-filter.ts';
import { columnTold } from '../writing/how.ts';

Article.implement({
  description: 'One text as one outlet published it. A changed page is another article.',
  interfaces: [Node],
  extensions: { rows: articleShape },
  fields: (t) => ({
    slug: t.exposeString('slug', {
      description: 'Its name in links: unique, and the same for ever.',
    }),
    title: t.exposeString('title', { description: 'Its headline.' }),
    text: t.string({
      nullable: true,
      description:
        'Its text, letter for letter. Null where the record does not hold it, and for strangers unless it is public.',
      extensions: { columns: ['text', 'textIsPublic'] },
      ...seenBy('EDITOR'),
      authScopes: ({ textIsPublic }, _args, { publicTexts }) =>
        publicTexts || textIsPublic || { role: 'EDITOR' },
      resolve: ({ text }) => text,
    }),
    textIsPublic: t.exposeBoolean('textIsPublic', {
      description: 'Whether everyone may read the text.',
    }),
    sha256: t.exposeString('sha256', { description: 'SHA-256 of its text in UTF-8, in hex.' }),
    language: t.exposeString('language', {
      description: 'The language it is written in (BCP 47).',
    }),
    url: t.expose('url', { type: 'URL', nullable: true, description: 'Where it stood.' }),
    byline: t.exposeString('byline', {
      nullable: true,
      description: 'Its authors, as it names them.',
    }),
    publishedAt: t.expose('publishedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was published.',
    }),
    publishedOn: t.expose('publishedOn', {
      type: 'Date',
      nullable: true,
      description: 'The day on which it was published, where that alone is certain.',
    }),
    modifiedAt: t.expose('modifiedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When its page was changed to this text.',
    }),
    modifiedOn: t.expose('modifiedOn', {
      type: 'Date',
      nullable: true,
      description: 'The day of that, where it alone is certain.',
    }),
    retrievedAt: t.expose('retrievedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When its text was taken from its address.',
    }),
    recordedAt: t.expose('recordedAt', {
      type: 'DateTime',
      description: 'When it was put on record.',
    }),
    withdrawnAt: t.expose('withdrawnAt', {
      type: 'DateTime',
      nullable: true,
      description:
        'When it was taken off, as a fabrication or an error. Its evidence counts no more.',
    }),
    withdrawnReason: t.string({
      nullable: true,
      description: 'Why it was taken off. Needs an EDITOR token, and is null without one.',
      extensions: columnTold('withdrawnReason'),
      ...seenBy('EDITOR'),
      resolve: ({ withdrawnReason }) => withdrawnReason,
    }),
    erasedAt: t.expose('erasedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When its text and quotes were erased on legal request.',
    }),
  }),
});

interface Keyed {
  readonly key: number;
}

builder.objectFields(Article, (t) => ({
  outlet: t.field({
    type: Actor,
    nullable: true,
    description: 'Who published it.',
    ...oneOrNone(actorsByKey, 'outletKey'),
  }),
  creditedTo: t.field({
    type: Actor,
    nullable: true,
    description: 'The agency whose copy it is: the narrator’s voice is then the agency’s.',
    ...oneOrNone(actorsByKey, 'creditedToKey'),
  }),
  supersedes: t.field({
    type: Article,
    nullable: true,
    description: 'The earlier text of the same page.',
    ...oneOrNone(articlesByKey, 'supersedesKey'),
  }),
  supersededBy: t.field({
    type: Article,
    nullable: true,
    description: 'The next text of the same page.',
    ...oneOrNone(successors, 'key'),
  }),
  copyOf: t.field({
    type: Article,
    nullable: true,
    description:
      'Of the articles that this one is alike to, the one published first, then recorded first; null where none comes before this one. What was withdrawn is left out.',
    // Of a text that many printed there are as many to choose from.
    ...batch<Keyed, ArticleOnRecord | null>(['key'], (articles, at) =>
      loadOne(
        articlesCopied,
        articles.map(({ key }) => key),
        { ...at, reader: at.context.aside },
      ),
    ),
  }),
  copies: t.field({
    type: ArticleConnection,
    description:
      'The articles that this one is alike to: with the same words, or nearly all of them, whoever published them. The newest record first; what was withdrawn is left out.',
    args: pageArgs,
    ...allPages(articleShape, articlesAlike),
  }),
  evidence: t.field({
    type: EvidenceConnection,
    description: 'What is quoted from it, the newest record first.',
    args: pageArgs,
    ...allPages(evidenceShape, evidenceInArticles),
  }),
  claims: t.field({
    type: ClaimConnection,
    description: 'The claims on which its words show a stance, the newest record first.',
    args: pageArgs,
    ...allPages(claimShape, claimsInArticles),
  }),
}));

const ArticleFilterInput = builder.inputType('ArticleFilter', {
  description: 'Selects articles that meet all of it.',
  fields: (t) => ({
    outlet: t.field({ type: ActorBy, description: 'Published by this outlet.' }),
    creditedTo: t.field({ type: ActorBy, description: 'Credited to this agency.' }),
    language: t.string({ description: 'Written in this language.' }),
    publishedAfter: t.field({
      type: 'DateTime',
      description: 'Published later than this; never of unknown time.',
    }),
    publishedBefore: t.field({
      type: 'DateTime',
      description: 'Published earlier than this; never of unknown time.',
    }),
    recordedAfter: t.field({ type: 'DateTime', description: 'Put on record later than this.' }),
    recordedBefore: t.field({ type: 'DateTime', description: 'Put on record earlier than this.' }),
    withdrawn: t.boolean({ description: 'With true, those withdrawn instead of all others.' }),
    hasDrafts: t.boolean({
      description:
        'Whether there are drafts in it that nobody has judged yet. Needs an EDITOR token.',
    }),
  }),
});

const ArticleOrder = orderOf('Article', {
  PUBLISHED_AT: {
    description: 'As they were published; of whose day alone is known, at its start in UTC.',
  },
  RECORDED_AT: { description: 'As they were put on record.' },
});

builder.queryFields((t) => ({
  article: t.field({
    type: Article,
    nullable: true,
    description: 'The article of this name; null where there is none on record.',
    args: { by: t.arg({ type: ArticleBy, required: true, description: 'Which article.' }) },
    ...named(articleNamed),
  }),
  articles: t.field({
    type: ArticleConnection,
    description: 'The articles on record.',
    args: {
      ...pageArgs,
      filter: t.arg({ type: ArticleFilterInput, description: 'Which of them.' }),
      orderBy: t.arg({
        type: ArticleOrder,
        description: 'In which order; the newest record first.',
      }),
      ...asOfArgs,
    },
    ...list(
      articleShape,
      ({ filter, orderBy }: ListArgs<ArticleFilter, 'PUBLISHED_AT' | 'RECORDED_AT'>, context) => {
        if (isGiven(filter?.hasDrafts)) assertSeesDrafts(context);
        const order = articleOrder(orderBy?.field ?? 'RECORDED_AT', orderBy?.direction !== 'ASC');
        return { source: articleList(filter ?? {}, order), order };
      },
    ),
  }),
}));
