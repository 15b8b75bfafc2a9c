/** Lets a page load its styles and send its search, from here and to here alone, and run nothing but a script of this server. */
const policyWith = (...scripts: readonly string[]): string =>
  [
    "default-src 'none'",
    "style-src 'self'",
    'img-src data:',
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
    ...scripts,
  ].join('; ');

export const contentSecurityPolicy = policyWith();

/** The same of a page that has a script, which may ask this server. */
export const policyWithScript = policyWith("script-src 'self'", "connect-src 'self'");

/** Asks search engines to leave it out. */
export const hidden = 'noindex, nofollow';
