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

function isLoopback(origin: string): boolean {
  return /^https?:\/\/(localhost|[a-z0-9-]+\.localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/.test(
    origin,
  );
}
