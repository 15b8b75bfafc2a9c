import * as z from 'zod';
import { limitsAllowed, limitsIn } from './limits/limits.ts';

// What a setting can hold: what is allowed stands in the message of its refusal.

export function host() {
  return z.string().regex(/^[\w.:-]+$/, 'a host name or an IP address');
}

export function wholeNumber(least: number, most: number) {
  const error = `a whole number from ${least} to ${most}`;
  return z
    .string()
    .regex(/^\d{1,9}$/, error)
    .transform(Number)
    .pipe(z.number().min(least, error).max(most, error));
}

export function trueOrFalse() {
  return oneOf('true', 'false').transform((word) => word === 'true');
}

export function oneOf<const Words extends readonly string[]>(...words: Words) {
  return z.enum(words, words.join(', '));
}

export function list() {
  return z
    .string()
    .transform((list) =>
      list
        .split(',')
        .map((entry) => entry.trim())
        .filter(Boolean),
    )
    .readonly();
}

export function origins() {
  const error = 'a list of origins like https://news.example, separated by commas, or *';
  return list()
    .pipe(z.array(z.string().refine((origin) => origin === '*' || isOrigin(origin), error)))
    .readonly();
}

/** Origins, or the word for none of them. */
export function originsOrNone() {
  const error = 'a list of origins like https://news.example, separated by commas, * or none';
  return list()
    .transform((entries) => (entries.join() === 'none' ? [] : entries))
    .pipe(z.array(z.string().refine((origin) => origin === '*' || isOrigin(origin), error)))
    .readonly();
}

export function limits() {
  return z.string().transform((list, { addIssue }) => {
    const found = limitsIn(list);
    if (found === null) addIssue(limitsAllowed);
    return found ?? z.NEVER;
  });
}

export const publicAddressAllowed =
  'https://record.example, where the server is found from outside, with no path';

export function publicAddress() {
  return z.string().refine(isOrigin, publicAddressAllowed);
}

export function contact() {
  const error = 'an https: or mailto: address at which corrections are asked for';
  return z
    .string()
    .refine((url) => URL.canParse(url) && /^(https?|mailto):$/.test(new URL(url).protocol), error);
}

export function isPlainAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password, search, hash } = new URL(text);
  return /^https?:$/.test(protocol) && username + password + search + hash === '';
}

function isOrigin(text: string): boolean {
  return (
    URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).origin === text
  );
}
