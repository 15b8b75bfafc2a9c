import { createHash } from 'node:crypto';
import { articlesToVerify, evidenceToVerify } from '../queries/verify.ts';
import type { Reader, Statement } from '../read/read.ts';
import { surroundings } from '../rules/quote.ts';
import { pages } from './pages.ts';
import type { Report } from './report.ts';

type RowOf<S> = S extends Statement<infer Row> ? Row : never;
type Article = RowOf<typeof articlesToVerify>;
type Evidence = RowOf<typeof evidenceToVerify>;

/** Every text against its hash, and every quote against its text, letter for letter. */
export async function verifyQuotes(reader: Reader, report: Report): Promise<void> {
  for await (const page of pages(reader, articlesToVerify, 50)) {
    for (const article of page) verifyText(article, report);
    const byKey = new Map(page.map((article) => [article.key, article]));
    const keys = JSON.stringify([...byKey.keys()]);
    for (const row of await reader.read(evidenceToVerify, { keys })) {
      const article = byKey.get(row.article);
      if (article !== undefined) verifyEvidence(row, article, report);
    }
  }
}

function verifyText({ id, text, sha256, erasedAt }: Article, report: Report): void {
  report.checked.articles += 1;
  if (text === null) {
    if (erasedAt === null) report.lacksText();
    else report.cannotVerify('article', id, erased('its text', erasedAt));
    return;
  }
  const found = createHash('sha256').update(text, 'utf8').digest('hex');
  if (found !== sha256) {
    report.fault('article', id, `its text has the hash ${found}, and not ${sha256}`);
  }
}

function verifyEvidence(row: Evidence, article: Article, report: Report): void {
  const { erasedAt, slug, text } = article;
  report.checked.evidence += 1;
  const { id, quote, start, end } = row;
  if (row.lastLink !== row.holder) {
    report.fault('evidence', id, 'its chain does not end with the holder');
  }
  if (erasedAt !== null) {
    report.cannotVerify('evidence', id, erased(`the text of ${slug}`, erasedAt));
    const isLeft = quote !== null || row.prefix !== '' || row.suffix !== '';
    if (isLeft) report.fault('evidence', id, `its words are those of ${slug}, which was erased`);
  } else if (text === null) {
    report.lacksText();
  } else if (quote === null) {
    report.fault('evidence', id, 'it has no quote');
  } else if (text.slice(start, end) !== quote) {
    report.fault('evidence', id, `its quote does not stand at ${start} to ${end} of ${slug}`);
  } else {
    const around = surroundings(text, start, end);
    if (around.prefix === row.prefix && around.suffix === row.suffix) return;
    report.fault('evidence', id, `its prefix or suffix is not what stands around it in ${slug}`);
  }
}

function erased(what: string, at: number): string {
  return `ERASED: ${what} was erased on ${new Date(at).toISOString().slice(0, 10)}`;
}
