import { serveAnswers } from './answer.ts';

serveAnswers((db, { floor }) => {
  const prepared = db.prepare(floor).raw(true);
  return (args) => {
    const row = prepared.get(args);
    return Array.isArray(row) ? String(row[0]) : '';
  };
});
