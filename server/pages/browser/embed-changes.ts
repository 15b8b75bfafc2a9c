import type { Asking } from './embed-asking.ts';
import type { EmbedChangesData } from './generated/embed-documents.ts';

/** When a record is asked again that tells no changes now. */
const againMs = 60_000;

/** Hears of changes between its beginning and its end, while the page is seen. */
export interface Changes {
  begin(): void;
  end(): void;
}

/**
 * Tells the ids of claims that something happened to; nothing, where any may have changed meanwhile. One stream for all claims of
 * a page, which the browser takes up again where it broke off.
 */
export function hearChanges(
  { changesAddress }: Asking,
  tell: (claims?: readonly string[]) => void,
): Changes {
  let stream: EventSource | undefined;
  let isWanted = false;
  let again: ReturnType<typeof setTimeout> | undefined;

  const close = (): void => {
    clearTimeout(again);
    stream?.close();
    stream = undefined;
  };
  const open = (): void => {
    close();
    if (!isWanted || document.visibilityState === 'hidden') return;
    const source = new EventSource(changesAddress);
    stream = source;
    let hasBegun = false;
    source.addEventListener('next', ({ data }) => {
      // What was written before the stream began was perhaps not read.
      tell(hasBegun ? claimsIn(data) : undefined);
      hasBegun = true;
    });
    // A server that is stopping says so.
    source.addEventListener('complete', () => wait(1_000));
    source.addEventListener('error', () => {
      if (source.readyState === EventSource.CLOSED) wait(hasBegun ? 2_000 : againMs);
    });
  };
  const wait = (ms: number): void => {
    close();
    again = setTimeout(
      () => {
        tell();
        open();
      },
      ms * (0.75 + Math.random() / 2),
    );
  };
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') tell();
    open();
  });
  return {
    begin() {
      if (isWanted) return;
      isWanted = true;
      open();
    },
    end() {
      isWanted = false;
      close();
    },
  };
}

/** The claims of an event; none at a checkpoint, and any where what happened is seen in many. */
function claimsIn(text: string): readonly string[] | undefined {
  const { data }: { readonly data?: EmbedChangesData } = JSON.parse(text);
  const { claims = [], type } = data?.recordEvents ?? {};
  return type && claims.length === 0 ? undefined : claims;
}
