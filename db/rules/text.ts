import { TextInvalid } from './errors.ts';

/** The most bytes of UTF-8 that an article's text may take. */
export const articleTextMax = 1_048_576;

/** The most bytes of UTF-8 that any other field may take. */
export const fieldTextMax = 20_000;

/**
 * Passes when `value` can be kept letter for letter, says something and takes at most `max` bytes of UTF-8.
 * @throws TextInvalid
 */
export function assertText(
  value: string,
  {
    max,
    path,
    allowEmpty = false,
  }: {
    readonly max: number;
    readonly path: readonly string[];
    readonly allowEmpty?: boolean;
  },
): void {
  // What most texts are by far, and soon seen.
  if (value.length <= max && plainAscii.test(value) && inkOfAscii.test(value)) return;
  const name = path.at(-1) ?? 'text';
  if (value.includes('\0')) {
    throw new TextInvalid({ reason: 'NUL', because: `The ${name} holds a NUL character.` }, path);
  }
  if (/\p{Surrogate}/u.test(value)) {
    const because = `The ${name} holds half of a surrogate pair.`;
    throw new TextInvalid({ reason: 'LONE_SURROGATE', because }, path);
  }
  if (!allowEmpty && isBlank(value)) {
    throw new TextInvalid({ reason: 'EMPTY', because: `The ${name} is empty.` }, path);
  }
  if (bytesOf(value) > max) {
    const because = `The ${name} is longer than ${max} bytes of UTF-8.`;
    throw new TextInvalid({ reason: 'TOO_LONG', because }, path);
  }
}

const plainAscii = /^[\t\n\r\x20-\x7e]*$/;
const inkOfAscii = /[\x21-\x7e]/;

/** Whether nothing in it can be seen: spaces, line ends and invisible format characters. */
function isBlank(value: string): boolean {
  return !/[^\s\p{Cf}]/u.test(value);
}

function bytesOf(value: string): number {
  let bytes = 0;
  for (let i = 0; i < value.length; i += 1) {
    const unit = value.charCodeAt(i);
    if (unit < 0x80) bytes += 1;
    else if (unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff)) bytes += 2;
    else bytes += 3;
  }
  return bytes;
}
