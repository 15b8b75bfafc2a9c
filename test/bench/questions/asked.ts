import type Database from 'libsql';
import { preparedQuestions, type Question } from '../../../server/graphiql/questions.ts';

/** The questions of the page, with names and days of the generated record in the place of those of the sample. */
export async function questionsOf(db: Database.Database): Promise<readonly Question[]> {
  const first = (sql: string): string => String(db.prepare(sql).raw(true).get([]));
  const often = (table: string, by: string, place: number) =>
    first(`select slug from ${table} where key = (
      select ${by} from stances where listed = 1 group by ${by} order by count(*) desc, ${by} limit 1 offset ${place})`);
  const claim = often('claims', 'shown_claim', 0);
  const article = first(`select slug from articles where key = (
    select article from evidence group by article order by count(*) desc limit 1)`);
  const names = new Map<string, string>([
    ['call-happened', claim],
    ['call-on-friday', claim],
    ['one-call-two-stories', article],
    ['vladimir-putin', often('actors', 'shown_actor', 0)],
    ['washington-post', often('actors', 'shown_actor', 0)],
    ['volodymyr-zelensky', often('actors', 'shown_actor', 1)],
    ['kremlin', often('actors', 'shown_actor', 1)],
    ['dmitry-peskov', often('actors', 'shown_actor', 0)],
    [
      'northern-ledger',
      first("select slug from actors where kind = 'OUTLET' order by key limit 1"),
    ],
    [
      'trump-putin-call',
      first('select topic from claim_topics group by 1 order by count(*) desc limit 1'),
    ],
  ]);
  const text = first(`select text from claims where slug = '${claim}'`);
  const middle = new Date(Number(first('select avg(at) from events'))).toISOString();
  return (await preparedQuestions()).map((question) => ({
    ...question,
    query: question.query
      .replaceAll(/(slug|topic): "([\w-]+)"/g, (all, key: string, name: string) => {
        const own = names.get(name);
        return own === undefined ? all : `${key}: "${own}"`;
      })
      .replaceAll(/text: "[^"]+"/g, `text: ${JSON.stringify(text)}`)
      .replaceAll(/"2024-10[^"]+"/g, '"2020-01-01T00:00:00Z"')
      .replaceAll(/"2024-12[^"]+"/g, '"2030-01-01T00:00:00Z"')
      .replaceAll(/"2024-11[^"]+"/g, `"${middle}"`),
  }));
}
