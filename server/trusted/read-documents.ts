import { schema } from '../../schema/schema.ts';
import type { Limits } from '../limits/limits.ts';
import { createReading } from '../plugins/use-document-limits.ts';
import { readManifest, type TrustedDocument } from './manifest.ts';

/**
 * The documents of manifests, each of which this server can answer within its limits.
 * @throws ManifestRefused
 */
export async function readDocuments(
  files: readonly string[],
  limits: Limits,
): Promise<readonly TrustedDocument[]> {
  const { parse, validate } = createReading(limits);
  const faultIn = (text: string): string | null => {
    try {
      const [fault] = validate(schema, parse(text));
      return fault?.message ?? null;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  };
  const read = await Promise.all(files.map((file) => readManifest(file, faultIn)));
  return read.flat();
}
