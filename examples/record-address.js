import { createClient } from '@onrecord/sdk';

// A link may name any address: a token is kept for the one that it was typed for, and sent nowhere else.
export const named =
  new URLSearchParams(location.search).get('url') ?? 'http://127.0.0.1:4000/graphql';
const address = URL.canParse(named) ? new URL(named) : null;

/** The address of the record; null where the link names none. */
export const url = /^https?:$/.test(address?.protocol) ? address.origin + address.pathname : null;

const place = `token of ${url}`;
export const token = () => sessionStorage.getItem(place) ?? '';

/** @param {string} typed */
export const keepToken = (typed) => sessionStorage.setItem(place, typed);

export const record = createClient({
  url: url ?? location.origin,
  token,
  fetch: (input, init) => fetch(input, { ...init, redirect: 'error' }),
});
