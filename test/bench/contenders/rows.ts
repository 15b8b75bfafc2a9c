import { serveAnswers } from './answer.ts';

serveAnswers((db, { field, rows }) => {
  const answer = rows(db);
  return (args) => JSON.stringify({ data: { [field]: answer(args) } });
});
