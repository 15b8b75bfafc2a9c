import { isDeepStrictEqual } from 'node:util';
import { expected, type Found } from './found.ts';

const warnings: string[] = [];
for (const level of ['warn', 'error'] as const)
  console[level] = (...words: unknown[]) => void warnings.push(words.map(String).join(' '));
process.on('warning', ({ name, message }) => warnings.push(`${name}: ${message}`));

/** Where the record is asked, and with which token. */
export const { RECORD_URL: url = '', RECORD_TOKEN: token = '' } = process.env;

/** Notes what a page or a library has complained of. */
export function warn(warning: string): void {
  warnings.push(warning);
}

/** Tells what is not as it has to be, and ends: with 1 where there is any of it. */
export function report(found: Partial<Found>): never {
  const faults = Object.entries(expected).flatMap(([key, value]) => {
    const got = found[key as keyof Found];
    const isRight = isDeepStrictEqual(got, value);
    return isRight ? [] : [`${key}: ${JSON.stringify(got)} in place of ${JSON.stringify(value)}`];
  });
  for (const line of [...faults, ...warnings.map((warning) => `warned: ${warning}`)])
    process.stdout.write(`${line}\n`);
  process.exit(faults.length + warnings.length === 0 ? 0 : 1);
}
