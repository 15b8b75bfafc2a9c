import type { EmbedAccess } from '../cors.ts';

const policyFor = (frameAncestors: string, ...scripts: readonly string[]): string =>
  [
    "default-src 'none'",
    "style-src 'self'",
    'img-src data:',
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${frameAncestors}`,
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
    ...scripts,
  ].join('; ');

/** Lets a page load its styles and send its search, from here and to here alone, and run nothing. */
export const contentSecurityPolicy = policyFor("'none'");

/** The same of a page that runs a script of this server, which may ask this server. */
export const policyWithScript = policyFor("'none'", "script-src 'self'", "connect-src 'self'");

/** The same of a page that others may frame. */
export const framedPolicy = ({ frameAncestors }: EmbedAccess): string => policyFor(frameAncestors);

/** Asks search engines to leave it out. */
export const hidden = 'noindex, nofollow';
