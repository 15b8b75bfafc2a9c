/** A page of this server. */
export interface OtherPage {
  readonly title: string;
  readonly content: HTMLElement;
}

/**
 * The page at that path as a document of its own, in which nothing runs: read by the browser, and never out of a text of
 * ours. Null where there is none now, or the signal falls.
 */
export function documentAt(path: string, signal: AbortSignal): Promise<OtherPage | null> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('GET', path);
    request.responseType = 'document';
    // What a browser keeps for a while, it asks about again.
    request.setRequestHeader('cache-control', 'max-age=0');
    request.addEventListener('loadend', () => {
      const page = request.status === 200 ? request.responseXML : null;
      const content = page?.querySelector('main');
      resolve(page && content ? { title: page.title, content } : null);
    });
    signal.addEventListener('abort', () => request.abort(), { once: true });
    if (signal.aborted) resolve(null);
    else request.send();
  });
}

const place = (): HTMLElement => document.querySelector('main') ?? document.body;

/** What the page shows now, apart from what happens to it. */
export const contentNow = (): HTMLElement => document.importNode(place(), true);

/** Puts what another page shows in the place of what this one does; what is alike stays, and what was unfolded is. */
export function showContent(content: HTMLElement): HTMLElement {
  const main = place();
  const former = [...main.children];
  const isOpen = new Set([...main.querySelectorAll('details[open]')].map(sectionOf));
  const pieces = [...document.importNode(content, true).childNodes].map(
    (piece) => former.find((each) => each.isEqualNode(piece)) ?? piece,
  );
  main.replaceChildren(...pieces);
  for (const details of main.querySelectorAll('details'))
    if (isOpen.has(sectionOf(details))) details.open = true;
  return main;
}

/** The name of the part of a page that something stands in. */
const sectionOf = (element: Element): string | null | undefined =>
  element.closest('section')?.getAttribute('aria-labelledby');
