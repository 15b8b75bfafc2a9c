import type { RecordChange } from '../../../sdk/src/changes.ts';
import { openBar } from './bar.ts';
import { hearRecord } from './hearing.ts';
import { freshEntries, leadTo, newsIn } from './news.ts';
import { contentNow, documentAt, showContent } from './page-document.ts';
import { repeated } from './repeated.ts';
import { showZones } from './zones.ts';

/** Whether it is what was searched for or selected on the board: that stays as it was found. */
const isFound = (): boolean => location.pathname === '/' && location.search !== '';

/**
 * Keeps this page live: where something changes that it may show, the page is read again as it is now, and what is new in
 * it waits until its reader wants it. It is the server that writes it, and nothing else of what changed is shown. Answers
 * with what is to be called when the page was put in the place of another.
 */
export function keepLive(mayShow: (change: RecordChange) => boolean): () => void {
  const bar = openBar({ show, pause: (isPaused) => (isPaused ? listening.abort() : listen()) });
  if (!bar) return () => {};
  /** What is shown, as it was written: its reader may have unfolded some of it. */
  let shown = contentNow();
  let waiting: HTMLElement | undefined;
  let listening = new AbortController();

  const look = repeated(async () => {
    const { signal } = listening;
    if (isFound()) return wait(undefined);
    const content = (await documentAt(location.pathname, signal))?.content;
    if (!content || signal.aborted || isFound()) return;
    showZones(content);
    wait(content);
  });

  function wait(content: HTMLElement | undefined): void {
    const news = content && newsIn(content, shown);
    waiting = news?.isAny ? content : undefined;
    if (waiting && news) bar?.tellNews(news);
    else bar?.clear();
  }
  function show(): void {
    if (!waiting) return;
    const former = shown;
    const content = showContent(waiting);
    shown = contentNow();
    wait(undefined);
    leadTo(freshEntries(content, former), content);
  }
  function listen(): void {
    listening = new AbortController();
    const hear = (change?: RecordChange) => {
      if (!change || mayShow(change)) look();
    };
    void hearRecord({ hear, tell: bar?.tellState ?? (() => {}) }, listening.signal);
  }
  listen();
  return () => {
    shown = contentNow();
    look();
  };
}
