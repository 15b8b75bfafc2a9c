type Headers = readonly (readonly [name: string, value: string])[];

/** What every answer tells browsers: to take it for what it says it is, and to frame it nowhere. */
export const alwaysTold: Headers = Object.entries({
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
  'cross-origin-resource-policy': 'same-origin',
});

/** What an answer tells them that says nothing else of it: to keep it nowhere, and that it holds nothing to be run. */
export const usuallyTold: Headers = Object.entries({
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
});
