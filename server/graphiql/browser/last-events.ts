import type { ExecutionResult } from 'graphql';

/** How many answers of a subscription are shown. */
const kept = 50;
/** However fast answers come, the list of them is shown some twenty times a second. */
const pauseMs = 50;

interface Sink<Answer> {
  next(answer: Answer): void;
  error(error: unknown): void;
  complete(): void;
}

/** Prints as the list that it holds; GraphiQL would take a bare list for the parts of one answer. */
type Printed = ExecutionResult & { toJSON(): readonly ExecutionResult[] };

/** The last answers of a subscription, the newest first, again whenever there are more. What ends it is one of them. */
export function lastEvents(
  subscribe: (sink: Sink<ExecutionResult>) => () => void,
  answerFor: (error: unknown) => Promise<ExecutionResult>,
) {
  return {
    subscribe(observer: Sink<Printed>) {
      let list: readonly ExecutionResult[] = [];
      let timer: ReturnType<typeof setTimeout> | undefined;
      const show = () => {
        timer = undefined;
        const shown = list;
        observer.next({ toJSON: () => shown });
      };
      const next = (answer: ExecutionResult) => {
        list = [answer, ...list].slice(0, kept);
        timer ??= setTimeout(show, pauseMs);
      };
      const complete = () => {
        clearTimeout(timer);
        show();
        observer.complete();
      };
      const error = async (cause: unknown) => {
        next(await answerFor(cause));
        complete();
      };
      const stop = subscribe({ next, error, complete });
      return {
        unsubscribe() {
          clearTimeout(timer);
          stop();
        },
      };
    },
  };
}
