import {
  ingestArticle,
  recordActor,
  updateArticle,
  withdrawArticle,
} from '../../../../sdk/src/generated/operations.ts';
import type { Desk } from './desk.ts';
import { openArticle, readWaiting } from './opening.ts';
import type { Question } from './questions.ts';
import { findActors } from './searching.ts';
import { words } from './words.ts';

type Reason = Extract<Question, { kind: 'reason' }>;

/** An article that is to be read; what is left empty is taken from its page. */
export interface NewArticle {
  readonly title: string;
  readonly text: string;
  readonly outlet: string;
  readonly publishedOn: string;
  readonly agency: string;
  readonly narrated: boolean;
  /** A page that was dropped, instead of a text. */
  readonly page: DroppedPage | null;
}

export interface DroppedPage {
  readonly name: string;
  readonly bytes: number;
  readonly base64: string;
}

/** Puts an article on record, drafts what it says, and opens it. Answers whether it is there. */
export async function addArticle(desk: Desk, added: NewArticle): Promise<boolean> {
  const { agency, narrated, outlet, page, publishedOn, text, title } = added;
  let isThere = false;
  await desk.attempt(async () => {
    const { article, drafted, notes } = await ingestArticle(desk.record, {
      ...(page === null ? { text, title: title || firstLine(text) } : { page: page.base64 }),
      ...(page !== null && title !== '' && { title }),
      ...(outlet !== '' && { publisher: outlet }),
      ...(agency !== '' && { creditedToName: agency }),
      ...(publishedOn !== '' && { publishedOn }),
      narrated,
    });
    isThere = true;
    await readWaiting(desk);
    await openArticle(desk, article.slug);
    desk.tell([words.ingested(drafted), ...notes].join(' '));
  });
  if (isThere) desk.focusList();
  return isThere;
}

export const firstLine = (text: string): string => text.trim().split('\n')[0]?.trim() ?? '';

/** A file that was dropped: a page as its bytes, anything else as its text. */
export async function readDropped(file: File): Promise<DroppedPage | string> {
  const isPage = /html/.test(file.type) || /\.x?html?$/i.test(file.name);
  if (!isPage) return file.text();
  const bytes = new Uint8Array(await file.arrayBuffer());
  let letters = '';
  for (let at = 0; at < bytes.length; at += 0x8000)
    letters += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return { name: file.name, bytes: bytes.length, base64: btoa(letters) };
}

export interface ArticleCorrection {
  readonly title: string;
  readonly publishedOn: string;
  readonly agency: string;
}

/** Corrects what is told of the open article: its text and its outlet stay. */
export function correctArticle(desk: Desk, correction: ArticleCorrection): Promise<void> {
  return desk.attempt(async () => {
    const { article } = desk.state;
    if (article === null) return;
    const { agency, publishedOn, title } = correction;
    const isOtherDay = publishedOn !== dayOf(article);
    const isOtherAgency = agency.trim() !== (article.creditedTo?.name ?? '');
    await updateArticle(desk.record, {
      article: { id: article.id },
      title,
      ...(isOtherDay && { publishedOn: publishedOn || null, publishedAt: null }),
      ...(isOtherAgency && { creditedTo: await agencyCalled(desk, agency.trim()) }),
    });
    await openArticle(desk, article.slug);
    desk.store.set({ panel: 'article' });
    desk.tell(words.corrected);
  });
}

/** Takes the open article off the record, with all that it shows: it was entered in error, or under another outlet. */
export function withdrawOpen(desk: Desk): Promise<void> {
  return desk.attempt(async () => {
    const { article } = desk.state;
    if (article === null) return;
    const asked = { kind: 'reason', title: words.whyWithdrawn, verb: words.withdraw } as const;
    const reason = await desk.question<Reason>(asked);
    if (reason === null) return;
    await withdrawArticle(desk.record, { article: { id: article.id }, reason });
    await readWaiting(desk);
    desk.store.set({ article: null, drafts: [], shown: [], at: 0, panel: 'add' });
    desk.tell(words.withdrawn);
  });
}

/** The day on which an article was published, as it was told. */
export const dayOf = (article: {
  readonly publishedOn: string | null;
  readonly publishedAt: string | null;
}): string => article.publishedOn ?? article.publishedAt?.slice(0, 10) ?? '';

async function agencyCalled(desk: Desk, name: string): Promise<{ readonly id: string } | null> {
  if (name === '') return null;
  const found = await findActors(desk, name);
  const known = found.find((actor) => actor.kind === 'OUTLET' && actor.name === name);
  if (known) return { id: known.id };
  const { actor } = await recordActor(desk.record, { name, kind: 'OUTLET' });
  return { id: actor.id };
}
