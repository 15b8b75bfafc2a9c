import { createToken, newToken } from '../../db/commands/create-token.ts';
import { revokeToken } from '../../db/commands/revoke-token.ts';
import { tokensByKey } from '../../db/queries/token.ts';
import { AlreadyWithdrawn } from '../../db/rules/errors.ts';
import type { Recorded } from '../../db/write/write.ts';
import { builder } from '../builder.ts';
import {
  authorOf,
  eventCursor,
  idempotencyKey,
  ifUnchangedSince,
  readBack,
  recordMutation,
  refusedWith,
} from '../changing/mutation.ts';
import { Ref } from '../changing/ref.ts';
import { mutationFor } from '../changing/role.ts';
import { Token } from '../objects.ts';
import { Role } from './token.ts';

const token = {
  field: 'token',
  description: 'The token, as it is now on record.',
  type: Token,
  byKey: tokensByKey,
};

/** A token that was created, with what nobody will be told again. */
interface Created extends Recorded {
  readonly secret: string;
}

const CreateTokenPayload = builder.objectRef<Created>('CreateTokenPayload').implement({
  description: 'What createToken did.',
  fields: (t) => ({
    token: t.field(readBack(token)),
    secret: t.exposeString('secret', {
      description: 'What is sent as `Authorization: Bearer …`. Told now and never again.',
    }),
    created: t.exposeBoolean('created', { description: 'True: each token is a new one.' }),
    cursor: t.string(eventCursor),
  }),
});

const CreateTokenInput = builder.inputType('CreateTokenInput', {
  description: 'A token. It takes no key to repeat it with, since its secret is told only once.',
  fields: (t) => ({
    name: t.string({ required: true, description: 'Who or what will hold it.' }),
    role: t.field({ type: Role, required: true, description: 'What it allows.' }),
    expiresAt: t.field({
      type: 'DateTime',
      description: 'When it ends by itself; never, unless given.',
    }),
  }),
});

builder.mutationField('createToken', (t) =>
  t.field({
    type: CreateTokenPayload,
    ...mutationFor('createToken', 'Creates a token and tells its secret, once.'),
    args: {
      input: t.arg({ type: CreateTokenInput, required: true, description: 'What is asked.' }),
    },
    errors: refusedWith('createToken', []),
    resolve: async (_root, { input: asked }, { db, viewer }) => {
      const { token: secret, hash } = newToken();
      const input = { ...asked, hash };
      const request = { author: authorOf(viewer), command: 'createToken', input };
      return { ...(await db.write(request, (tx) => createToken(tx, input))), secret };
    },
  }),
);

recordMutation('revokeToken', {
  description: 'Ends what a token allows, from the next request on.',
  thing: token,
  input: builder.inputType('RevokeTokenInput', {
    description: 'Which token.',
    fields: (t) => ({
      token: t.field({ type: Ref, required: true, description: 'The token, by its id.' }),
      ifUnchangedSince: ifUnchangedSince(t),
      idempotencyKey: idempotencyKey(t),
    }),
  }),
  command: revokeToken,
  refusals: [AlreadyWithdrawn],
});
