import { InputInvalid } from './errors.ts';
import { cited } from './sentence.ts';

const languageTag =
  /^[a-z]{2,3}(-[a-z]{3}){0,3}(-[a-z]{4})?(-([a-z]{2}|\d{3}))?(-([a-z0-9]{5,8}|\d[a-z0-9]{3}))*(-[a-wyz0-9](-[a-z0-9]{2,8})+)*(-x(-[a-z0-9]{1,8})+)?$/i;

/**
 * Passes when `tag` is a language tag as BCP 47 writes them, with a language of two or three letters: `en`, `pt-BR`.
 * @throws InputInvalid
 */
export function assertLanguage(tag: string, path: readonly string[]): void {
  if (tag.length > 35 || !languageTag.test(tag)) {
    throw new InputInvalid(`${cited(tag)} is not a language tag such as en or pt-BR.`, path);
  }
}

/** Whether two tags name one language, whatever they say of a region or a script: `pt` and `pt-BR`. */
export function isOneLanguage(one: string, other: string): boolean {
  return primary(one) === primary(other);
}

function primary(tag: string): string {
  return tag.toLowerCase().split('-', 1)[0] ?? '';
}
