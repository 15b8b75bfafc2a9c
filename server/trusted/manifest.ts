import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import * as z from 'zod';

/** A document that may be asked for by its hash. */
export interface TrustedDocument {
  /** The SHA-256 of its text, in hex. */
  readonly id: string;
  readonly body: string;
}

/** A file that is no manifest, or holds a document that cannot be asked. */
export class ManifestRefused extends Error {
  constructor(file: string, place: string, expected: string) {
    super(`${file}${place === '' ? '' : `, ${place}`}: ${expected}`);
    this.name = 'ManifestRefused';
  }
}

const format = 'apollo-persisted-query-manifest';
const manifest = z.object(
  {
    format: z.literal(format, `expected is "${format}".`),
    version: z.literal(1, 'expected is 1.'),
    operations: z.array(
      z.object(
        {
          id: z.string('expected is the SHA-256 of the body, in hex.'),
          body: z.string('expected is the text of an operation.'),
        },
        'expected is an object with id and body.',
      ),
      'expected is a list of operations.',
    ),
  },
  `expected is an object with format "${format}", version 1 and operations.`,
);

export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * The documents of a manifest, as Apollo's tools write it. `faultIn` tells what is wrong with a text, if anything is.
 * @throws ManifestRefused
 */
export async function readManifest(
  file: string,
  faultIn: (text: string) => string | null,
): Promise<readonly TrustedDocument[]> {
  const text = await readFile(file, 'utf8').catch((error: Error) => {
    throw new ManifestRefused(file, '', `it cannot be read: ${error.message}`);
  });
  const documents = manifestIn(text, file);
  for (const [place, { body, id }] of documents.entries()) {
    const at = `operations[${place}]`;
    const hash = hashOf(body);
    if (id !== hash)
      throw new ManifestRefused(
        file,
        `${at}.id`,
        `expected is the SHA-256 of the body, in hex, which is ${hash}.`,
      );
    const fault = faultIn(body);
    if (fault !== null)
      throw new ManifestRefused(
        file,
        `${at}.body`,
        `expected is an operation that this server can answer. ${fault}`,
      );
  }
  return documents;
}

function manifestIn(text: string, file: string): readonly TrustedDocument[] {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new ManifestRefused(file, '', 'expected is JSON.');
  }
  const read = manifest.safeParse(json);
  if (read.success) return read.data.operations;
  const { message = '', path = [] } = read.error.issues[0] ?? {};
  throw new ManifestRefused(file, placeOf(path), message);
}

/** `operations[3].id` */
function placeOf(path: readonly PropertyKey[]): string {
  return path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .slice(1);
}
