/** Whether a page of this origin may read what the server answers. */
export type AllowsOrigin = (origin: string) => boolean;

/** The configured origins and, outside production, every origin on this machine. */
export function createAllowsOrigin(options: {
  corsOrigins: readonly string[];
  production: boolean;
}): AllowsOrigin {
  const listed = new Set(options.corsOrigins);
  return (origin) =>
    listed.has('*') || listed.has(origin) || (!options.production && isLoopback(origin));
}

/** Which pages may read what embeds show: those of these origins, and whoever may read all else. */
export interface EmbedAccess {
  readonly allowsOrigin: AllowsOrigin;
  /** Which may frame it, as a policy lists them. */
  readonly frameAncestors: string;
  /** Whether there are any. */
  readonly isOpen: boolean;
}

export function createEmbedAccess(
  embedOrigins: readonly string[],
  allowsOrigin: AllowsOrigin,
): EmbedAccess {
  const listed = new Set(embedOrigins);
  return {
    allowsOrigin: (origin) => listed.has('*') || listed.has(origin) || allowsOrigin(origin),
    frameAncestors: listed.has('*') ? '*' : [...listed].join(' ') || "'none'",
    isOpen: listed.size > 0,
  };
}

/** What an answer that embeds show tells: the pages of which origins may read it, and that others may load it. */
export function embedHeaders(
  origin: string | null | undefined,
  { allowsOrigin, isOpen }: EmbedAccess,
): readonly (readonly [name: string, value: string])[] {
  // One answer for the pages of all origins: a cache need not know them apart.
  const told = crossOriginHeaders(allowsOrigin('*') ? '*' : origin, allowsOrigin);
  return [
    ...told.filter(([name]) => name !== 'vary' || !allowsOrigin('*')),
    ...(isOpen ? [['cross-origin-resource-policy', 'cross-origin'] as const] : []),
  ];
}

/** What an answer tells the browser of whoever asks from a page of this origin; nothing where it was no page. */
export function crossOriginHeaders(
  origin: string | null | undefined,
  allowsOrigin: AllowsOrigin,
): readonly (readonly [name: string, value: string])[] {
  if (origin === null || origin === undefined) return [];
  const varies = ['vary', 'Origin'] as const;
  if (!allowsOrigin(origin)) return [varies];
  return [
    varies,
    ['access-control-allow-origin', origin],
    ['access-control-expose-headers', 'etag, retry-after, x-request-id'],
  ];
}

function isLoopback(origin: string): boolean {
  return /^https?:\/\/(localhost|[a-z0-9-]+\.localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/.test(
    origin,
  );
}
