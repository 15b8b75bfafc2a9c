import { actorList, actorOrder } from '../../db/queries/actor.ts';
import { articleList, articleOrder } from '../../db/queries/article.ts';
import { claimList, claimOrder } from '../../db/queries/claim-list.ts';
import type { OrderedSource } from '../../db/read/page.ts';
import { keysBeforePages } from '../../db/read/page-starts.ts';
import { builder } from '../builder.ts';
import { type GraphContext, hasRole } from '../context.ts';
import { whenRead } from '../reading/edge.ts';
import { nameOf } from '../reading/list.ts';
import { maximalPageSize } from '../reading/page.ts';
import { encodePageCursor } from '../reading/page-cursor.ts';
import { inTurn } from '../reading/turn.ts';

const RecordList = builder.enumType('RecordList', {
  description: 'A list of all that is on record of one kind.',
  values: {
    ACTORS: { description: 'What `actors` lists.' },
    ARTICLES: { description: 'What `articles` lists.' },
    CLAIMS: { description: 'What `claims` lists.' },
  } as const,
});

/** As whoever asks for it from its begin is answered. */
function listOf(of: 'ACTORS' | 'ARTICLES' | 'CLAIMS', { viewer }: GraphContext): OrderedSource {
  const filter = {};
  switch (of) {
    case 'ACTORS': {
      const order = actorOrder('RECORDED_AT', false);
      return { source: actorList({ filter, order, seesDrafts: hasRole(viewer, 'EDITOR') }), order };
    }
    case 'ARTICLES': {
      const order = articleOrder('RECORDED_AT', false);
      return { source: articleList(filter, order), order };
    }
    case 'CLAIMS': {
      const order = claimOrder('RECORDED_AT', false);
      return { source: claimList({ filter, order, seesDrafts: false }), order };
    }
  }
}

/** So many pages of a list are told of: what comes after them belongs to the last one. */
const mostPageStarts = 10_000;

builder.queryField('pageStarts', (t) =>
  t.field({
    type: ['String'],
    description: `The cursors by which a whole list is read in pages of ${maximalPageSize}, all of them at once: each is the \`after\` of one of its pages, but that of the first, with \`first: ${maximalPageSize}\` and \`orderBy: { field: RECORDED_AT, direction: ASC }\`. What is recorded later comes after the last one. At most ${mostPageStarts}.`,
    args: { of: t.arg({ type: RecordList, required: true, description: 'Which list.' }) },
    resolve: (_root, { of }, context) => {
      const list = listOf(of, context);
      // All of its rows are numbered.
      const statement = keysBeforePages(context.aside, list);
      const args = { ...list.source.args, size: maximalPageSize, limit: mostPageStarts };
      const name = nameOf(list.source, list.order);
      return inTurn(context, () =>
        whenRead(context.aside.read(statement, args), (rows) =>
          rows.map(({ key }) => encodePageCursor(context.db.seal, name, { key, value: null })),
        ),
      );
    },
  }),
);
