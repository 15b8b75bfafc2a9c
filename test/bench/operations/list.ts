import { everyNth, type Operation, rowsOf } from './operation.ts';
import { stanceFields, stancesAsJson, stancesOf } from './stances.ts';

/** 50 claims, who says what of each, and in whose words. */
export const list: Operation = {
  name: 'list',
  field: 'claims',
  document: `query List($after: String) {
    claims(first: 50, after: $after) { nodes { id text ${stanceFields} } }
  }`,
  floor: `
    select json_object('data', json_object('claims', json_object('nodes', json_group_array(
      json_object('id', id, 'text', text, 'stances', json_object('nodes', ${stancesAsJson}))))))
    from (
      select key as claim_key, id, text from claims where listed = 1 and key < ? order by key desc limit 50
    )`,
  rows(db) {
    const page = rowsOf(
      db,
      'select key, id, text from claims where listed = 1 and key < ? order by key desc limit 50',
    );
    const stances = stancesOf(db);
    return (args) => {
      const claims = page(args);
      const of = stances(claims.map(([key]) => key));
      return {
        nodes: claims.map(([key, id, text]) => ({ id, text, stances: { nodes: of(key) } })),
      };
    };
  },
  values(db, cursors) {
    const keys = rowsOf(db, 'select key from claims where listed = 1 order by key desc');
    return everyNth(keys([])).map(([key]) => ({
      variables: { after: cursors(Number(key)) },
      args: [Number(key)],
    }));
  },
};
