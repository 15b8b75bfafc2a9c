import { expect, test } from 'vitest';
import { openDatabase } from '../../../db/client.ts';
import { eraseArticleText } from '../../../db/commands/erase-article-text.ts';
import { recordArticle } from '../../../db/commands/record-article.ts';
import { textsOfArticles } from '../../../db/queries/likeness.ts';
import { verifyRecord } from '../../../db/verify/verify.ts';
import { startSqld } from '../../e2e/components/sqld.ts';
import { describeWith } from '../../kit/component.ts';
import { NearTexts } from '../../kit/near-texts.ts';
import { write } from '../../kit/owner.ts';

describeWith(['sqld'], 'on a libSQL server', () => {
  test('texts are compared, forgotten when they are erased, and verified', async () => {
    await using sqld = await startSqld();
    const db = await openDatabase({ url: `http://${sqld.address}` });
    const wire = new NearTexts(2).words(120).join(' ');
    const record = (slug: string, text: string) =>
      write(db, recordArticle, { slug, title: slug, language: 'en', text });
    const { key } = await record('one', wire);
    await record('two', `HARBOUR — ${wire}`);
    await write(db, eraseArticleText, { article: { slug: 'two' }, reason: 'By a court.' });
    await record('three', `${wire} (ends)`);

    const found = await verifyRecord(db);
    const [text] = await db.reader.read(textsOfArticles, { articles: JSON.stringify([key]) });
    await db.close();

    expect(found).toMatchObject({ faults: [], checked: { texts: 3 } });
    expect(text).toMatchObject({ article: key, text: 1 });
  });
});
