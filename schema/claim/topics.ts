import { type TopicOnRecord, topicCount, topicOrder, topicPage } from '../../db/queries/topic.ts';
import { mostCounted } from '../../db/read/page.ts';
import { builder } from '../builder.ts';
import { connectionTo, pageArgs } from '../reading/connection.ts';
import { pageOf } from '../reading/cut-pages.ts';
import { readRows, whenRead } from '../reading/edge.ts';
import { once, seqForFeedCursor } from '../reading/list.ts';
import { windowOf } from '../reading/page.ts';
import { inTurn } from '../reading/turn.ts';
import { worked } from '../reading/worked.ts';

const Topic = builder.objectRef<TopicOnRecord>('Topic').implement({
  description: 'What claims are about, in a word.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'The word, as `ClaimFilter.topic` takes it.' }),
    claimCount: t.int({
      description: `How many claims have it that are public and not withdrawn, those that are one once, counted up to ${mostCounted}.`,
      ...worked(['claims'], ({ claims }: TopicOnRecord) => Math.min(claims, mostCounted)),
    }),
    claimCountIsExact: t.boolean({
      description: `Whether \`claimCount\` is the whole number. Where it is not, there are more than ${mostCounted}.`,
      ...worked(['claims'], ({ claims }: TopicOnRecord) => claims <= mostCounted),
    }),
  }),
});

builder.queryField('topics', (t) =>
  t.field({
    type: connectionTo('Topic', Topic),
    description: 'The topics of the claims that are public and not withdrawn, by name.',
    args: pageArgs,
    resolve: (_root, args, context, info) => {
      const window = windowOf({ name: 'topics', order: topicOrder }, args, context.db.seal);
      const found = topicPage(window.stretch.backward);
      // A topic may have many claims, and all of them are counted.
      const { aside: reader } = context;
      const totals = once(() =>
        whenRead(reader.read(topicCount), (rows) => rows.map(({ total }) => total)),
      );
      const at = { context, info, needs: ['key', 'name'], reader };
      return inTurn(context, () =>
        whenRead(seqForFeedCursor(context, info), (seq) =>
          whenRead(readRows(found, window.args, at), (rows) =>
            pageOf(rows, { window, seq, totals }),
          ),
        ),
      );
    },
  }),
);
