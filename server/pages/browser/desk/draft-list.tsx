import { Component } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Desk } from './desk.ts';
import { type DeskState, mayJudge } from './desk-state.ts';
import { type DraftEntry, isWaiting, type Outcome } from './draft-entry.ts';
import { keysOf } from './list-keys.ts';
import { words } from './words.ts';

interface DraftOptionProps {
  readonly entry: DraftEntry;
  readonly isOpen: boolean;
  readonly place: number;
  readonly all: number;
  readonly open: (place: number) => void;
}

const optionId = (place: number): string => `draft-${place}`;

/** A draft in the list. It is drawn anew only where something of it is another: there may be a thousand. */
class DraftOption extends Component<DraftOptionProps> {
  override shouldComponentUpdate(next: DraftOptionProps): boolean {
    const { all, entry, isOpen } = this.props;
    return next.entry !== entry || next.isOpen !== isOpen || next.all !== all;
  }

  render({ all, entry, isOpen, open, place }: DraftOptionProps) {
    const { draft, outcome } = entry;
    return (
      <div
        id={optionId(place)}
        role="option"
        aria-selected={isOpen}
        aria-posinset={place + 1}
        aria-setsize={all}
        tabIndex={-1}
        class={outcome === null ? 'waits' : 'judged'}
        onClick={() => open(place)}
      >
        <bdi>{draft.actor.name}</bdi> {words.stanceKind[draft.kind]}:{' '}
        <bdi lang={draft.claim.language}>{draft.claim.text}</bdi>
        {outcome && <strong> {toldOf(outcome)}</strong>}
      </div>
    );
  }
}

function toldOf(outcome: Outcome): string {
  if (outcome.by === 'us') return outcome.told;
  const told = outcome.review === 'VERIFIED' ? words.acceptedBy : words.rejectedBy;
  return told(outcome.name);
}

interface DraftListProps {
  readonly desk: Desk;
  readonly state: DeskState;
  readonly open: (place: number) => void;
}

/** The drafts of the open article. It has the focus as a whole, so that none is lost with a draft that is judged. */
export function DraftList({ desk, open, state }: DraftListProps) {
  const { at, drafts, hasKeys, isBusy } = state;
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    desk.focusList = () => list.current?.focus({ preventScroll: true });
  }, []);
  useEffect(() => {
    document.getElementById(optionId(at))?.scrollIntoView({ block: 'nearest' });
  }, [at, drafts.length]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== list.current || event.ctrlKey || event.metaKey || event.altKey) return;
    const act = keysOf(desk, { withLetters: hasKeys }).get(event.key);
    if (act === undefined) return;
    event.preventDefault();
    // What is typed while something is carried out is not for what comes next.
    if (!desk.state.isBusy) act();
  };
  const waiting = drafts.filter(isWaiting).length;
  return (
    <section class="list">
      <h2 id="drafts-title">
        {words.drafts} <small>{drafts.length > 0 && words.left(waiting)}</small>
      </h2>
      <div
        ref={list}
        role="listbox"
        tabIndex={0}
        aria-labelledby="drafts-title"
        aria-activedescendant={drafts.length > 0 ? optionId(at) : undefined}
        aria-busy={isBusy}
        aria-keyshortcuts={hasKeys && mayJudge(state) ? 'a r u e c w d f n' : undefined}
        onKeyDown={onKeyDown}
      >
        {drafts.map((entry, place) => (
          <DraftOption
            key={entry.draft.id}
            entry={entry}
            place={place}
            all={drafts.length}
            isOpen={place === at}
            open={open}
          />
        ))}
      </div>
    </section>
  );
}
