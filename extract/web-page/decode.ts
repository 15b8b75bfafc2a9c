import type { Decoded } from '../encoding/characters.ts';
import { decoded } from '../encoding/decoded.ts';
import { declaredEncoding, encodingOf } from './declared-encoding.ts';

/** What came with a page. */
export interface Transport {
  /** The charset of its `Content-Type`. */
  readonly charset?: string | undefined;
  /** Where it was found, where that is known. */
  readonly address?: string | undefined;
}

/** The characters of a page without a mark before them; it is declared to be in what its transport says, else in what the page says itself. */
export function decodedPage(bytes: Uint8Array, { charset }: Transport = {}): Decoded {
  const found = decoded(bytes, () => encodingOf(charset) ?? declaredEncoding(bytes));
  return { ...found, text: found.text.replace(/^\ufeff/u, '') };
}
