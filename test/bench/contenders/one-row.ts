import { openDurable, serveWrites } from './durable.ts';

/** The floor of writing: one prepared insert of one row with a text in it, and its own commit. Nothing else. */
const db = openDurable();
db.exec('create table if not exists said (key integer primary key, text text not null) strict');
const insert = db.prepare('insert into said (text) values (?)');

serveWrites((body, answer) => {
  const { text } = JSON.parse(body);
  const { lastInsertRowid } = insert.run([text]);
  answer(JSON.stringify({ data: { key: Number(lastInsertRowid) } }));
});
