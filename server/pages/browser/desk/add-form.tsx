import { useEffect, useState } from 'preact/hooks';
import { addArticle, type DroppedPage, firstLine, type NewArticle, readDropped } from './adding.ts';
import { TextField, Tick } from './choice.tsx';
import type { Desk } from './desk.ts';
import { type DeskState, mayRecord } from './desk-state.ts';
import { words } from './words.ts';

const titleField = 'article-title-field';

const nothing: NewArticle = {
  title: '',
  text: '',
  outlet: '',
  publishedOn: '',
  agency: '',
  narrated: false,
  page: null,
};

/** Takes an article in: its text, pasted or dropped, or its page. */
export function AddForm({ desk, state }: { readonly desk: Desk; readonly state: DeskState }) {
  const [added, setAdded] = useState(nothing);
  const change = (more: Partial<NewArticle>) => setAdded((before) => ({ ...before, ...more }));
  useDrop(desk, (dropped) =>
    typeof dropped === 'string'
      ? change({ text: dropped, title: firstLine(dropped), page: null })
      : change({ page: dropped, text: '' }),
  );
  if (state.panel !== 'add') return null;
  const isEmpty = state.articlesOnRecord === 0;
  const onSubmit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (await addArticle(desk, added)) setAdded(nothing);
  };
  return (
    <form class="add" aria-labelledby="add-title" onSubmit={(event) => void onSubmit(event)}>
      <h2 id="add-title">{isEmpty ? words.empty : words.panels.add}</h2>
      {isEmpty && <p>{words.emptyLead}</p>}
      {added.page === null ? (
        <ArticleWords added={added} change={change} />
      ) : (
        <p>
          <bdi>{words.page(added.page.name, Math.ceil(added.page.bytes / 1024))}</bdi>{' '}
          <button type="button" onClick={() => change({ page: null })}>
            {words.pageAnother}
          </button>
        </p>
      )}
      <TextField
        label={words.title}
        inputId={titleField}
        value={added.title}
        onChange={(title) => change({ title })}
        required={added.page === null}
      />
      <TextField
        label={words.outlet}
        value={added.outlet}
        onChange={(outlet) => change({ outlet })}
        note={words.outletLead}
      />
      <div class="pair">
        <TextField
          label={words.published}
          type="date"
          value={added.publishedOn}
          onChange={(publishedOn) => change({ publishedOn })}
        />
        <TextField
          label={words.agency}
          value={added.agency}
          onChange={(agency) => change({ agency })}
        />
      </div>
      <Tick
        label={words.narrated}
        checked={added.narrated}
        onChange={(narrated) => change({ narrated })}
      />
      <button type="submit" disabled={!mayRecord(state)}>
        {words.readIt}
      </button>
    </form>
  );
}

interface ArticleWordsProps {
  readonly added: NewArticle;
  readonly change: (more: Partial<NewArticle>) => void;
}

function ArticleWords({ added, change }: ArticleWordsProps) {
  return (
    <div class="field">
      <label for="article-words">{words.articleText}</label>
      <textarea
        id="article-words"
        rows={8}
        required
        dir="auto"
        value={added.text}
        onInput={(event) => {
          const text = event.currentTarget.value;
          // Proposed as long as nobody wrote another.
          const isProposed = added.title === '' || added.title === firstLine(added.text);
          change({ text, ...(isProposed && { title: firstLine(text) }) });
        }}
      />
    </div>
  );
}

/** Takes what is dropped anywhere on the desk. */
function useDrop(desk: Desk, take: (dropped: DroppedPage | string) => void): void {
  useEffect(() => {
    const onOver = (event: DragEvent): void => {
      const isFile = event.dataTransfer?.types.includes('Files');
      if (isFile || !isField(event.target)) event.preventDefault();
    };
    const onDrop = (event: DragEvent): void => {
      const [file] = event.dataTransfer?.files ?? [];
      const text = event.dataTransfer?.getData('text/plain');
      // Words that are drawn into a field are for that.
      if (!file && isField(event.target)) return;
      event.preventDefault();
      if (!file && !text) return;
      const dropped = file ? readDropped(file) : Promise.resolve(text ?? '');
      dropped.then(
        (all) => {
          desk.store.set({ panel: 'add' });
          take(all);
          requestAnimationFrame(() => document.getElementById(titleField)?.focus());
        },
        (error) => desk.fail(error),
      );
    };
    addEventListener('dragover', onOver);
    addEventListener('drop', onDrop);
    return () => {
      removeEventListener('dragover', onOver);
      removeEventListener('drop', onDrop);
    };
  }, []);
}

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
