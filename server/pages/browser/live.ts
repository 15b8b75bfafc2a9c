import type { RecordChange } from '../../../sdk/src/changes.ts';
import { openBar } from './bar.ts';
import { hearRecord } from './hearing.ts';
import { freshEntries, leadTo, type News, newsIn } from './news.ts';
import { contentOf, documentAt, showContent } from './page-document.ts';
import { repeated } from './repeated.ts';
import { showZones } from './zones.ts';

/**
 * Keeps this page live: where something changes that it may show, the page is read again as it is now, and what is new in
 * it waits until its reader wants it. It is the server that writes it, and nothing else of what changed is shown. Answers
 * with what looks for news at once.
 */
export function keepLive(mayShow: (change: RecordChange) => boolean): () => void {
  const bar = openBar({ show, pause: (isPaused) => (isPaused ? stop() : listen()) });
  if (!bar) return () => {};
  let waiting: HTMLElement | undefined;
  let listening = new AbortController();

  const look = repeated(async () => {
    const { signal } = listening;
    // What was searched for stays as it was found.
    if (new URLSearchParams(location.search).has('q')) return tell(undefined);
    const page = await documentAt(location.pathname, signal);
    const [content, shown] = [page && contentOf(page), contentOf(document)];
    if (!content || !shown || signal.aborted) return;
    showZones(content);
    tell(content, newsIn(content, shown));
  });

  function tell(content: HTMLElement | undefined, news?: News): void {
    waiting = news?.isAny ? content : undefined;
    if (waiting && news) bar?.tellNews(news);
    else bar?.clear();
  }

  function show(): void {
    const shown = contentOf(document);
    if (!waiting || !shown) return;
    const former = shown.cloneNode(true);
    showContent(waiting);
    waiting = undefined;
    bar?.clear();
    if (former instanceof HTMLElement) leadTo(freshEntries(shown, former), shown);
  }
  function listen(): void {
    listening = new AbortController();
    const hear = (change?: RecordChange) => {
      if (!change || mayShow(change)) look();
    };
    void hearRecord({ hear, tell: bar?.tellState ?? (() => {}) }, listening.signal);
  }
  function stop(): void {
    listening.abort();
  }
  listen();
  return look;
}
