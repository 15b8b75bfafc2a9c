import { useEffect, useState } from 'preact/hooks';
import { AddForm } from './add-form.tsx';
import { ArticleForm } from './article-form.tsx';
import { ArticleText } from './article-text.tsx';
import { Tick } from './choice.tsx';
import type { Desk } from './desk.ts';
import { type DeskState, mayRecord, type Panel } from './desk-state.ts';
import { QuestionDialog } from './dialogs.tsx';
import { DraftForm } from './draft-form.tsx';
import { DraftList } from './draft-list.tsx';
import { HandForm } from './hand-form.tsx';
import { listen } from './listening.ts';
import { MergeForms } from './merge-form.tsx';
import { moveTo, openArticle, openFirst, openNext, readWaiting } from './opening.ts';
import { tokenKept } from './session.ts';
import { ShownList } from './shown-list.tsx';
import { SignIn } from './sign-in.tsx';
import { words } from './words.ts';

/** The desk, whole. */
export function App({ desk }: { readonly desk: Desk }) {
  const state = useDesk(desk);
  const { news, question, session } = state;
  const begin = async (token: string): Promise<void> => {
    const isAgain = session.kind === 'ended';
    if (!(await desk.signIn(token))) return;
    await start(desk, { isAgain });
  };
  useEffect(() => {
    if (tokenKept() !== '') begin(tokenKept()).catch((error) => desk.fail(error));
  }, []);
  return (
    <>
      <Top desk={desk} state={state} />
      <main>
        <output class={news.kind} aria-live="polite">
          {news.words}
        </output>
        {session.kind !== 'in' && <SignIn desk={desk} session={session} begin={begin} />}
        {session.kind !== 'out' && <Rooms desk={desk} state={state} />}
        {question && <QuestionDialog question={question} />}
      </main>
    </>
  );
}

function useDesk(desk: Desk): DeskState {
  const [state, setState] = useState(desk.state);
  useEffect(() => desk.store.listen(() => setState(desk.state)), [desk]);
  return state;
}

/** Reads what waits, and hears of what others do; signed in again, what is open stays open. */
async function start(desk: Desk, { isAgain }: { readonly isAgain: boolean }): Promise<void> {
  if (!mayRecord(desk.state)) return;
  const since = await desk.cursor();
  void listen(desk, since);
  await readWaiting(desk);
  if (isAgain) return desk.focusList();
  await openFirst(desk);
  if (desk.state.panel === 'add') document.getElementById('article-words')?.focus();
  else desk.focusList();
}

function Top({ desk, state }: { readonly desk: Desk; readonly state: DeskState }) {
  const { hasKeys, isLive, session } = state;
  return (
    <header>
      <h1>{words.desk}</h1>
      {session.kind !== 'out' && (
        <>
          <p class="who">
            <bdi>{session.name}</bdi> ·{' '}
            <span title={words.roleLead[session.role]}>{session.role}</span> ·{' '}
            {isLive ? words.live : words.notLive}
          </p>
          <details>
            <summary>{words.keys}</summary>
            <p>{words.keysLead}</p>
            <dl class="keys">
              {words.keyHelp.map(([key, what]) => (
                <div key={key}>
                  <dt>
                    <kbd>{key}</kbd>
                  </dt>
                  <dd>{what}</dd>
                </div>
              ))}
            </dl>
          </details>
          <Tick
            label={words.keys}
            checked={hasKeys}
            onChange={(on) => desk.store.set({ hasKeys: on })}
          />
          <button type="button" onClick={() => desk.signOut()}>
            {words.signOut}
          </button>
        </>
      )}
    </header>
  );
}

function Rooms({ desk, state }: { readonly desk: Desk; readonly state: DeskState }) {
  if (!mayRecord(state)) return <p class="note">{words.roleLead.READER}</p>;
  const open = (place: number): void => {
    moveTo(desk, place).catch((error) => desk.fail(error));
    desk.focusList();
  };
  return (
    <div class="rooms">
      <Articles desk={desk} state={state} />
      <div class="reading">
        <AddForm desk={desk} state={state} />
        {state.panel !== 'add' && <ArticleText desk={desk} state={state} />}
      </div>
      <div class="judging">
        <DraftList desk={desk} state={state} open={open} />
        <Panels desk={desk} state={state} />
      </div>
    </div>
  );
}

const panels: readonly Panel[] = ['draft', 'hand', 'shown', 'article', 'merge'];

function Panels({ desk, state }: { readonly desk: Desk; readonly state: DeskState }) {
  const { article, panel } = state;
  const { entry } = desk;
  return (
    <section class="panel">
      <div class="buttons tabs">
        {panels.map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={panel === each}
            onClick={() => desk.store.set({ panel: each })}
          >
            {words.panels[each]}
          </button>
        ))}
      </div>
      {panel === 'draft' && entry && <DraftForm desk={desk} state={state} entry={entry} />}
      {panel === 'draft' && !entry && article && <p>{words.noDrafts}</p>}
      {panel === 'hand' && article && <HandForm desk={desk} state={state} />}
      {panel === 'shown' && article && <ShownList desk={desk} state={state} />}
      {panel === 'article' && article && (
        <ArticleForm desk={desk} article={article} key={article.id} />
      )}
      {panel === 'merge' && <MergeForms desk={desk} state={state} />}
    </section>
  );
}

function Articles({ desk, state }: { readonly desk: Desk; readonly state: DeskState }) {
  const { article, articlesOnRecord, waiting } = state;
  const attempt = (work: () => Promise<void>) => () => void desk.attempt(work);
  const isEmpty = articlesOnRecord === 0;
  return (
    <nav aria-labelledby="waiting-title">
      <h2 id="waiting-title">{words.waiting}</h2>
      <p>
        {isEmpty && words.empty}
        {!isEmpty && waiting.total === 0 && words.nothingWaits}
        {waiting.total > 0 && words.waitingCount(waiting.total)}
      </p>
      <ol>
        {waiting.articles.map(({ id, language, outlet, slug, title }) => (
          <li key={id}>
            <a
              href={`#${slug}`}
              aria-current={article?.id === id ? 'true' : undefined}
              onClick={(event) => {
                event.preventDefault();
                attempt(() => openArticle(desk, slug))();
              }}
            >
              <bdi lang={language}>{title}</bdi>
            </a>{' '}
            <small>
              <bdi>{outlet?.name}</bdi>
            </small>
          </li>
        ))}
      </ol>
      <div class="buttons">
        {waiting.after !== null && (
          <button type="button" onClick={attempt(() => readWaiting(desk, { more: true }))}>
            {words.more}
          </button>
        )}
        <button type="button" onClick={() => desk.store.set({ panel: 'add' })}>
          {words.panels.add}
        </button>
        {waiting.total > 0 && (
          <button type="button" onClick={attempt(() => openNext(desk))}>
            {words.nextArticle}
          </button>
        )}
      </div>
    </nav>
  );
}
