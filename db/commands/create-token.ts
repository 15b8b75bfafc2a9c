import { createHash, randomBytes } from 'node:crypto';
import { InputInvalid } from '../rules/errors.ts';
import { optionalMoment, textField, type Unknown } from '../rules/field.ts';
import type { Role } from '../rules/vocabulary.ts';
import { tokens } from '../tables/token.ts';
import { insertRow } from '../write/insert.ts';
import type { Recorded, WriteTx } from '../write/transaction.ts';
import { newId } from './new-name.ts';

export interface CreateTokenInput {
  readonly name: string;
  readonly role: Role;
  /** SHA-256 of the token in hex, as `newToken` tells it. */
  readonly hash: string;
  readonly expiresAt?: Unknown<number>;
}

/** A new token, to be shown once, and the hash by which the record knows it. */
export function newToken(): { readonly token: string; readonly hash: string } {
  const token = `onr_${randomBytes(32).toString('base64url')}`;
  return { token, hash: createHash('sha256').update(token).digest('hex') };
}

/** Lets the bearer of a token do what its role may. The token itself never comes here. */
export async function createToken(tx: WriteTx, input: CreateTokenInput): Promise<Recorded> {
  const { role, hash } = input;
  const name = textField(input.name, ['name']);
  const expiresAt = optionalMoment(input.expiresAt, ['expiresAt']);
  if (!/^[0-9a-f]{64}$/.test(hash)) throw new InputInvalid('This is no hash of a token.', ['hash']);

  const at = tx.tick();
  const id = newId('token', at);
  const key = await insertRow(tx, tokens, {
    id,
    name,
    role,
    hash,
    recordedAt: at,
    expiresAt,
    lastUsedAt: null,
    revokedAt: null,
  });
  const seq = tx.append({
    type: 'TOKEN_CREATED',
    noun: 'token',
    subject: key,
    at,
    visibility: 'ADMINS',
    payload: { name, role },
  });
  return { noun: 'token', key, id, created: true, seq };
}
