import { getBOMEncoding } from '@exodus/bytes/encoding.js';
import { Unreadable } from '../unreadable.ts';
import { characters, type Decoded, isUtf8, lostIn } from './characters.ts';
import { fits, isMostlyUtf8 } from './fitting.ts';
import { assertText } from './signatures.ts';
import { assertAligned, wideEncoding } from './wide.ts';

/** The characters of a plain text, with the mark that alone tells of its encoding. */
export function decodedText(bytes: Uint8Array): Decoded {
  return decoded(bytes, () => undefined);
}

/** Refuses an article that has lost a character of its title, or many of its text, and names the first byte. */
export function assertKept(
  { lost }: Decoded,
  { title, text }: { readonly title: string; readonly text: string },
): void {
  if (lost === undefined) return;
  if (title.includes('\ufffd')) throw new Unreadable(`the title has lost a character to ${lost}.`);
  if (lostIn(text) <= 1 + text.length / 500) return;
  throw new Unreadable(`many characters are lost, the first to ${lost}.`);
}

/**
 * The characters of bytes: by their mark; else as UTF-8 where they are that; else as they are declared; else in windows-1252. Where
 * they make no words in what is declared, nor in these two, they are refused, and the first of them is named.
 */
export function decoded(bytes: Uint8Array, declaration: () => string | undefined): Decoded {
  assertText(bytes);
  const mark = getBOMEncoding(bytes) ?? undefined;
  const wide = wideEncoding(bytes, mark);
  if (wide !== undefined) {
    assertAligned(bytes, wide);
    return characters(bytes, wide);
  }
  // No other encoding makes what is UTF-8 throughout by chance, so that no declaration is asked.
  const inUtf8 = isUtf8(bytes);
  if (inUtf8 && !bytes.includes(escapeByte)) return characters(bytes, 'utf-8');
  const declared = mark ?? declaration();
  if (inUtf8) return characters(bytes, declared === withEscapes ? declared : 'utf-8');
  return fitting(bytes, declared);
}

const escapeByte = 0x1b;
const withEscapes = 'iso-2022-jp';

/** As UTF-8 with bytes that are lost where it is mostly that; else in the first encoding whose letters make words. */
function fitting(bytes: Uint8Array, declared: string | undefined): Decoded {
  const inUtf8 = characters(bytes, 'utf-8');
  if (isMostlyUtf8(inUtf8.text, declared)) return inUtf8;
  const legacy = declared === undefined || declared === 'utf-8' ? [] : [declared];
  for (const encoding of [...legacy, 'windows-1252']) {
    const found = characters(bytes, encoding);
    if (!fits(found.text, encoding)) continue;
    if (declared === undefined || declared === encoding) return found;
    const note = `It is declared to be in ${declared}, and reads as ${encoding}.`;
    return { ...found, notes: [note, ...found.notes] };
  }
  const others = [...legacy, 'windows-1252'].join(' or ');
  throw new Unreadable(`it is not UTF-8, nor does it read as ${others}: ${inUtf8.lost}.`);
}
