import { Unreadable } from '../unreadable.ts';

/** How files begin that are no text, whatever their name says. */
const signatures: readonly (readonly [kind: string, beginning: string])[] = [
  ['compressed by gzip', '\x1f\x8b'],
  ['compressed by zstd', '\x28\xb5\x2f\xfd'],
  ['a PDF', '%PDF-'],
  ['a zip archive, or a document in one', 'PK\x03\x04'],
  ['a document of an old office program', '\xd0\xcf\x11\xe0'],
  ['a document in RTF', '{\\rtf'],
  ['a picture', '\x89PNG'],
  ['a picture', '\xff\xd8\xff'],
  ['a picture', 'GIF8'],
  ['a program', '\x7fELF'],
];

/** Refuses what begins as a file of a kind that holds no text to read. */
export function assertText(bytes: Uint8Array): void {
  const beginning = String.fromCharCode(...bytes.subarray(0, 8));
  const found = signatures.find(([, signature]) => beginning.startsWith(signature));
  if (found !== undefined) throw new Unreadable(`this is ${found[0]}, and no text.`);
}
