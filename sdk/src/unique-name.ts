declare const crypto: { randomUUID?(): string } | undefined;

/** A name that nothing else has. Pages that came over plain HTTP have no `randomUUID`. */
export function uniqueName(): string {
  const uuid = typeof crypto === 'object' ? crypto.randomUUID?.() : undefined;
  return uuid ?? `${Date.now()}-${Math.random().toString(36).slice(2)}`;
}
