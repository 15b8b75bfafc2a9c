import { dayOf } from './date.ts';
import { InputInvalid } from './errors.ts';
import { cited } from './sentence.ts';

/**
 * Passes when `sha256` is a hash of that kind, in 64 lower-case hexadecimal digits.
 * @throws InputInvalid
 */
export function assertSha256(sha256: string, path: readonly string[]): void {
  if (!/^[0-9a-f]{64}$/.test(sha256)) {
    throw new InputInvalid(
      `${cited(sha256)} is not a SHA-256 hash in lower-case hexadecimal digits.`,
      path,
    );
  }
}

const dayMs = 86_400_000;

/**
 * Passes when the moment is on that day somewhere on earth: on its day in UTC, or on the one before or after. What is
 * unknown agrees with everything.
 * @throws InputInvalid
 */
export function assertDayOf(
  day: string | null,
  moment: number | null,
  path: readonly string[],
): void {
  if (day === null || moment === null) return;
  if ([-dayMs, 0, dayMs].some((apart) => dayOf(moment + apart) === day)) return;
  const at = new Date(moment).toISOString();
  throw new InputInvalid(`${at} is not on ${day} anywhere on earth.`, path);
}

/**
 * Passes when `url` is absolute, leads to the web and carries no password.
 * @throws InputInvalid
 */
export function assertUrl(url: string, path: readonly string[]): void {
  // The parser drops spaces and line ends without a word, and the record would keep them.
  if (!/^https?:\/\/[^\s/?#]\S*$/i.test(url) || !URL.canParse(url)) {
    throw new InputInvalid(`${cited(url)} is not an absolute http or https URL.`, path);
  }
  const { username, password } = new URL(url);
  if (username !== '' || password !== '') {
    throw new InputInvalid('A URL on record carries no user name and no password.', path);
  }
}
