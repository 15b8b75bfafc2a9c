import type { Plugin } from 'graphql-yoga';

/**
 * Encodes the text of an answer once. Given a text, the HTTP adapter measures it, and the socket then makes room for
 * three bytes a character and encodes it: for a page of claims that costs more than parsing the question.
 */
export function useEncodedAnswers(): Plugin {
  return {
    onYogaInit({ yoga }) {
      const { Response: Plain } = yoga.fetchAPI;
      yoga.fetchAPI.Response = class extends Plain {
        constructor(body?: BodyInit | null, init?: ResponseInit) {
          super(typeof body === 'string' ? encode(body) : body, init);
        }
      };
    },
  };
}

const scratch = Buffer.allocUnsafeSlow(1024 * 1024);
const bytesPerUnit = 3;

function encode(text: string): Buffer<ArrayBuffer> {
  if (text.length * bytesPerUnit > scratch.length) return Buffer.from(text);
  return Buffer.from(scratch.subarray(0, scratch.write(text)));
}
