import { useState } from 'preact/hooks';
import { Choice, kindsOf } from './choice.tsx';
import type { Desk } from './desk.ts';
import type { ActorChoice } from './draft-entry.ts';
import type { ActorKind } from './generated/documents.ts';
import { SearchField } from './search-field.tsx';
import { findActors } from './searching.ts';
import { words } from './words.ts';

interface ActorFieldProps {
  readonly desk: Desk;
  readonly label: string;
  readonly inputId?: string;
  readonly onChoose: (actor: ActorChoice) => void;
  /** The kind of somebody new, unless another is told. */
  readonly kind?: ActorKind;
}

/** Finds an actor, or takes a new one by name and kind. */
export function ActorField({ desk, inputId, kind = 'PERSON', label, onChoose }: ActorFieldProps) {
  const [actorKind, setKind] = useState<ActorKind>(kind);
  const find = async (text: string) =>
    (await findActors(desk, text)).map(({ id, kind: its, name }) => ({
      id,
      label: name,
      note: words.actorKind[its],
    }));
  return (
    <div class="pair">
      <SearchField
        label={label}
        {...(inputId && { inputId })}
        find={find}
        onChoose={({ id, label: name }) => onChoose({ kind: 'known', id, name })}
        newLabel={words.newActor}
        onNew={(name) => onChoose({ kind: 'new', name, actorKind })}
      />
      <Choice
        label={words.actorKindLabel}
        value={actorKind}
        options={kindsOf(words.actorKind)}
        onChange={setKind}
      />
    </div>
  );
}
