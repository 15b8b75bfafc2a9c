import { useSchemaStore } from '@graphiql/react';
import { type ChangeEvent, createElement, useEffect, useRef } from 'react';
import { checkToken } from './ask.ts';
import { prepared } from './prepared.ts';
import { holdToken, useHeldToken } from './token.ts';

/** How long nobody types before the token is tried out. */
const typingMs = 400;

/** The field for the token, and what is wrong with the token. */
export function TokenField() {
  const { typed, fault } = useHeldToken();
  useTrial(typed);
  const field = {
    id: 'token',
    type: 'password',
    autoComplete: 'off',
    spellCheck: false,
    placeholder: 'onr_… to write, and to see what editors see',
    value: typed,
    'aria-invalid': fault !== null,
    'aria-describedby': 'token-fault',
    onChange: (event: ChangeEvent<HTMLInputElement>) => holdToken(event.target.value),
  };
  const onClick = () => holdToken('');
  return createElement(
    'header',
    { className: 'token-bar' },
    createElement('label', { htmlFor: field.id }, 'Token'),
    createElement('input', field),
    createElement('button', { type: 'button', disabled: typed === '', onClick }, 'Clear token'),
    createElement('output', { id: 'token-fault', htmlFor: field.id }, fault),
  );
}

/** Tries a token out when it has been put in: by asking for the schema, where that needs one. */
function useTrial(typed: string): void {
  const { introspect } = useSchemaStore();
  const tried = useRef(typed);
  useEffect(() => {
    if (tried.current === typed) return;
    const timer = setTimeout(() => {
      tried.current = typed;
      if (prepared.schema === null) void introspect();
      else if (typed !== '') void checkToken();
    }, typingMs);
    return () => clearTimeout(timer);
  }, [typed, introspect]);
}
