/**
 * The page of this server at that path as a document of its own, in which nothing runs: read by the browser, and never out
 * of a text of ours. Null where there is none now, or the signal falls.
 */
export function documentAt(path: string, signal: AbortSignal): Promise<Document | null> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const give = () => resolve(request.status === 200 ? request.responseXML : null);
    request.open('GET', path);
    request.responseType = 'document';
    // What a browser keeps for a while, it asks about again.
    request.setRequestHeader('cache-control', 'max-age=0');
    request.addEventListener('loadend', give);
    signal.addEventListener('abort', () => request.abort(), { once: true });
    if (signal.aborted) resolve(null);
    else request.send();
  });
}

/** What a page shows. */
export const contentOf = (page: Document): HTMLElement | null => page.querySelector('main');

/** Puts what another document shows in the place of what this one does. */
export function showContent(content: HTMLElement): void {
  contentOf(document)?.replaceChildren(...document.importNode(content, true).childNodes);
}
