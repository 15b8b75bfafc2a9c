import { type Connection, connect } from '../../../../sdk/src/generated/operations.ts';

// Of this origin alone, and gone with the tab.
const place = 'onrecord desk token';

export const tokenKept = (): string => sessionStorage.getItem(place) ?? '';

export function keepToken(token: string): void {
  sessionStorage.setItem(place, token);
}

export function forgetToken(): void {
  sessionStorage.removeItem(place);
}

/** The record of the server that the desk came from: a token goes nowhere else. */
export const recordHere = (token: string): Connection =>
  connect({ url: `${location.origin}/graphql`, token });
