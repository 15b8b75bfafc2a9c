import type { DraftEntry } from './draft-entry.ts';
import type {
  DeskArticle,
  DeskArticleInFullData,
  DeskEvidenceInData,
  Role,
} from './generated/documents.ts';
import type { Question } from './questions.ts';
import type { Undoable } from './undoable.ts';

export type Session =
  | { readonly kind: 'out' }
  | { readonly kind: 'in'; readonly name: string; readonly role: Role }
  /** The token is taken no more; what was typed is still there. */
  | { readonly kind: 'ended'; readonly name: string; readonly role: Role };

interface Waiting {
  readonly articles: readonly DeskArticle[];
  readonly total: number;
  /** Where those begin that were not read; null where all were. */
  readonly after: string | null;
}

export type ArticleInFull = NonNullable<DeskArticleInFullData['article']>;
export type EvidenceShown = NonNullable<DeskEvidenceInData['article']>['evidence']['nodes'][number];

/** Words that somebody marked in the text, with their place in UTF-16 code units. */
export interface MarkedWords {
  readonly quote: string;
  readonly start: number;
  readonly end: number;
}

export interface DeskState {
  readonly session: Session;
  /** How many articles are on record; null before it was told. */
  readonly articlesOnRecord: number | null;
  readonly waiting: Waiting;
  readonly article: ArticleInFull | null;
  readonly drafts: readonly DraftEntry[];
  /** The place of the draft that is open. */
  readonly at: number;
  /** What is shown by words of the article, on record. */
  readonly shown: readonly EvidenceShown[];
  readonly marked: MarkedWords | null;
  readonly undoable: readonly Undoable[];
  readonly news: { readonly words: string; readonly kind: 'news' | 'fault' };
  /** Whether something is being carried out: a second key waits for nothing and does nothing. */
  readonly isBusy: boolean;
  readonly isLive: boolean;
  readonly hasKeys: boolean;
  readonly question: Question | null;
  /** What stands beside the text. */
  readonly panel: Panel;
}

export type Panel = 'draft' | 'add' | 'hand' | 'shown' | 'article' | 'merge';

export const nothingYet: DeskState = {
  session: { kind: 'out' },
  articlesOnRecord: null,
  waiting: { articles: [], total: 0, after: null },
  article: null,
  drafts: [],
  at: 0,
  shown: [],
  marked: null,
  undoable: [],
  news: { words: '', kind: 'news' },
  isBusy: false,
  isLive: false,
  hasKeys: true,
  question: null,
  panel: 'draft',
};

export const mayJudge = ({ session }: Pick<DeskState, 'session'>): boolean =>
  session.kind !== 'out' && (session.role === 'REVIEWER' || session.role === 'ADMIN');

export const mayRecord = ({ session }: Pick<DeskState, 'session'>): boolean =>
  session.kind !== 'out' && session.role !== 'READER';
