import type { Plugin } from 'graphql-yoga';
import { alwaysTold, usuallyTold } from '../security-headers.ts';

/** Tells browsers to take an answer for what it says it is, to frame it nowhere and to keep none. */
export function useSecurityHeaders(): Plugin {
  return {
    onResponse({ response: { headers } }) {
      for (const [name, value] of alwaysTold) headers.set(name, value);
      for (const [name, value] of usuallyTold) if (!headers.has(name)) headers.set(name, value);
      if (headers.get('content-type') === 'text/event-stream') {
        // nginx holds a stream back until its buffer is full, unless it is told not to.
        headers.set('x-accel-buffering', 'no');
      }
    },
  };
}
