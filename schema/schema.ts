import './scalars.ts';
import './article.ts';
import './article-commands.ts';
import './actor.ts';
import './actor-commands.ts';
import './affiliation.ts';
import './affiliation-commands.ts';
import './claim.ts';
import './claim-commands.ts';
import './claim-events.ts';
import './claim-link.ts';
import './claim-link-commands.ts';
import './stance.ts';
import './stance-commands.ts';
import './errors.ts';
import './evidence.ts';
import './events.ts';
import './standing.ts';
import './token.ts';
import './search.ts';
import './record.ts';
import { builder } from './builder.ts';
import { inlineEdges } from './inline.ts';

/** All that the outside may ask. */
export const schema = builder.toSchema();

/** The same, for queries compiled over a record that answers at once. */
export const inlinedSchema = inlineEdges(builder.toSchema());
