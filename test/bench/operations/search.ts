import { allWordsOf } from '../../../db/queries/search-words.ts';
import { everyNth, type Operation, rowsOf } from './operation.ts';

/** The best of one kind, of which the first is told at `place` among four. */
const best = (index: string, weights: string, place: number): string => `
  select 4 * key + ${place} as number, 4 * row_number() over (order by rank, key) + ${place} as place from (
    select rowid as key, bm25(${index}, ${weights}) as rank from ${index} where ${index} match ?1 order by 2, 1 limit 20)`;

const hits = `
  select number from (
    ${best('search_public_articles', '4.0, 1.0, 1.0, 0.5', 0)} union all
    ${best('search_public_actors', '8.0, 6.0, 1.0, 0.5', 1)} union all
    ${best('search_public_claims', '4.0, 4.0, 0.5', 2)})
  order by place limit 20`;

/** What each kind of thing is called, by the place that its number has among four. */
const kinds = [
  { type: 'Article', name: 'title' },
  { type: 'Actor', name: 'name' },
  { type: 'Claim', name: 'text' },
];

/** The 20 best hits of two words that stand in one claim. */
export const search: Operation = {
  name: 'search',
  field: 'search',
  document: `query Search($query: String!) {
    search(query: $query, first: 20) {
      nodes { __typename ... on Article { title } ... on Actor { name } ... on Claim { text } }
    }
  }`,
  floor: `
    select json_object('data', json_object('search', json_object('nodes', json_group_array(json(
      case number % 4
        when 0 then (select json_object('__typename', 'Article', 'title', title) from articles where key = number / 4)
        when 1 then (select json_object('__typename', 'Actor', 'name', name) from actors where key = number / 4)
        else (select json_object('__typename', 'Claim', 'text', text) from claims where key = number / 4)
      end)))))
    from (${hits})`,
  rows(db) {
    const numbers = rowsOf(db, hits);
    const found = rowsOf(
      db,
      `select value % 4, case value % 4
        when 0 then (select title from articles where key = value / 4)
        when 1 then (select name from actors where key = value / 4)
        else (select text from claims where key = value / 4)
      end from json_each(?)`,
    );
    return (args) => {
      const rows = found([JSON.stringify(numbers(args).map(([number]) => number))]);
      const nodes = rows.map(([kind, told]) => {
        const { type, name } = kinds[Number(kind)] ?? { type: '', name: '' };
        return { __typename: type, [name]: told };
      });
      return { nodes };
    };
  },
  values(db) {
    const texts = rowsOf(db, 'select text from claims where listed = 1 order by key');
    return everyNth(texts([])).map(([text]) => {
      const [first = '', second = ''] = rarest(String(text));
      const query = `${first} ${second}`;
      return { variables: { query }, args: [allWordsOf(query) ?? ''] };
    });
  },
};

/** The words of a text, the longest first: those are the rarest. */
function rarest(text: string): readonly string[] {
  return (text.match(/\p{L}+/gu) ?? []).toSorted((a, b) => b.length - a.length);
}
