/** Lets a page load its styles and send its search, from here and to here alone, and run nothing. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "style-src 'self'",
  'img-src data:',
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/** Asks search engines to leave it out. */
export const hidden = 'noindex, nofollow';
