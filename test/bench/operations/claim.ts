import { everyNth, type Operation, rowsOf } from './operation.ts';
import { stanceFields, stancesAsJson, stancesOf } from './stances.ts';

/** One claim by its id, with who says what of it. */
export const claim: Operation = {
  name: 'claim',
  field: 'claim',
  document: `query ClaimById($id: ID!) {
    claim(by: { id: $id }) { id text kind ${stanceFields} }
  }`,
  floor: `
    select json_object('data', json_object('claim', json_object(
      'id', id, 'text', text, 'kind', kind, 'stances', json_object('nodes', ${stancesAsJson}))))
    from (select key as claim_key, id, text, kind from claims where id = ?)`,
  rows(db) {
    const claims = rowsOf(db, 'select key, id, text, kind from claims where id = ?');
    const stances = stancesOf(db);
    return (args) => {
      const [[key, id, text, kind] = []] = claims(args);
      return { id, text, kind, stances: { nodes: stances([key])(key) } };
    };
  },
  values(db) {
    const ids = rowsOf(db, 'select id from claims where listed = 1 order by key');
    return everyNth(ids([])).map(([id]) => ({ variables: { id }, args: [String(id)] }));
  },
};
