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
