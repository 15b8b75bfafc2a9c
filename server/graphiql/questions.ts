import { readFile } from 'node:fs/promises';

/** What people ask of a record, as docs/questions.md has it: one query, which runs as it stands on the sample record. */
export interface Question {
  readonly asks: string;
  readonly query: string;
  readonly needsEditor: boolean;
}

const page = new URL('../../docs/questions.md', import.meta.url);

/** What GraphiQL offers to be asked, in the order of the page that explains it. */
export async function preparedQuestions(): Promise<Question[]> {
  return questionsIn(await readFile(page, 'utf8'));
}

/** The questions of a page: a numbered heading each, and below it what it is asked by. */
function questionsIn(text: string): Question[] {
  return text.split(/^## \d+\. /m).flatMap((section, index) => {
    const [, query] = /^```graphql\n(.*?)^```$/ms.exec(section) ?? [];
    if (index === 0 || query === undefined) return [];
    const [asks = ''] = section.split('\n');
    return { asks, query, needsEditor: /^Needs an `EDITOR` token/m.test(section) };
  });
}
