import { useRef } from 'preact/hooks';
import { Choice, kindsOf, TextField } from './choice.tsx';
import type { Desk } from './desk.ts';
import {
  type ClaimCandidate,
  claimsOffered,
  type DraftEntry,
  type Edits,
  edited,
} from './draft-entry.ts';
import { fields } from './list-keys.ts';
import { SearchField } from './search-field.tsx';
import { findClaims } from './searching.ts';
import { words } from './words.ts';

interface ClaimChoiceProps {
  readonly desk: Desk;
  readonly entry: DraftEntry;
  readonly edits: Edits;
  readonly edit: (change: Partial<Edits>) => void;
}

/** Which claim a draft is on: its own, in words that can be edited, or another, numbered as the keys are. */
export function ClaimChoice({ desk, edit, edits, entry }: ClaimChoiceProps) {
  const own = entry.draft.claim;
  return (
    <fieldset>
      <legend>{words.claimLegend}</legend>
      <ol class="claims">
        {claimsOffered(entry).map((candidate, place) => (
          <ClaimOption
            key={candidate.claim.id}
            candidate={candidate}
            place={place}
            isChosen={edits.claim === candidate.claim.id}
            choose={() => edit({ claim: candidate.claim.id })}
          />
        ))}
      </ol>
      {entry.candidates === null && <p>{words.looking}</p>}
      <div class="field">
        <label for={fields.claimText}>{words.claimText}</label>
        <textarea
          id={fields.claimText}
          rows={3}
          lang={own.language}
          dir="auto"
          value={edits.claimText}
          onInput={(event) => edit({ claim: own.id, claimText: event.currentTarget.value })}
        />
      </div>
      {edits.claim === own.id && (
        <div class="pair">
          <Choice
            label={words.claimKindLabel}
            value={edits.claimKind}
            options={kindsOf(words.claimKind)}
            onChange={(claimKind) => edit({ claimKind })}
          />
          <TextField
            label={words.topics}
            value={edits.topics}
            onChange={(topics) => edit({ topics })}
          />
        </div>
      )}
      <ClaimSearch desk={desk} entry={entry} />
    </fieldset>
  );
}

interface ClaimOptionProps {
  readonly candidate: ClaimCandidate;
  readonly place: number;
  readonly isChosen: boolean;
  readonly choose: () => void;
}

function ClaimOption({ candidate, choose, isChosen, place }: ClaimOptionProps) {
  const { claim } = candidate;
  const id = `claim-choice-${place + 1}`;
  const own = claim.review === 'DRAFT' ? words.ownClaim : words.ownOnRecord;
  return (
    <li>
      <input type="radio" name="claim" id={id} checked={isChosen} onChange={choose} />
      <label for={id}>
        {place === 0 ? own : <bdi lang={claim.language}>{claim.text}</bdi>}{' '}
        {place > 0 && <small>{noteOf(candidate)}</small>}
      </label>
    </li>
  );
}

function ClaimSearch({ desk, entry }: Pick<ClaimChoiceProps, 'desk' | 'entry'>) {
  const found = useRef<readonly ClaimCandidate[]>([]);
  const find = async (text: string) => {
    found.current = await findClaims(desk, text);
    return found.current.map((each) => ({
      id: each.claim.id,
      label: each.claim.text,
      note: noteOf(each),
    }));
  };
  const choose = (id: string): void => {
    const chosen = found.current.find(({ claim }) => claim.id === id);
    if (chosen === undefined) return;
    desk.change(entry.draft.id, (each) =>
      edited({ ...each, searched: [chosen, ...each.searched] }, { claim: id }),
    );
    desk.focusList();
  };
  return (
    <SearchField
      label={words.searchClaims}
      inputId={fields.claimSearch}
      find={find}
      onChoose={({ id }) => choose(id)}
    />
  );
}

export function noteOf({ claim, relation }: ClaimCandidate): string {
  const place = claim.review === 'DRAFT' ? words.aDraft : words.onRecord;
  return relation === null ? place : `${place}, ${words.relation[relation]}`;
}
