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
import './ingest.ts';
import './similar.ts';
import './drafts.ts';
import './errors.ts';
import './evidence.ts';
import './events.ts';
import './interchange.ts';
import './standing.ts';
import './token.ts';
import './token-commands.ts';
import './verification.ts';
import './search.ts';
import './record.ts';
import './record-status.ts';
import './backup-command.ts';
import { builder } from './builder.ts';
import { inlineEdges } from './inline.ts';

// What a compiled query reads from where the record answers at once: see schema/inline.ts.
const inlined = inlineEdges(builder.toSchema());

/** All that the outside may ask. */
export const schema = builder.toSchema({ extensions: { inlined } });
