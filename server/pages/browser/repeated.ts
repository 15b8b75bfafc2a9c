const shortestMs = 500;
const longestMs = 16_000;

/**
 * Does a task at once, and once more for all calls that come while it is done or waits. Between two there is a while, which
 * grows where they come without end.
 */
export function repeated(task: () => Promise<void>): () => void {
  let isBusy = false;
  let isWanted = false;
  let waitMs = shortestMs;

  const run = async (): Promise<void> => {
    isBusy = true;
    while (isWanted) {
      isWanted = false;
      await task();
      await new Promise((resolve) => setTimeout(resolve, waitMs));
      waitMs = isWanted ? Math.min(waitMs * 2, longestMs) : shortestMs;
    }
    isBusy = false;
  };
  return () => {
    isWanted = true;
    if (!isBusy) void run();
  };
}
