import { lostIn } from './characters.ts';

/** Whether what was read as UTF-8 is that but for some bytes. Next to none of another encoding is UTF-8 by chance. */
export function isMostlyUtf8(text: string, declared: string | undefined): boolean {
  const lost = lostIn(text);
  const kept = countOf(text, /[^\p{ASCII}\ufffd]/gu);
  return kept > lost || (kept === lost && (declared === undefined || declared === 'utf-8'));
}

/** Whether a text makes words in this encoding. */
export function fits(text: string, encoding: string): boolean {
  const lost = lostIn(text);
  if (lost > 1 + countOf(text, /\P{ASCII}/gu) / 20) return false;
  if (encoding !== 'windows-1252') {
    // Letters of another script stand side by side; where they are a misread é, alone between Latin ones.
    const foreign = countOf(text, /(?!\p{Script=Latin})\p{L}/gu);
    return 2 * countOf(text, alone('(?!\\p{Script=Latin})\\p{L}')) <= foreign;
  }
  // An é stands alone between letters of ASCII; those of a misread script stand side by side.
  return 2 * countOf(text, alone(accented)) >= countOf(text, new RegExp(accented, 'gu'));
}

/** All beyond ASCII but the marks that newspapers set, which stand beside anything. */
const accented = '[^\\p{ASCII}\ufffd\u00a0“”‘’«»–—…•·€£©®™]';

const alone = (letter: string): RegExp => new RegExp(`(?<!${letter})${letter}(?!${letter})`, 'gu');

function countOf(text: string, found: RegExp): number {
  return text.match(found)?.length ?? 0;
}
