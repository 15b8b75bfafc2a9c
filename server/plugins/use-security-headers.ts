import type { Plugin } from 'graphql-yoga';
import type { RequestFacts } from '../request-facts.ts';
import { alwaysTold, usuallyTold } from '../security-headers.ts';

/** Tells browsers to take an answer for what it says it is, to frame it nowhere and to keep none, unless it says otherwise. */
export function useSecurityHeaders(): Plugin<object, RequestFacts> {
  return {
    onResponse({ response: { headers }, serverContext: { isFramed } }) {
      for (const [name, value] of [...alwaysTold, ...usuallyTold])
        if (!headers.has(name)) headers.set(name, value);
      // Its policy tells by whom, which this cannot.
      if (isFramed) headers.delete('x-frame-options');
      if (headers.get('content-type') === 'text/event-stream') {
        // nginx holds a stream back until its buffer is full, unless it is told not to.
        headers.set('x-accel-buffering', 'no');
      }
    },
  };
}
