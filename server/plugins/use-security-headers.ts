import type { Plugin } from 'graphql-yoga';

const always = Object.entries({
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
  'cross-origin-resource-policy': 'same-origin',
});

const unlessSet = Object.entries({
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
});

/** Tells browsers to take an answer for what it says it is, to frame it nowhere and to keep none. */
export function useSecurityHeaders(): Plugin {
  return {
    onResponse({ response: { headers } }) {
      for (const [name, value] of always) headers.set(name, value);
      for (const [name, value] of unlessSet) if (!headers.has(name)) headers.set(name, value);
      if (headers.get('content-type') === 'text/event-stream') {
        // nginx holds a stream back until its buffer is full, unless it is told not to.
        headers.set('x-accel-buffering', 'no');
      }
    },
  };
}
