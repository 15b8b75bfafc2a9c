import { keptTabs, tabsKey } from './kept-tabs.ts';

const ours = /^(graphiql|onrecord):/;
/** What GraphiQL keeps of the tab that is open: it opens a new tab where this and the tabs do not agree. */
const partsOfTab = ['query', 'variables', 'headers'] as const;

/** Where GraphiQL keeps what it keeps between visits. No header is kept for longer than this window is open. */
export const pageStorage = {
  get length(): number {
    return localStorage.length;
  },
  getItem(key: string): string | null {
    if (key === tabsKey) return JSON.stringify(keptTabs());
    if (key === 'graphiql:shouldPersistHeaders') return 'true';
    const part = partOfTab(key);
    if (part === undefined) return localStorage.getItem(key);
    const { tabs, activeTabIndex } = keptTabs();
    return tabs[activeTabIndex]?.[part] ?? null;
  },
  setItem(key: string, value: string): void {
    if (key === tabsKey || partOfTab(key) !== undefined) return;
    localStorage.setItem(key, isHistory(key) ? withoutHeaders(value) : value);
  },
  removeItem(key: string): void {
    if (key !== tabsKey) localStorage.removeItem(key);
  },
  /** Forgets all of it, after whatever else is kept when a page is left, and begins anew. */
  clear(): void {
    addEventListener('pagehide', forget);
    location.reload();
  },
};

function forget(): void {
  for (const storage of [localStorage, sessionStorage])
    for (const key of Object.keys(storage)) if (ours.test(key)) storage.removeItem(key);
}

const partOfTab = (key: string) => partsOfTab.find((part) => key === `graphiql:${part}`);

const isHistory = (key: string) => key === 'graphiql:queries' || key === 'graphiql:favorites';

const withoutHeaders = (history: string): string =>
  JSON.stringify(JSON.parse(history), (key, value) => (key === 'headers' ? undefined : value));
