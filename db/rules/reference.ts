import { InputInvalid, NotOnRecord } from './errors.ts';
import type { Noun } from './vocabulary.ts';

/** Names something on record: exactly one of the keys is given. A hash names the earliest article with that text. */
export interface Ref {
  readonly id?: string | null | undefined;
  readonly slug?: string | null | undefined;
  readonly sha256?: string | null | undefined;
}

/** Where in an input a value stands: `['evidence', '0', 'quote']`. */
export type Path = readonly string[];

/** The ways to name something. */
export const namedBy = ['slug', 'id', 'sha256'] as const;

/** A reference as the one way that it uses. */
export interface Naming {
  readonly by: (typeof namedBy)[number];
  readonly value: string;
}

/** @throws InputInvalid unless exactly one of the keys is given */
export function namingOf(ref: Ref, path: Path): Naming {
  let naming: Naming | null = null;
  let given = 0;
  for (const by of namedBy) {
    const value = ref[by];
    if (value === undefined || value === null) continue;
    naming = { by, value };
    given += 1;
  }
  if (naming === null || given > 1) {
    throw new InputInvalid('A reference has exactly one of id, slug and sha256.', path);
  }
  return naming;
}

/** The refusal of a reference that leads nowhere. */
export function leadsNowhere(noun: Noun, { by, value }: Naming, path: Path): NotOnRecord {
  return new NotOnRecord({ noun, reference: by === 'sha256' ? `sha256:${value}` : value }, path);
}
