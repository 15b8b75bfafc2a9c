import { useState } from 'preact/hooks';
import { ActorField } from './actor-field.tsx';
import type { Desk } from './desk.ts';
import { type ActorChoice, type DraftEntry, type Edits, wordsOf } from './draft-entry.ts';
import { words } from './words.ts';

interface ChainFieldProps {
  readonly desk: Desk;
  readonly entry: DraftEntry;
  readonly edits: Edits;
  readonly edit: (change: Partial<Edits>) => void;
}

/** Through whom the words came, between their publisher and whoever said them. */
export function ChainField({ desk, edit, edits, entry }: ChainFieldProps) {
  const [isAdding, setAdding] = useState(false);
  const [publisher] = wordsOf(entry.draft)?.attribution ?? [];
  const { through } = edits;
  const add = (link: ActorChoice): void => {
    edit({ through: [...through, link] });
    setAdding(false);
  };
  return (
    <fieldset>
      <legend>{words.through}</legend>
      <p>
        <small>{words.throughLead}</small>
      </p>
      <ol class="chain">
        <li>
          <bdi>{publisher?.name}</bdi>
        </li>
        {through.map((link, place) => (
          <li key={`${link.name}-${place}`}>
            <bdi>{link.name}</bdi>{' '}
            <button
              type="button"
              aria-label={`${words.remove}: ${link.name}`}
              onClick={() => edit({ through: through.filter((_, other) => other !== place) })}
            >
              {words.remove}
            </button>
          </li>
        ))}
        <li>
          <bdi>{edits.actor.name}</bdi>
        </li>
      </ol>
      {isAdding ? (
        <ActorField desk={desk} label={words.searchActors} onChoose={add} />
      ) : (
        <button type="button" onClick={() => setAdding(true)}>
          {words.addLink}
        </button>
      )}
    </fieldset>
  );
}
