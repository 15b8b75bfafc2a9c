import type { TabsState } from '@graphiql/react';
import { prepared } from './prepared.ts';

/** Where GraphiQL looks for its tabs. */
export const tabsKey = 'graphiql:tabState';
const headersKey = 'onrecord:headers';
const noHeaders = '{}';

/**
 * Tabs are kept for the next visit, and their headers for this window alone: a token may be among them. Where the browser
 * has no room for them, they are not kept.
 */
export function keepTabs({ activeTabIndex, tabs }: TabsState): void {
  const headers = Object.fromEntries(tabs.map(({ id, headers }) => [id, headers]));
  // A tab's hash is all that stands in it.
  const rest = tabs.map((tab) => ({ ...tab, hash: '', headers: null, response: null }));
  try {
    sessionStorage.setItem(headersKey, JSON.stringify(headers));
    localStorage.setItem(tabsKey, JSON.stringify({ activeTabIndex, tabs: rest }));
  } catch {}
}

/** The tabs as they were left, or those that the server has prepared. */
export function keptTabs(): TabsState {
  const { activeTabIndex, tabs } = stored<TabsState>(localStorage, tabsKey) ?? {};
  if (!Array.isArray(tabs) || tabs[activeTabIndex ?? -1] === undefined) return preparedTabs();
  const headers = stored<Record<string, string | null>>(sessionStorage, headersKey) ?? {};
  return {
    activeTabIndex: activeTabIndex ?? 0,
    tabs: tabs.map((tab) => ({ ...tab, headers: headers[tab.id] ?? noHeaders })),
  };
}

function preparedTabs(): TabsState {
  const tabs = prepared.documents.map((query, index) => tabFor(`prepared-${index}`, query));
  return { activeTabIndex: 0, tabs };
}

/** A tab with this document, under the name of its operation. */
export function tabFor(id: string, query: string): TabsState['tabs'][number] {
  const operationName = /^(?:query|mutation|subscription) (\w+)/m.exec(query)?.[1] ?? null;
  return {
    id,
    hash: '',
    title: operationName ?? '<untitled>',
    query,
    variables: '{}',
    headers: noHeaders,
    operationName,
    response: null,
  };
}

/** What is stored by this name, or nothing where it was no JSON: other programs of this origin write there, too. */
function stored<Value>(storage: Storage, key: string): Partial<Value> | null {
  try {
    return JSON.parse(storage.getItem(key) ?? 'null');
  } catch {
    return null;
  }
}
