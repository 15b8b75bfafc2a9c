import { subscribe } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Executor } from '../../schema/execute.ts';
import { endsWithReader } from '../subscription.ts';

/** Runs operations with our executor, and lets a subscription end as soon as its reader leaves. */
export function useExecutor(execute: Executor): Plugin {
  const subscribeWhileRead = endsWithReader(subscribe);
  return {
    onExecute({ setExecuteFn }) {
      setExecuteFn(execute);
    },
    onSubscribe({ setSubscribeFn }) {
      setSubscribeFn(subscribeWhileRead);
    },
  };
}
