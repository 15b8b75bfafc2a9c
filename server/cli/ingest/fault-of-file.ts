import { StartupError } from '../../../db/file/startup-error.ts';
import { isDamage, isFull, StorageError } from '../../../db/read/storage-error.ts';
import { RecordError } from '../../../db/rules/errors.ts';
import { SettingRefused } from '../../setting-refused.ts';
import { FileRefused } from '../article-file.ts';
import { CommandFailed } from '../exit.ts';

/** Whether nothing more can be ingested after an error: the database or the server is not available, or refuses whoever asks. */
export function isOfTheRecord(error: unknown): boolean {
  if (error instanceof FileRefused) return false;
  return (
    error instanceof CommandFailed ||
    error instanceof StorageError ||
    error instanceof StartupError ||
    error instanceof SettingRefused ||
    isFull(error) ||
    isDamage(error)
  );
}

const longestFault = 500;

/** What is wrong with one article, in a sentence, whatever was thrown. */
export function faultOf(error: unknown): string {
  if (error instanceof FileRefused || error instanceof RecordError) return error.message;
  const [first = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  const because = first.slice(0, longestFault).replace(/[.\s]+$/, '');
  return `It cannot be read: ${because || 'the reader failed'}.`;
}
