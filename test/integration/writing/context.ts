import type { Database } from '../../../db/client.ts';
import { Cancellation } from '../../../schema/cancellation.ts';
import type { GraphContext, Viewer } from '../../../schema/context.ts';

/** What the resolvers may reach for this viewer. */
export function contextFor(
  db: Database,
  viewer: Viewer | null = null,
  publicTexts = false,
): GraphContext {
  return {
    db,
    reader: db.reader,
    aside: db.aside(),
    turn: () => null,
    charge: () => {},
    viewer,
    publicTexts,
    lastEventId: null,
    cancellation: new Cancellation(),
    openExtractor: async () => null,
  };
}
