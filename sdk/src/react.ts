'use client';
import {
  createContext,
  createElement,
  type ReactElement,
  type ReactNode,
  useContext,
  useMemo,
  useSyncExternalStore,
} from 'react';
import type { Client } from './client.ts';
import type {
  ClaimData,
  ClaimsData,
  ClaimsVariables,
  ClaimVariables,
} from './generated/selections.ts';
import { type Shown, sourceOf, type Teller } from './shown.ts';

export type { Shown } from './shown.ts';

type ClaimsPage = ClaimsData['claims'];
type FeedName = 'claimAdded' | 'standingChanged' | 'recordEvents';
type FeedVariables<Name extends FeedName> = Omit<
  NonNullable<Parameters<Client[Name]>[0]>,
  'signal' | 'persist' | 'onState'
>;
type EventOf<Name extends FeedName> =
  ReturnType<Client[Name]> extends AsyncGenerator<infer Event extends { readonly cursor: string }>
    ? Event
    : never;

/**
 * What was read already, as by a server that prepared the page. It is shown at once.
 * @example const live = useLiveClaims({ filter: { status: 'DISPUTED' } }, { initial: page });
 */
export interface Initial<Value> {
  readonly initial?: Value | undefined;
}

const Clients = createContext<Client | undefined>(undefined);

/**
 * Gives a client to the hooks of everything in it.
 * @example <RecordProvider record={createClient({ url: '/graphql' })}><App /></RecordProvider>
 */
export function RecordProvider(props: {
  readonly record: Client;
  readonly children?: ReactNode;
}): ReactElement {
  return createElement(Clients.Provider, { value: props.record }, props.children);
}

/**
 * The client that was given.
 * @throws where there is no RecordProvider around
 * @example const record = useRecord();
 */
export function useRecord(): Client {
  const record = useContext(Clients);
  if (!record) throw new Error('There is no <RecordProvider record={…}> around this component.');
  return record;
}

/**
 * A page of claims, read once, and again when the variables are others.
 * @example const { data, error, reload } = useClaims({ filter: { status: 'DISPUTED' } });
 */
export function useClaims(
  variables: ClaimsVariables = {},
  { initial }: Initial<ClaimsPage> = {},
): Shown<ClaimsPage> {
  return useShown(variables, { initial, isEnough: true }, (record) => async ({ signal, show }) => {
    show(await record.claims({ ...variables, signal }));
  });
}

/**
 * A claim, read once, and again when another is asked for; null where it is not on record.
 * @example const { data: claim } = useClaim({ by: { slug: 'call-happened' } });
 */
export function useClaim(
  variables: ClaimVariables,
  { initial }: Initial<ClaimData['claim']> = {},
): Shown<ClaimData['claim']> {
  return useShown(variables, { initial, isEnough: true }, (record) => async ({ signal, show }) => {
    show(await record.claim({ ...variables, signal }));
  });
}

/**
 * A page of claims, and the page again at each change of the record that shows in it, for as long as the component is there.
 * @example const { data, state } = useLiveClaims({ filter: { status: 'DISPUTED' } }, { initial });
 */
export function useLiveClaims(
  variables: ClaimsVariables = {},
  { initial }: Initial<ClaimsPage> = {},
): Shown<ClaimsPage> {
  return useShown(variables, { initial }, (record) => async ({ signal, show, tell }) => {
    for await (const page of record.claims.live({ ...variables, signal, onState: tell }))
      show(page);
  });
}

/**
 * A claim, and again at each change of it, its standing included, for as long as the component is there; null where it is not
 * on record.
 * @example const { data: claim, state } = useLiveClaim({ by: { slug: 'call-happened' } }, { initial });
 */
export function useLiveClaim(
  variables: ClaimVariables,
  { initial }: Initial<ClaimData['claim']> = {},
): Shown<ClaimData['claim']> {
  return useShown(variables, { initial }, (record) => async ({ signal, show, tell }) => {
    for await (const claim of record.claim.live({ ...variables, signal, onState: tell }))
      show(claim);
  });
}

/**
 * The last events of a feed, the newest first: `claimAdded`, `standingChanged` or `recordEvents`. It keeps 50 unless told.
 * @example const { data: events = [] } = useFeed('claimAdded', { filter: { kind: 'FACT' } }, { keep: 20 });
 */
export function useFeed<Name extends FeedName>(
  name: Name,
  variables?: FeedVariables<Name>,
  { keep = 50 }: { readonly keep?: number } = {},
): Shown<readonly EventOf<Name>[]> {
  return useShown([name, variables, keep], {}, (record) => {
    let after = variables?.after;
    let events: readonly EventOf<Name>[] = [];
    return async ({ signal, show, tell }) => {
      const feed = record[name] as (options: object) => AsyncIterable<EventOf<Name>>;
      for await (const event of feed({ ...variables, after, signal, onState: tell })) {
        after = event.cursor;
        events = [event, ...events].slice(0, keep);
        show(events);
      }
    };
  });
}

/** Shows what a source tells that is made anew where the client or the value of the variables is another. */
function useShown<Value>(
  variables: unknown,
  { initial, isEnough = false }: Initial<Value> & { readonly isEnough?: boolean },
  make: (record: Client) => (teller: Teller<Value>) => Promise<void>,
): Shown<Value> {
  const record = useRecord();
  const key = JSON.stringify(variables);
  // What was read already was read of the variables that it came with.
  const keyOfInitial = useMemo(() => key, [initial]);
  const source = useMemo(() => {
    const known = key === keyOfInitial ? initial : undefined;
    return sourceOf(make(record), { initial: known, isEnough });
  }, [record, key, keyOfInitial]);
  return useSyncExternalStore(source.subscribe, source.get, source.first);
}
