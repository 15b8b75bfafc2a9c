import { type Operation, rowsOf, valuesPerOperation } from './operation.ts';

/** 50 claims at half the depth of the record, and whether there are more. */
export const page: Operation = {
  name: 'page',
  document: `query Page($after: String) {
    claims(first: 50, after: $after) { nodes { id text kind } pageInfo { hasNextPage } }
  }`,
  floor: `
    select json_object('data', json_object('claims', json_object(
      'nodes', json_group_array(json_object('id', id, 'text', text, 'kind', kind)) filter (where place <= 50),
      'pageInfo', json_object('hasNextPage', json(iif(count(*) > 50, 'true', 'false'))))))
    from (
      select id, text, kind, row_number() over () as place
      from (select id, text, kind from claims where listed = 1 and key < ? order by key desc limit 51)
    )`,
  rows(db) {
    const claims = rowsOf(
      db,
      'select id, text, kind from claims where listed = 1 and key < ? order by key desc limit 51',
    );
    return (args) => {
      const found = claims(args);
      const nodes = found.slice(0, 50).map(([id, text, kind]) => ({ id, text, kind }));
      return { data: { claims: { nodes, pageInfo: { hasNextPage: found.length > 50 } } } };
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
