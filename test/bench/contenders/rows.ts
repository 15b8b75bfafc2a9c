import { serveAnswers } from './answer.ts';

serveAnswers((db, { rows }) => {
  const answer = rows(db);
  return (args) => JSON.stringify(answer(args));
});
