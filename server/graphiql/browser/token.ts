import { useSyncExternalStore } from 'react';

/** What stands in the field for the token, and what is wrong with it. */
interface HeldToken {
  readonly typed: string;
  /** A sentence that names the field, or nothing. */
  readonly fault: string | null;
}

const key = 'onrecord:token';

/** What goes with a question by this token: nothing, where no header could hold it. */
export function authorization(): Record<string, string> {
  const token = tokenIn(held.typed);
  return token !== '' && isVisibleAscii(token) ? { authorization: `Bearer ${token}` } : {};
}

/** Takes a token as it was typed or pasted: alone, or with what stands before it in a header. It ends with the window. */
export function holdToken(typed: string): void {
  if (typed === '') sessionStorage.removeItem(key);
  else sessionStorage.setItem(key, typed);
  become({ typed, fault: formFault(typed) });
}

/** Takes what an answer has told of the token. A token that can't be sent was not the one that was judged. */
export function tellFault(told: string | null): void {
  const fault = formFault(held.typed) ?? told;
  if (fault !== held.fault) become({ ...held, fault });
}

export function useHeldToken(): HeldToken {
  return useSyncExternalStore(listen, () => held);
}

let held = heldBefore();
const listeners = new Set<() => void>();

function heldBefore(): HeldToken {
  const typed = sessionStorage.getItem(key) ?? '';
  return { typed, fault: formFault(typed) };
}

function tokenIn(typed: string): string {
  return typed
    .trim()
    .replace(/^["']|["',]+$/g, '')
    .replace(/^(authorization["']?\s*:\s*["']?)?(bearer(\s+|$))?/i, '');
}

function formFault(typed: string): string | null {
  return isVisibleAscii(tokenIn(typed))
    ? null
    : 'What stands in the field “Token” is no token: a token has no spaces, and no letters but a to z.';
}

function isVisibleAscii(text: string): boolean {
  return /^[\x21-\x7e]*$/.test(text);
}

function become(next: HeldToken): void {
  held = next;
  for (const listener of listeners) listener();
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
