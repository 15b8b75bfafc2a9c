import { createClient } from '@onrecord/sdk';
import { Client, cacheExchange, fetchExchange } from 'urql';

const url: string = import.meta.env.VITE_ONRECORD_URL ?? 'http://127.0.0.1:4000/graphql';

/** For what is live. */
export const record = createClient({ url });

/** For what is asked and answered: urql keeps it, and asks again when a mutation has changed it. */
export const graph = new Client({
  url,
  exchanges: [cacheExchange, fetchExchange],
  preferGetMethod: false,
});
