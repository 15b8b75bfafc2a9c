import { correctWords, withdraw } from './by-hand.ts';
import type { Desk } from './desk.ts';
import type { DeskState } from './desk-state.ts';
import { words } from './words.ts';

/** What the words of the open article show on record: to be corrected, or withdrawn. */
export function ShownList({ desk, state }: { readonly desk: Desk; readonly state: DeskState }) {
  const { shown } = state;
  if (shown.length === 0) return <p>{words.nothingShown}</p>;
  return (
    <>
      <p>
        <small>{words.misquoteLead}</small>
      </p>
      <ul class="shown">
        {shown.map((piece) => (
          <li key={piece.id}>
            <p>
              <bdi>{piece.stance.actor.name}</bdi> {words.stanceKind[piece.stance.kind]}:{' '}
              <a href={`/claims/${piece.stance.claim.slug}`}>
                <bdi lang={piece.stance.claim.language}>{piece.stance.claim.text}</bdi>
              </a>
            </p>
            <blockquote lang={piece.stance.claim.language} dir="auto">
              {piece.quote}
            </blockquote>
            <div class="buttons">
              <button
                type="button"
                disabled={state.marked === null}
                onClick={() => void correctWords(desk, piece)}
              >
                {words.misquote}
              </button>
              <button type="button" onClick={() => void withdraw(desk, piece)}>
                {words.withdraw}
              </button>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
