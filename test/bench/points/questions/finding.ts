import { asked, type Landmarks, manyTimes, type Question } from './question.ts';

const found = `score highlights { field text matches { start end } } node { __typename
  ... on Article { title } ... on Actor { name } ... on Claim { text } }`;

/** Searches and candidates, by the words that stand most often. */
export function findingQuestions({ words }: Landmarks): readonly Question[] {
  const [first = ''] = words;
  const search = (query: string, size: number, more = '') =>
    `search(query: ${JSON.stringify(query)}, first: ${size}${more})`;
  const similar = (text: string, size: number) =>
    `similarClaims(text: ${JSON.stringify(text)}, first: ${size})`;
  const queries: readonly (readonly [name: string, query: string])[] = [
    ['the commonest word', first],
    ['two common words', words.slice(0, 2).join(' ')],
    ['ten common words', words.slice(0, 10).join(' ')],
    ['a rare word', words.at(-1) ?? ''],
    ['no word', 'xyzzyx'],
    ['300 words', Array(300).fill(first.slice(0, 2)).join(' ')],
  ];
  return queries.flatMap(([name, query]) => [
    asked(`search for ${name}`, `{ ${search(query, 100)} { edges { ${found} } } }`),
    asked(
      `search for ${name}, 19 times`,
      manyTimes(19, `${search(query, 1)} { nodes { __typename } }`),
    ),
    asked(`search for ${name}, 19 counts`, manyTimes(19, `${search(query, 1)} { totalCount }`)),
    ...['ACTOR', 'ARTICLE', 'CLAIM'].map((scope) =>
      asked(
        `search for ${name} in ${scope}, 19 times`,
        manyTimes(19, `${search(query, 1, `, in: [${scope}]`)} { nodes { __typename } }`),
      ),
    ),
    asked(`claims similar to ${name}`, `{ ${similar(query, 100)} { score claim { text } } }`),
    asked(`claims similar to ${name}, 19 times`, manyTimes(19, `${similar(query, 1)} { score }`)),
  ]);
}
