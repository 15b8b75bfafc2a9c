/** What is known of whether a file holds what was written into it. Whoever reads it asks, and tells what he met. */
export interface Soundness {
  /** Passes unless the file is known to be damaged. @throws StorageDamaged */
  assertSound(): void;
  /** A statement has met a damaged page. */
  noteDamage(): void;
}
