const json = 'application/json';
const graphqlJson = 'application/graphql-response+json';

type MediaType = typeof json | typeof graphqlJson;

/** In what form an answer is sent to who accepts this, as Yoga chooses it; null where that is better left to Yoga. */
export function mediaTypeFor(accept: string | undefined): MediaType | null {
  if (accept === json || accept === graphqlJson) return accept;
  const wanted = (accept || '*/*').replaceAll(/\s/g, '').toLowerCase().split(',');
  if (!wanted.every((each) => plain.test(each))) return null;
  const [first] = wanted.map((each) => each.split(';')[0]).filter((each) => spoken.has(each));
  return first === graphqlJson ? graphqlJson : first === undefined ? null : json;
}

/** One media type, or all of them, with its weight at most; no page. */
const plain = /^(?!text\/html)(?:[\w.+-]+\/[\w.+-]+|\*\/\*)(?:;q=[\d.]*)?$/;

const spoken: ReadonlySet<string | undefined> = new Set([json, graphqlJson, '*/*']);
