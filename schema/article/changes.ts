import { changedTexts, stancesLost } from '../../db/queries/article-changes.ts';
import { stancesByKey } from '../../db/queries/stance.ts';
import { heldShape } from '../../db/read/row.ts';
import { type ChangedPassage, type TextChanges, textChanges } from '../../db/rules/text-changes.ts';
import { builder } from '../builder.ts';
import { PassageOfArticle } from '../changing/errors.ts';
import { type GraphContext, hasRole } from '../context.ts';
import { Article, Stance } from '../objects.ts';
import { type At, batch, keyArgs, type MaybePromise, readFor, whenRead } from '../reading/edge.ts';
import { once } from '../reading/list.ts';
import { inTurn } from '../reading/turn.ts';
import { several } from '../reading/worked.ts';

/** What an edit changed. The texts are compared when somebody asks for their passages. */
interface ChangesHeld {
  readonly changes: () => MaybePromise<TextChanges>;
  /** Whether the viewer may read the text before, and the text since. */
  readonly readsOlder: boolean;
  readonly readsNewer: boolean;
  readonly lost: readonly number[];
}

const changesShape = heldShape<ChangesHeld>(['changes', 'readsOlder', 'readsNewer', 'lost']);

const ArticleChanges = builder.objectRef<ChangesHeld>('ArticleChanges').implement({
  description:
    'What an edit of a page changed, word by word. What differs in typography alone, or around the article (a line that asks to subscribe, to share or to read on), is no change.',
  extensions: { rows: changesShape },
  fields: (t) => ({
    gone: t.field({
      type: [PassageOfArticle],
      description:
        'The passages of the earlier text that stand no more, where they stood in it. None for those who may not read that text: `goneCount` tells how many there are.',
      extensions: { columns: ['changes', 'readsOlder'] },
      resolve: ({ changes, readsOlder }): MaybePromise<readonly ChangedPassage[]> =>
        readsOlder ? whenRead(changes(), ({ gone }) => gone) : [],
    }),
    goneCount: t.int({
      description: 'How many passages are gone, whoever may read them.',
      extensions: { columns: ['changes'] },
      resolve: ({ changes }) => whenRead(changes(), ({ gone }) => gone.length),
    }),
    come: t.field({
      type: [PassageOfArticle],
      description:
        'The passages that are new, where they stand in the text. None for those who may not read it: `comeCount` tells how many there are.',
      extensions: { columns: ['changes', 'readsNewer'] },
      resolve: ({ changes, readsNewer }): MaybePromise<readonly ChangedPassage[]> =>
        readsNewer ? whenRead(changes(), ({ come }) => come) : [],
    }),
    comeCount: t.int({
      description: 'How many passages are new, whoever may read them.',
      extensions: { columns: ['changes'] },
      resolve: ({ changes }) => whenRead(changes(), ({ come }) => come.length),
    }),
    lost: t.field({
      type: [Stance],
      description:
        'The stances that words of the earlier text show, and no words of this one. They count as before: an edit takes nothing back.',
      ...several(stancesByKey, ['lost'], ({ lost }: ChangesHeld) => lost),
    }),
  }),
});

interface Keyed {
  readonly key: number;
}

builder.objectField(Article, 'changes', (t) =>
  t.field({
    type: ArticleChanges,
    nullable: true,
    description:
      'What its words changed against the version that it supersedes; null where it supersedes none, or one of both texts is not on record.',
    ...batch<Keyed, ChangesHeld | null>(['key'], (articles, at) =>
      changesOf(
        articles.map(({ key }) => key),
        at,
      ),
    ),
  }),
);

function changesOf(
  articles: readonly number[],
  at: At,
): MaybePromise<readonly (ChangesHeld | null)[]> {
  const { aside } = at.context;
  const args = { keys: keyArgs(articles, at.context).keys };
  return whenRead(aside.read(changedTexts, args), (texts) =>
    whenRead(aside.read(stancesLost, args), (lost) => {
      const held = texts.map((pair) => ({
        changes: once(() => inTurn(at.context, () => textChanges(pair.older, pair.text))),
        readsOlder: mayRead(pair.olderIsPublic, at.context),
        readsNewer: mayRead(pair.textIsPublic, at.context),
        lost: lost.flatMap(({ article, stance }) => (article === pair.key ? stance : [])),
      }));
      const cells = changesShape.names.map((name) =>
        held.map((one): unknown => Reflect.get(one, name)),
      );
      const rows = readFor(changesShape.view(cells, held.length), at);
      const places = new Map(texts.map(({ key }, place) => [key, place]));
      return articles.map((key) => rows[places.get(key) ?? -1] ?? null);
    }),
  );
}

/** As `Article.text` is told to its readers. */
function mayRead(isPublic: boolean, { publicTexts, viewer }: GraphContext): boolean {
  return publicTexts || isPublic || hasRole(viewer, 'EDITOR');
}
