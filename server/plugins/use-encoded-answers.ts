import type { Plugin } from 'graphql-yoga';
import { encoded } from '../encoded.ts';

/** Encodes the text of an answer once. Given a text, the HTTP adapter measures it, and the socket then encodes it. */
export function useEncodedAnswers(): Plugin {
  return {
    onYogaInit({ yoga }) {
      const { Response: Plain } = yoga.fetchAPI;
      yoga.fetchAPI.Response = class extends Plain {
        constructor(body?: BodyInit | null, init?: ResponseInit) {
          super(typeof body === 'string' ? encoded(body) : body, init);
        }
      };
    },
  };
}
