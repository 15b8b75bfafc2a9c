import { builder } from '../builder.ts';
import type { Viewer as Holder } from '../context.ts';
import { Token } from '../objects.ts';
import { Node } from '../reading/node.ts';

export const Role = builder.enumType('Role', {
  description: 'What a token allows. Each role allows what the ones before it do.',
  values: {
    READER: { description: 'Reads what everyone may read, also where strangers may read nothing.' },
    EDITOR: { description: 'Sees drafts, reasons and texts as well; records and corrects.' },
    REVIEWER: { description: 'Judges drafts and merges of actors as well.' },
    ADMIN: { description: 'Everything.' },
  } as const,
});

/** The name and the role under which something was done. */
Token.implement({
  description: 'A right to use this record under a name. The secret itself is never told again.',
  interfaces: [Node],
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Who or what holds it.' }),
    role: t.expose('role', { type: Role, description: 'What it allows.' }),
    recordedAt: t.expose('recordedAt', { type: 'DateTime', description: 'When it was created.' }),
    expiresAt: t.expose('expiresAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it ends by itself, if ever.',
    }),
    lastUsedAt: t.expose('lastUsedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was last used, as far as is kept; null where it never was.',
    }),
    revokedAt: t.expose('revokedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was revoked; null while it holds.',
    }),
  }),
});

const Viewer = builder.objectRef<Holder>('Viewer').implement({
  description: 'Whoever asks, by the token that they ask with.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'The name of the token.' }),
    role: t.expose('role', { type: Role, description: 'What the token allows.' }),
  }),
});

builder.queryField('viewer', (t) =>
  t.field({
    type: Viewer,
    nullable: true,
    description: 'Who you are; null for a stranger, who asks without a token.',
    resolve: (_root, _args, { viewer }) => viewer,
  }),
);
