import { ActorField } from './actor-field.tsx';
import { ChainField } from './chain-field.tsx';
import { Choice, kindsOf, TextField, Tick } from './choice.tsx';
import { ClaimChoice } from './claim-choice.tsx';
import type { Desk } from './desk.ts';
import { type DeskState, mayJudge } from './desk-state.ts';
import {
  type DraftEntry,
  type Edits,
  edited,
  editsOf,
  isOwnActor,
  known,
  wordsOf,
} from './draft-entry.ts';
import { accept, reject } from './judging.ts';
import { fields } from './list-keys.ts';
import { undoLast } from './undoing.ts';
import { words } from './words.ts';

interface DraftFormProps {
  readonly desk: Desk;
  readonly state: DeskState;
  readonly entry: DraftEntry;
}

/** The draft that is open: what it says, what it may be instead, and its judgement. */
export function DraftForm({ desk, entry, state }: DraftFormProps) {
  const { at, drafts } = state;
  const edits = editsOf(entry);
  const edit = (change: Partial<Edits>) =>
    desk.change(entry.draft.id, (each) => edited(each, change));
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') desk.focusList();
  };
  const onSubmit = (event: Event): void => {
    event.preventDefault();
    void accept(desk);
  };
  const place = words.place(at + 1, drafts.length);
  return (
    <form
      class="draft"
      aria-label={place}
      onKeyDown={onKeyDown}
      onSubmit={onSubmit}
      // One of another draft begins anew.
      key={entry.draft.id}
    >
      <h3>{place}</h3>
      <Reading entry={entry} />
      <Buttons desk={desk} state={state} entry={entry} />
      <fieldset class="plain" disabled={entry.outcome?.by === 'us'}>
        <ClaimChoice desk={desk} entry={entry} edits={edits} edit={edit} />
        <Who desk={desk} entry={entry} edits={edits} edit={edit} />
        <How entry={entry} edits={edits} edit={edit} />
        <ChainField desk={desk} entry={entry} edits={edits} edit={edit} />
      </fieldset>
    </form>
  );
}

/** How it was read. */
function Reading({ entry }: Pick<DraftFormProps, 'entry'>) {
  const { draft } = entry;
  const shown = wordsOf(draft);
  if (shown === undefined) return null;
  return (
    <>
      <blockquote lang={draft.claim.language} dir="auto">
        {shown.quote}
      </blockquote>
      <p>
        <small>
          {shown.attribution.map(({ name }) => name).join(' → ')} ·{' '}
          {words.reading(words.modes[shown.mode], shown.cue, shown.confidence)}
        </small>
      </p>
      {draft.unsure && <p class="note">{words.chooseClaim}</p>}
      {draft.readOtherwise && draft.readOtherwise.length > 0 && <p>{words.readOtherwise}</p>}
    </>
  );
}

function Buttons({ desk, state, entry }: DraftFormProps) {
  const isOpen = entry.outcome?.by !== 'us' && mayJudge(state);
  return (
    <div class="buttons">
      <button type="submit" disabled={!isOpen} aria-keyshortcuts="a">
        {words.accept}
      </button>
      <button
        type="button"
        disabled={!isOpen}
        aria-keyshortcuts="r"
        onClick={() => void reject(desk)}
      >
        {words.reject}
      </button>
      <button
        type="button"
        disabled={state.undoable.length === 0}
        aria-keyshortcuts="u"
        onClick={() => void undoLast(desk)}
      >
        {words.undo}
      </button>
      {!mayJudge(state) && <p class="note">{words.judgingIsForReviewers}</p>}
    </div>
  );
}

interface EditProps {
  readonly entry: DraftEntry;
  readonly edits: Edits;
  readonly edit: (change: Partial<Edits>) => void;
}

function Who({ desk, edit, edits, entry }: EditProps & { readonly desk: Desk }) {
  const { actor } = entry.draft;
  const isOwn = isOwnActor(entry, edits);
  const others = (entry.candidates?.actors ?? []).filter(({ id }) => id !== actor.id);
  return (
    <fieldset>
      <legend>{words.who}</legend>
      {isOwn ? (
        <TextField
          label={`${words.actorName} (${words.actorKind[actor.kind]})`}
          inputId={fields.actorName}
          value={edits.actorName}
          onChange={(actorName) => edit({ actorName })}
        />
      ) : (
        <p>
          {words.chosen(edits.actor.name)}{' '}
          <button type="button" onClick={() => edit({ actor: known(actor) })}>
            {actor.name}
          </button>
        </p>
      )}
      {others.length > 0 && (
        <Choice
          label={words.otherActors}
          value={edits.actor.kind === 'known' ? edits.actor.id : ''}
          options={[actor, ...others].map(({ id, name }) => [id, name] as const)}
          onChange={(id) => {
            const chosen = [actor, ...others].find((one) => one.id === id);
            if (chosen) edit({ actor: known(chosen) });
          }}
        />
      )}
      <ActorField desk={desk} label={words.searchActors} onChoose={(one) => edit({ actor: one })} />
    </fieldset>
  );
}

function How({ edit, edits, entry }: EditProps) {
  const { draft, twins } = entry;
  const further = entry.candidates?.evidenceOf;
  return (
    <fieldset>
      <legend>{words.how}</legend>
      <div class="pair">
        <Choice
          label={words.how}
          value={edits.kind}
          options={kindsOf(words.stanceKind)}
          onChange={(kind) => edit({ kind })}
        />
        <Choice
          label={words.certaintyLabel}
          value={edits.certainty}
          options={kindsOf(words.certainty)}
          onChange={(certainty) => edit({ certainty })}
        />
        <TextField
          label={words.saidOn}
          type="date"
          inputId={fields.saidOn}
          value={edits.saidOn}
          {...(draft.saidPhrase && { note: words.saidPhrase(draft.saidPhrase) })}
          onChange={(saidOn) => edit({ saidOn })}
        />
      </div>
      {further && (
        <Tick
          label={words.furtherEvidence(further.claim.text)}
          checked={edits.asEvidence}
          onChange={(asEvidence) => edit({ claim: further.claim.id, asEvidence })}
        />
      )}
      {twins.length > 0 && (
        <Tick
          label={words.together([...new Set(twins.map(({ outlet }) => outlet))].join(', '))}
          checked={edits.together}
          onChange={(together) => edit({ together })}
        />
      )}
    </fieldset>
  );
}
