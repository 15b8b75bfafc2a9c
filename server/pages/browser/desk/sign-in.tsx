import { useEffect, useState } from 'preact/hooks';
import { TextField } from './choice.tsx';
import type { Desk } from './desk.ts';
import type { Session } from './desk-state.ts';
import { Dialog } from './dialogs.tsx';
import { words } from './words.ts';

interface SignInProps {
  readonly desk: Desk;
  readonly session: Session;
  readonly begin: (token: string) => Promise<void>;
}

/** Asks for a token: at the start, and where it is taken no more, over what was typed. */
export function SignIn({ begin, desk, session }: SignInProps) {
  const [token, setToken] = useState('');
  useEffect(() => {
    document.getElementById('token')?.focus();
  }, []);
  const onSubmit = (event: Event): void => {
    event.preventDefault();
    begin(token).catch((error) => desk.fail(error));
  };
  const form = (
    <form class="sign-in" onSubmit={onSubmit} aria-label={words.signIn}>
      <TextField
        label={words.token}
        type="password"
        inputId="token"
        value={token}
        onChange={setToken}
        required
      />
      <button type="submit">{words.signIn}</button>
      <p>
        <small>{session.kind === 'ended' ? words.ended : words.tokenLead}</small>
      </p>
    </form>
  );
  if (session.kind === 'out') return form;
  return <Dialog title={words.signIn}>{form}</Dialog>;
}
