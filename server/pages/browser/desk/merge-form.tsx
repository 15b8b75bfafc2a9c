import { useState } from 'preact/hooks';
import { TextField } from './choice.tsx';
import { noteOf } from './claim-choice.tsx';
import type { Desk } from './desk.ts';
import { type DeskState, mayJudge } from './desk-state.ts';
import { merge } from './merging.ts';
import { type Finding, SearchField } from './search-field.tsx';
import { findActors, findClaims } from './searching.ts';
import { words } from './words.ts';

/** Judges that two actors, or two wordings of a claim, are one. */
export function MergeForms({ desk, state }: { readonly desk: Desk; readonly state: DeskState }) {
  const actors = async (text: string) =>
    (await findActors(desk, text)).map(({ id, kind, name }) => ({
      id,
      label: name,
      note: words.actorKind[kind],
    }));
  const claims = async (text: string) =>
    (await findClaims(desk, text)).map((found) => ({
      id: found.claim.id,
      label: found.claim.text,
      note: noteOf(found),
    }));
  return (
    <>
      {mayJudge(state) ? (
        <MergeForm desk={desk} noun="actor" title={words.mergeActors} find={actors} />
      ) : (
        <p class="note">{words.mergingIsForReviewers}</p>
      )}
      <MergeForm desk={desk} noun="claim" title={words.mergeClaims} find={claims} />
    </>
  );
}

interface MergeFormProps {
  readonly desk: Desk;
  readonly noun: 'actor' | 'claim';
  readonly title: string;
  readonly find: (text: string) => Promise<readonly Finding[]>;
}

function MergeForm({ desk, find, noun, title }: MergeFormProps) {
  const [from, setFrom] = useState<Finding | null>(null);
  const [into, setInto] = useState<Finding | null>(null);
  const [reason, setReason] = useState('');
  const onSubmit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (!from || !into) return;
    if (!(await merge(desk, { noun, from: from.id, into: into.id, reason }))) return;
    setFrom(null);
    setInto(null);
    setReason('');
  };
  return (
    <form aria-label={title} onSubmit={(event) => void onSubmit(event)}>
      <h3>{title}</h3>
      <SearchField label={words.mergeFrom} find={find} onChoose={setFrom} />
      {from && <p>{words.chosen(from.label)}</p>}
      <SearchField label={words.mergeInto} find={find} onChoose={setInto} />
      {into && <p>{words.chosen(into.label)}</p>}
      <TextField label={words.mergeReason} value={reason} onChange={setReason} required />
      <button type="submit" disabled={!from || !into}>
        {words.merge}
      </button>
    </form>
  );
}
