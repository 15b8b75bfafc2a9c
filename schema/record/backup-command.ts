import type { BackupOnRecord } from '../../db/queries/status.ts';
import { builder } from '../builder.ts';
import { refusedWith } from '../changing/mutation.ts';
import { roleFor } from '../changing/role.ts';
import { codedError } from '../coded.ts';
import { Backup } from './backup.ts';

const BackUpRecordInput = builder.inputType('BackUpRecordInput', {
  description: 'Where the backup is to be.',
  fields: (t) => ({
    file: t.string({
      required: true,
      description: 'An absolute path on the machine of the server, where there is no file yet.',
    }),
  }),
});

const BackUpRecordPayload = builder
  .objectRef<{ readonly backup: BackupOnRecord }>('BackUpRecordPayload')
  .implement({
    description: 'What backUpRecord did.',
    fields: (t) => ({
      backup: t.expose('backup', { type: Backup, description: 'The backup that it made.' }),
    }),
  });

builder.mutationField('backUpRecord', (t) =>
  t.field({
    type: BackUpRecordPayload,
    description:
      'Copies the database file while it is served, examines the copy and puts its checksum beside it. Only for whoever asks through the socket beside the database: it writes files.',
    args: {
      input: t.arg({ type: BackUpRecordInput, required: true, description: 'What is asked.' }),
    },
    authScopes: { role: roleFor('backUpRecord') },
    errors: refusedWith('backUpRecord', []),
    resolve: async (_root, { input: { file } }, { cancellation, db, viewer }) => {
      if (viewer === null || viewer.token !== null) {
        throw codedError('FORBIDDEN', 'A backup is made through the socket beside the database.');
      }
      return { backup: await db.backUp(file, cancellation.signal) };
    },
  }),
);
