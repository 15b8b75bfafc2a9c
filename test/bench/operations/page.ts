import { type Operation, rowsOf, valuesPerOperation } from './operation.ts';

/** The article recorded last whose words show a stance on the claim `claim_key` of the statement around it. */
const newestArticle = `(
  select max(e.article) from stances s join evidence e on e.stance = s.key
  where s.shown_claim = claim_key and s.listed = 1)`;

/** 50 claims at half the depth of the record, the newest article of each, and whether there are more. */
export const page: Operation = {
  name: 'page',
  field: 'claims',
  document: `query Page($after: String) {
    claims(first: 50, after: $after) {
      nodes { id text kind articles(first: 1) { nodes { title } } } pageInfo { hasNextPage }
    }
  }`,
  // Every listed claim has an article.
  floor: `
    select json_object('data', json_object('claims', json_object(
      'nodes', json(nodes),
      'pageInfo', json_object('hasNextPage', json(iif(
        exists (select 1 from claims where listed = 1 and key < last), 'true', 'false'))))))
    from (
      select min(claim_key) as last, json_group_array(json_object('id', id, 'text', text, 'kind', kind,
        'articles', json_object('nodes', (
          select json_array(json_object('title', title)) from articles where key = ${newestArticle})))) as nodes
      from (
        select key as claim_key, id, text, kind from claims where listed = 1 and key < ? order by key desc limit 50
      )
    )`,
  rows(db) {
    const claims = rowsOf(
      db,
      `select id, text, kind, (select title from articles where key = ${newestArticle})
      from (
        select key as claim_key, id, text, kind from claims where listed = 1 and key < ? order by key desc limit 51
      )`,
    );
    return (args) => {
      const found = claims(args);
      const nodes = found
        .slice(0, 50)
        .map(([id, text, kind, title]) => ({ id, text, kind, articles: { nodes: [{ title }] } }));
      return { nodes, pageInfo: { hasNextPage: found.length > 50 } };
    };
  },
  values(db, cursors) {
    const keys = rowsOf(
      db,
      `select key from claims where listed = 1 and key <= (select max(key) / 2 from claims)
      order by key desc limit ?`,
    );
    return keys([valuesPerOperation]).map(([key]) => ({
      variables: { after: cursors(Number(key)) },
      args: [Number(key)],
    }));
  },
};
