import type { Connection } from '../../../../sdk/src/generated/operations.ts';
import { ask, codeOf, sentenceOf } from './ask.ts';
import { type DeskState, nothingYet } from './desk-state.ts';
import type { DraftEntry } from './draft-entry.ts';
import { deskBeginsDocument } from './generated/documents.ts';
import type { Question } from './questions.ts';
import { forgetToken, keepToken, recordHere, tokenKept } from './session.ts';
import { Store } from './store.ts';
import { words } from './words.ts';

type Unasked<Of> = Of extends Question ? Omit<Of, 'answer'> : never;
type AnswerTo<Of extends Question> = Parameters<Of['answer']>[0];

/** A desk: what it shows, and the record that it asks. */
export class Desk {
  readonly store = new Store<DeskState>({ ...nothingYet });
  #connection: Connection | null = null;
  #watching = new AbortController();
  /** Puts the focus into the list of drafts. */
  focusList: () => void = () => undefined;

  get state(): DeskState {
    return this.store.state;
  }

  /** The record, as whoever signed in is shown it. */
  get record(): Connection {
    this.#connection ??= recordHere(tokenKept());
    return this.#connection;
  }

  /** Falls when somebody signs in or out. */
  get signal(): AbortSignal {
    return this.#watching.signal;
  }

  /** The draft that is open. */
  get entry(): DraftEntry | undefined {
    return this.state.drafts[this.state.at];
  }

  tell(text: string, kind: 'news' | 'fault' = 'news'): void {
    this.store.set({ news: { words: text, kind } });
  }

  /** Carries something out, one thing at a time; what goes wrong is told in the words of the record. */
  async attempt(work: () => Promise<void>): Promise<void> {
    if (this.state.isBusy) return;
    this.store.set({ isBusy: true });
    try {
      await work();
    } catch (error) {
      this.fail(error);
    } finally {
      this.store.set({ isBusy: false });
    }
  }

  fail(error: unknown): void {
    const { session } = this.state;
    if (codeOf(error) === 'UNAUTHENTICATED' && session.kind === 'in') {
      this.store.set({ session: { ...session, kind: 'ended' } });
    }
    this.tell(sentenceOf(error), 'fault');
  }

  /** Asks whoever is there, and waits. */
  question<Of extends Question>(asked: Unasked<Of>): Promise<AnswerTo<Of>> {
    return new Promise((resolve) => {
      const answer = (given: AnswerTo<Of>): void => {
        this.store.set({ question: null });
        resolve(given);
      };
      // Its parts are those of the question that `Of` names, with the way back.
      this.store.set({ question: { ...asked, answer } as unknown as Question });
    });
  }

  change(id: string, change: (entry: DraftEntry) => DraftEntry): void {
    const drafts = this.state.drafts.map((each) => (each.draft.id === id ? change(each) : each));
    this.store.set({ drafts });
  }

  /** The end of the feed, to hear from there on what others do. */
  async cursor(): Promise<string> {
    return (await ask(this.record, deskBeginsDocument, {})).record.feedCursor;
  }

  /** Signs in with a token, and keeps it where it is taken. Answers whether it is. */
  async signIn(token: string): Promise<boolean> {
    this.#restart(recordHere(token));
    const { viewer, record } = await ask(this.record, deskBeginsDocument, {});
    if (viewer === null) {
      this.tell(words.tokenNotTaken, 'fault');
      return false;
    }
    keepToken(token);
    const { name, role } = viewer;
    this.store.set({
      session: { kind: 'in', name, role },
      articlesOnRecord: record.counts.articles,
      news: { words: '', kind: 'news' },
    });
    return true;
  }

  /** Forgets the token and all that was read with it. */
  signOut(): void {
    forgetToken();
    this.#restart(null);
    this.store.set({ ...nothingYet, hasKeys: this.state.hasKeys });
  }

  #restart(connection: Connection | null): void {
    this.#watching.abort();
    this.#watching = new AbortController();
    this.#connection = connection;
  }
}
