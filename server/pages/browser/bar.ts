import type { News } from './news.ts';

/** What tells of news at the edge of a page: it moves nothing that is read. */
export interface Bar {
  tellState(isLive: boolean): void;
  /** Tells of news: by voice once, until they are shown. */
  tellNews(news: News): void;
  clear(): void;
}

/** Shows the bar of this page; null where it has none. Its words stand in the page. */
export function openBar(on: { show(): void; pause(isPaused: boolean): void }): Bar | null {
  const bar = document.querySelector<HTMLElement>('#live');
  const told = bar?.querySelector('.news');
  const show = bar?.querySelector<HTMLButtonElement>('.show');
  const state = bar?.querySelector('.state');
  const pause = bar?.querySelector<HTMLButtonElement>('.pause');
  if (!bar || !told || !show || !state || !pause) return null;
  const { dataset } = bar;
  let isPaused = false;

  const tellState = (isLive: boolean): void => {
    const name = isPaused ? 'paused' : isLive ? 'live' : 'connecting';
    bar.dataset.state = name;
    state.textContent = dataset[name] ?? '';
  };
  show.addEventListener('click', on.show);
  pause.addEventListener('click', () => {
    isPaused = !isPaused;
    pause.textContent = (isPaused ? dataset.resume : dataset.pause) ?? '';
    tellState(false);
    on.pause(isPaused);
  });
  bar.hidden = false;
  tellState(false);
  return {
    tellState,
    tellNews({ count, status }) {
      const news = count > 0 ? dataset.new?.replace('#', String(count)) : dataset.changed;
      const words = status === null ? news : `${dataset.now} ${status}. ${news}`;
      show.textContent = words ?? '';
      if (show.hidden) told.textContent = show.textContent;
      show.hidden = false;
    },
    clear() {
      show.hidden = true;
      told.textContent = '';
    },
  };
}
