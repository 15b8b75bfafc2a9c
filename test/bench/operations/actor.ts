import { everyNth, type Operation, rowsOf } from './operation.ts';

/**
 * One actor by its id, with its 50 newest stances and what they are about. The graph shows the wording that stands for
 * several; here a stance leads to the claim that it was recorded on: no claims are one in these records.
 */
export const actor: Operation = {
  name: 'actor',
  field: 'actor',
  document: `query ActorWithStances($id: ID!) {
    actor(by: { id: $id }) { name stances(first: 50) { nodes { kind claim { text } } } }
  }`,
  floor: `
    select json_object('data', json_object('actor', json_object('name', name, 'stances', json_object('nodes', (
      select json_group_array(json_object('kind', kind, 'claim', json_object('text', text)))
      from (
        select s.kind, c.text from stances s join claims c on c.key = s.claim
        where s.shown_actor = actor_key and s.listed = 1 order by s.key desc limit 50
      ))))))
    from (select key as actor_key, name from actors where id = ?)`,
  rows(db) {
    const actors = rowsOf(db, 'select key, name from actors where id = ?');
    const stances = rowsOf(
      db,
      `select s.kind, c.text from stances s join claims c on c.key = s.claim
      where s.shown_actor = ? and s.listed = 1 order by s.key desc limit 50`,
    );
    return (args) => {
      const [[key, name] = []] = actors(args);
      const nodes = stances([Number(key)]).map(([kind, text]) => ({ kind, claim: { text } }));
      return { name, stances: { nodes } };
    };
  },
  values(db) {
    const ids = rowsOf(
      db,
      `select id from actors
      where (select count(*) from (select 1 from stances where shown_actor = actors.key and listed = 1 limit 50)) = 50`,
    );
    return everyNth(ids([])).map(([id]) => ({ variables: { id }, args: [String(id)] }));
  },
};
