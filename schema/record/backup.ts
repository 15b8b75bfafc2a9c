import type { BackupOnRecord } from '../../db/queries/status.ts';
import { builder } from '../builder.ts';

/** A backup that was made. */
export const Backup = builder.objectRef<BackupOnRecord>('Backup').implement({
  description: 'A copy of the database file that was made while it was served.',
  fields: (t) => ({
    file: t.exposeString('file', { description: 'Its path on the machine of the server.' }),
    at: t.expose('at', { type: 'DateTime', description: 'When it was made.' }),
    seq: t.exposeInt('seq', { description: 'The number of the last event that it holds.' }),
    bytes: t.exposeFloat('bytes', { description: 'How large it is.' }),
    sha256: t.exposeString('sha256', {
      description: 'SHA-256 of the file in hex, which stands beside it, too.',
    }),
  }),
});
