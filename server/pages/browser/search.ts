import { documentAt, showContent } from './page-document.ts';
import { showZones } from './zones.ts';

const restMs = 250;

/**
 * Searches as one types: after a rest, what the form would answer is shown in the place of the page, under the address of
 * it.
 */
export function searchAsTyped(onShown: () => void): void {
  const field = document.querySelector<HTMLInputElement>('#q');
  if (!field) return;
  let asking = new AbortController();
  let rest: ReturnType<typeof setTimeout> | undefined;

  const ask = async (): Promise<void> => {
    const { signal } = asking;
    const words = field.value.trim();
    const path = words === '' ? '/' : `/?q=${encodeURIComponent(words)}`;
    const page = await documentAt(path, signal);
    if (!page || signal.aborted) return;
    showZones(page.content);
    showContent(page.content);
    document.title = page.title;
    history.replaceState(null, '', path);
    onShown();
  };
  field.addEventListener('input', () => {
    asking.abort();
    clearTimeout(rest);
    asking = new AbortController();
    rest = setTimeout(ask, restMs);
  });
}
