import { Backup } from './backup.ts';
import { builder } from './builder.ts';
import { codedError } from './coded.ts';
import { refusedWith } from './mutation.ts';
import { roleFor } from './role.ts';

const BackUpRecordInput = builder.inputType('BackUpRecordInput', {
  description: 'Where the backup is to be.',
  fields: (t) => ({
    file: t.string({
      required: true,
      description: 'An absolute path on the machine of the server, where there is no file yet.',
    }),
  }),
});

builder.mutationField('backUpRecord', (t) =>
  t.field({
    type: Backup,
    description:
      'Copies the database file while it is served, examines the copy and puts its checksum beside it. Only for whoever asks through the socket beside the database: it writes files.',
    args: {
      input: t.arg({ type: BackUpRecordInput, required: true, description: 'What is asked.' }),
    },
    authScopes: { role: roleFor('backUpRecord') },
    errors: refusedWith('backUpRecord', []),
    resolve: (_root, { input: { file } }, { db, viewer, signal }) => {
      if (viewer === null || viewer.token !== null) {
        throw codedError('FORBIDDEN', 'A backup is made through the socket beside the database.');
      }
      return db.backUp(file, signal);
    },
  }),
);
