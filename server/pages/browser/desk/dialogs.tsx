import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { TextField } from './choice.tsx';
import type { Question } from './questions.ts';
import { words } from './words.ts';

interface DialogProps {
  readonly title: string;
  readonly onLeave?: () => void;
  readonly children: ComponentChildren;
}

/** What has to be answered first. Escape leaves it, where it may be left. */
export function Dialog({ children, onLeave, title }: DialogProps) {
  const place = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const dialog = place.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={place}
      aria-labelledby="dialog-title"
      onCancel={(event) => {
        event.preventDefault();
        onLeave?.();
      }}
    >
      <h2 id="dialog-title">{title}</h2>
      {children}
    </dialog>
  );
}

// What was said last is proposed: rejections come in rows.
let lastReason = '';

/** The question that is open. */
export function QuestionDialog({ question }: { readonly question: Question }) {
  switch (question.kind) {
    case 'reason':
      return <ReasonDialog question={question} />;
    case 'duplicate':
      return <DuplicateDialog question={question} />;
    case 'conflict':
      return <ConflictDialog question={question} />;
  }
}

type Of<Kind extends Question['kind']> = {
  readonly question: Extract<Question, { kind: Kind }>;
};

function ReasonDialog({ question: { answer, title, verb } }: Of<'reason'>) {
  const [reason, setReason] = useState(lastReason);
  useLayoutEffect(() => {
    const field = document.getElementById('reason');
    if (field instanceof HTMLInputElement) field.select();
  }, []);
  const onSubmit = (event: Event): void => {
    event.preventDefault();
    lastReason = reason;
    answer(reason);
  };
  return (
    <Dialog title={title} onLeave={() => answer(null)}>
      <form onSubmit={onSubmit}>
        <TextField
          label={words.reason}
          inputId="reason"
          value={reason}
          onChange={setReason}
          required
        />
        <div class="buttons">
          <button type="submit">{verb}</button>
          <button type="button" onClick={() => answer(null)}>
            {words.cancel}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function DuplicateDialog({ question: { answer, onRecord, text } }: Of<'duplicate'>) {
  return (
    <Dialog title={words.duplicate} onLeave={() => answer(null)}>
      <p>
        <bdi>{words.duplicateLead(text)}</bdi>
      </p>
      <ul>
        {onRecord.map(({ claim }) => (
          <li key={claim.id}>
            <bdi lang={claim.language}>{claim.text}</bdi>{' '}
            <button type="button" onClick={() => answer(claim.id)}>
              {words.takeThat}
            </button>
          </li>
        ))}
      </ul>
      <div class="buttons">
        <button type="button" onClick={() => answer('new')}>
          {words.newAllTheSame}
        </button>
        <button type="button" onClick={() => answer(null)}>
          {words.cancel}
        </button>
      </div>
    </Dialog>
  );
}

function ConflictDialog({ question: { answer, name, ours, theirs } }: Of<'conflict'>) {
  const isJudged = theirs.review !== 'DRAFT' || theirs.withdrawnAt !== null;
  const now = [
    [words.judgement, words.review[theirs.review]],
    [words.who, theirs.actor.name],
    [words.how, words.stanceKind[theirs.kind]],
    [words.claim, theirs.claim.text],
  ] as const;
  return (
    <Dialog title={words.conflict(name)} onLeave={() => answer(null)}>
      <div class="versions">
        <Version title={words.theirs} facts={now} />
        <Version title={words.ours} facts={ours} />
      </div>
      <div class="buttons">
        <button type="button" onClick={() => answer(null)}>
          {words.keepTheirs}
        </button>
        {theirs.withdrawnAt === null && (
          <button type="button" onClick={() => answer('ours')}>
            {isJudged ? words.takeBackTheirs : words.oursAllTheSame}
          </button>
        )}
      </div>
    </Dialog>
  );
}

interface VersionProps {
  readonly title: string;
  readonly facts: readonly (readonly [label: string, value: string])[];
}

function Version({ facts, title }: VersionProps) {
  return (
    <section>
      <h3>{title}</h3>
      <dl>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
