import { lexicographicSortSchema } from 'graphql';
import './scalars.ts';
import './article/article.ts';
import './article/article-commands.ts';
import './article/changes.ts';
import './article/versions.ts';
import './actor/actor.ts';
import './actor/actor-commands.ts';
import './actor/actor-merge.ts';
import './actor/affiliation.ts';
import './actor/affiliation-commands.ts';
import './actor/compare.ts';
import './actor/turns.ts';
import './claim/claim.ts';
import './claim/claim-commands.ts';
import './claim/claim-link.ts';
import './claim/claim-link-commands.ts';
import './claim/corrections.ts';
import './claim/history.ts';
import './claim/replies.ts';
import './claim/similar.ts';
import './claim/standing.ts';
import './claim/topics.ts';
import './stance/stance.ts';
import './stance/stance-commands.ts';
import './stance/evidence.ts';
import './drafts/drafts.ts';
import './drafts/read-otherwise.ts';
import './drafts/ingest.ts';
import './feed/claim-events.ts';
import './feed/events.ts';
import './record/backup-command.ts';
import './record/export.ts';
import './record/facets.ts';
import './record/interchange.ts';
import './record/page-starts.ts';
import './record/record.ts';
import './record/record-status.ts';
import './record/search.ts';
import './record/verification.ts';
import './token/token.ts';
import './token/token-commands.ts';
import './changing/errors.ts';
import './changing/lines-refused.ts';
import { builder } from './builder.ts';
import { inlineEdges } from './reading/inline.ts';

const built = builder.toSchema({ sortSchema: false });

/** All that the outside may ask. */
export const schema = lexicographicSortSchema(built);

// What a compiled query reads from where the record answers at once: see schema/reading/inline.ts. In the same order, for
// arguments are told in the order of the schema, and cursors are bound to them.
schema.extensions = {
  ...schema.extensions,
  inlined: inlineEdges(lexicographicSortSchema(built)),
};
