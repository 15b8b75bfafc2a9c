import { useState } from 'preact/hooks';
import { ActorField } from './actor-field.tsx';
import { type ByHand, recordByHand } from './by-hand.ts';
import { Choice, kindsOf, TextField } from './choice.tsx';
import { noteOf } from './claim-choice.tsx';
import type { Desk } from './desk.ts';
import type { DeskState, MarkedWords } from './desk-state.ts';
import { SearchField } from './search-field.tsx';
import { findClaims } from './searching.ts';
import { words } from './words.ts';

type Telling = Omit<ByHand, 'words' | 'claim' | 'actor'> & Partial<Pick<ByHand, 'claim' | 'actor'>>;

const nothing: Telling = {
  claimKind: 'FACT',
  kind: 'ASSERTS',
  certainty: 'PLAIN',
  mode: 'INDIRECT',
  saidOn: '',
};

/** Puts on record what nothing drafted: words that are marked in the text, whose they are, and on what. */
export function HandForm({ desk, state }: { readonly desk: Desk; readonly state: DeskState }) {
  const { article, marked } = state;
  const [told, setTold] = useState(nothing);
  const tell = (more: Partial<Telling>) => setTold((before) => ({ ...before, ...more }));
  const text = article?.text ?? '';
  const onSubmit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { actor, claim } = told;
    if (marked === null) return desk.tell(words.markedLead, 'fault');
    if (text.slice(marked.start, marked.end) !== marked.quote)
      return desk.tell(words.notInText, 'fault');
    if (!actor || !claim) return;
    if (await recordByHand(desk, { ...told, actor, claim, words: marked })) setTold(nothing);
  };
  return (
    <form aria-label={words.panels.hand} onSubmit={(event) => void onSubmit(event)}>
      <h3>{words.panels.hand}</h3>
      <MarkedField desk={desk} marked={marked} text={text} />
      <ActorOf desk={desk} told={told} tell={tell} />
      <ClaimOf desk={desk} told={told} tell={tell} />
      <div class="pair">
        <Choice
          label={words.how}
          value={told.kind}
          options={kindsOf(words.stanceKind)}
          onChange={(kind) => tell({ kind })}
        />
        <Choice
          label={words.certaintyLabel}
          value={told.certainty}
          options={kindsOf(words.certainty)}
          onChange={(certainty) => tell({ certainty })}
        />
        <Choice
          label={words.mode}
          value={told.mode}
          options={kindsOf(words.modes)}
          onChange={(mode) => tell({ mode })}
        />
        <TextField
          label={words.saidOn}
          type="date"
          value={told.saidOn}
          onChange={(saidOn) => tell({ saidOn })}
        />
      </div>
      <button type="submit" disabled={!told.actor || !told.claim}>
        {words.putOnRecord}
      </button>
    </form>
  );
}

interface MarkedFieldProps {
  readonly desk: Desk;
  readonly marked: MarkedWords | null;
  readonly text: string;
}

function MarkedField({ desk, marked, text }: MarkedFieldProps) {
  const find = (quote: string): void => {
    const start = quote === '' ? -1 : text.indexOf(quote);
    // As long as they stand nowhere, they are kept as they are written.
    desk.store.set({
      marked: quote === '' ? null : { quote, start, end: start + quote.length },
    });
  };
  return (
    <div class="field">
      <label for="marked-words">{words.marked}</label>
      <textarea
        id="marked-words"
        rows={2}
        dir="auto"
        value={marked?.quote ?? ''}
        onInput={(event) => find(event.currentTarget.value)}
      />
      <small>{marked !== null && marked.start < 0 ? words.notInText : words.markedLead}</small>
    </div>
  );
}

interface TellingProps {
  readonly desk: Desk;
  readonly told: Telling;
  readonly tell: (more: Partial<Telling>) => void;
}

function ActorOf({ desk, tell, told }: TellingProps) {
  return (
    <fieldset>
      <legend>{words.who}</legend>
      {told.actor && <p>{words.chosen(told.actor.name)}</p>}
      <ActorField desk={desk} label={words.searchActors} onChoose={(actor) => tell({ actor })} />
    </fieldset>
  );
}

function ClaimOf({ desk, tell, told }: TellingProps) {
  const find = async (text: string) =>
    (await findClaims(desk, text)).map((found) => ({
      id: found.claim.id,
      label: found.claim.text,
      note: noteOf(found),
    }));
  return (
    <fieldset>
      <legend>{words.claim}</legend>
      {told.claim && <p>{words.chosen(told.claim.text)}</p>}
      <SearchField
        label={words.searchClaims}
        find={find}
        onChoose={({ id, label }) => tell({ claim: { kind: 'known', id, text: label } })}
        newLabel={words.newClaim}
        onNew={(text) => tell({ claim: { kind: 'new', text } })}
      />
      {told.claim?.kind === 'new' && (
        <Choice
          label={words.claimKindLabel}
          value={told.claimKind}
          options={kindsOf(words.claimKind)}
          onChange={(claimKind) => tell({ claimKind })}
        />
      )}
    </fieldset>
  );
}
