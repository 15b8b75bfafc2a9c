import { assertUrl } from './article.ts';
import { assertDate } from './date.ts';
import { InputInvalid, RecordError } from './errors.ts';
import { assertLanguage } from './language.ts';
import type { Path } from './reference.ts';
import { assertText, fieldTextMax } from './text.ts';

/** A value that may be unknown; null and undefined say the same. */
export type Unknown<T> = T | null | undefined;

/** Why something was withdrawn, revoked or erased before it came here. */
export type Because = Unknown<{ readonly reason: string }>;

const listMax = 200;

/**
 * Reads every field, those behind a refused one too.
 * @throws RecordError the first refusal, with the others beside it
 */
export function eachField<T extends object>(
  fields: { readonly [Key in keyof T]: () => T[Key] },
): T {
  const refusals: RecordError[] = [];
  const values: Partial<T> = {};
  for (const key in fields) {
    readInto(refusals, () => {
      values[key] = fields[key]();
    });
  }
  throwAny(refusals);
  return values as T; // each key has its value, as nothing was refused
}

/** Reads every one of a list, as `eachField` does. */
export function eachOf<From, To>(
  list: readonly From[],
  read: (one: From, index: number) => To,
): To[] {
  const refusals: RecordError[] = [];
  const values: To[] = [];
  for (const [index, one] of list.entries()) {
    readInto(refusals, () => {
      values.push(read(one, index));
    });
  }
  throwAny(refusals);
  return values;
}

function readInto(refusals: RecordError[], read: () => void): void {
  try {
    read();
  } catch (error) {
    if (!(error instanceof RecordError)) throw error;
    refusals.push(error, ...error.others);
  }
}

/** @throws RecordError the first, with the others beside it */
function throwAny([first, ...others]: readonly RecordError[]): void {
  if (first === undefined) return;
  first.others = others;
  throw first;
}

/** Reads a value that is given; undefined is left alone. */
export function ifGiven<T, R>(value: T | undefined, read: (value: T) => R): R | undefined {
  return value === undefined ? undefined : read(value);
}

export function textField(value: string, path: Path, max = fieldTextMax): string {
  assertText(value, { max, path });
  return value;
}

export function optionalText(value: Unknown<string>, path: Path): string | null {
  return value === undefined || value === null ? null : textField(value, path);
}

/** Texts in the order given; none where they are unknown. */
export function textList(values: Unknown<readonly string[]>, path: Path): readonly string[] {
  const list = listOf(values, path);
  for (const [index, value] of list.entries()) textField(value, [...path, String(index)]);
  return list;
}

/** What is given, unless there is too much of it; nothing where it is unknown. */
export function listOf<T>(values: Unknown<readonly T[]>, path: Path): readonly T[] {
  const list = values ?? [];
  if (list.length > listMax) {
    throw new InputInvalid(`There are more than ${listMax} of them.`, path);
  }
  return list;
}

export function languageField(value: string, path: Path): string {
  assertLanguage(value, path);
  return value;
}

export function optionalLanguage(value: Unknown<string>, path: Path): string | null {
  return value === undefined || value === null ? null : languageField(value, path);
}

export function optionalUrl(value: Unknown<string>, path: Path): string | null {
  const url = optionalText(value, path);
  if (url !== null) assertUrl(url, path);
  return url;
}

export function optionalDate(value: Unknown<string>, path: Path): string | null {
  if (value === undefined || value === null) return null;
  assertDate(value, path);
  return value;
}

/** A moment in whole milliseconds, within what a calendar can tell. */
export function optionalMoment(value: Unknown<number>, path: Path): number | null {
  if (value === undefined || value === null) return null;
  if (!Number.isInteger(value) || Number.isNaN(new Date(value).getTime())) {
    throw new InputInvalid(`${value} is no moment in milliseconds.`, path);
  }
  return value;
}
