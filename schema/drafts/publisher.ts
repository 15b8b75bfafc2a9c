import { createHash } from 'node:crypto';

/** An outlet or an agency, as drafts name it. */
export interface Publisher {
  readonly id: string;
  readonly name: string;
  readonly aliases?: readonly string[];
  /** Whoever is shown for it; null where it is not on record. */
  readonly key: number | null;
  readonly isNew?: boolean;
  /** Stands for an outlet that is not known, in one article. */
  readonly isUnnamed?: boolean;
}

/** One that is not on record yet. */
export function newPublisher({
  name,
  aliases = [],
}: {
  readonly name: string;
  readonly aliases?: readonly string[];
}): Publisher {
  return { id: `outlet-${hashOf(name)}`, name, aliases, key: null, isNew: true };
}

/** Stands for the outlet of this text, which is not known. */
export function unnamedPublisher(text: string): Publisher {
  return {
    id: `publisher-${hashOf(text)}`,
    name: 'Publisher (not named)',
    key: null,
    isUnnamed: true,
  };
}

const hashOf = (text: string): string =>
  createHash('sha256').update(text).digest('hex').slice(0, 12);
