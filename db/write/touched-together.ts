import { belongingsOfStances } from '../queries/belonging.ts';
import type { Reader } from '../read/read.ts';
import { type RowsChanged, type Touched, touchedBy } from '../rules/grounds.ts';
import type { RecordTx } from './record-tx.ts';

/** What answers rest on that these changes of one transaction may have changed; null where they changed none. */
export async function touchedTogether(
  reader: Reader,
  changes: readonly Pick<RecordTx, 'changed'>[],
): Promise<Touched | null> {
  const [first, ...more] = changes.flatMap(({ changed }) => changed ?? []);
  if (first === undefined) return null;
  const changed = more.reduce(united, first);
  if (changed === 'everything') return changed;
  const keys = {
    stances: JSON.stringify([...changed.stances]),
    evidence: JSON.stringify([...changed.evidence]),
  };
  const found = await reader.read(belongingsOfStances, keys);
  return touchedBy(
    changed,
    found.map(({ stance, claim, shownClaim, actor, shownActor, articles }) => {
      return { stance, claim, shownClaim, actor, shownActor, articles: JSON.parse(articles) };
    }),
  );
}

type Changed = RowsChanged | 'everything';

function united(some: Changed, others: Changed): Changed {
  if (some === 'everything' || others === 'everything') return 'everything';
  const both = (name: keyof RowsChanged) => new Set([...some[name], ...others[name]]);
  return {
    claims: both('claims'),
    standings: both('standings'),
    stances: both('stances'),
    evidence: both('evidence'),
    actors: both('actors'),
    articles: both('articles'),
  };
}
