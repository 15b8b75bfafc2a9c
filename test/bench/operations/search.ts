import { everyNth, type Operation, rowsOf } from './operation.ts';

const hits = `
  select found.rowid as number from search_public found
  where search_public match ? and case found.rowid % 4
    when 0 then exists (select 1 from articles where key = found.rowid / 4 and withdrawn_at is null)
    when 1 then 1
    else exists (select 1 from claims where key = found.rowid / 4 and listed = 1)
  end
  order by cast(round(bm25(search_public, 4.0, 1.0, 1.0) * 1000000) as integer), number limit 20`;

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
      return { variables: { query: `${first} ${second}` }, args: [`"${first}" "${second}"`] };
    });
  },
};

/** The words of a text, the longest first: those are the rarest. */
function rarest(text: string): readonly string[] {
  return (text.match(/\p{L}+/gu) ?? []).toSorted((a, b) => b.length - a.length);
}
