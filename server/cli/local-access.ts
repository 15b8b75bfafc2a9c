import type { Database } from '../../db/client.ts';
import { createToken, newToken } from '../../db/commands/create-token.ts';
import { revokeToken } from '../../db/commands/revoke-token.ts';
import { exportLines } from '../../db/interchange/export.ts';
import { articleInput } from '../../db/interchange/line-input.ts';
import { recordStatus } from '../../db/queries/status.ts';
import { verifyRecord } from '../../db/verify/verify.ts';
import type { ArticleToRead } from '../../schema/drafts/page-article.ts';
import type { FiledArticle } from './article-file.ts';
import type { RecordAccess } from './record-access.ts';

// Some seconds' worth: whoever breaks an import off waits no longer.
const linesAtOnce = 2000;

/** The owner of the file changes it without a token. */
const owner = { token: null };

/** A record that this process opened itself. What only some commands need, and is much, is loaded for them alone. */
export function localAccess(db: Database, where: string): RecordAccess {
  return {
    where,
    async importFiles(files, choices) {
      const { importFiles } = await import('../../db/interchange/import.ts');
      // Nobody else writes a file that this process owns.
      const many = db.isLocal ? { linesAtOnce } : {};
      return importFiles(db, files, { author: owner, ...many, ...choices });
    },
    async ingestArticle(article, { open, outlet, carryEvidence, recordOnly, signal }) {
      const [{ ingestArticle }, { readArticle }] = await Promise.all([
        import('../../db/commands/ingest-article.ts'),
        import('../../schema/drafts/read-article.ts'),
      ]);
      const asked = { ...articleAsked(article, outlet), carryEvidence, recordOnly };
      const { article: input } = await readArticle(asked, await open(), {
        reader: db.written,
        signal,
      });
      const request = { author: owner, command: 'ingestArticle', input: asked };
      const { created, drafted, carried } = await db.write(request, (tx) =>
        ingestArticle(tx, input),
      );
      return { created, drafted, carried };
    },
    async readAhead(article, { open, outlet }) {
      const { readAhead } = await import('../../schema/drafts/read-article.ts');
      await readAhead(articleAsked(article, outlet), await open(), db.written);
    },
    exportLines: (choices) => exportLines(db.reader, choices),
    verify: (options) => verifyRecord(db, options),
    status: async () => ({ ...(await recordStatus(db.reader)), fileFault: db.fileFault() }),
    backUp: (file, signal) => db.backUp(file, signal),
    rescue: (file) => db.rescue(file),
    async eraseArticleText(article, reason) {
      const { eraseArticleText } = await import('../../db/commands/erase-article-text.ts');
      const input = { article, reason };
      await db.write({ author: owner, command: 'eraseArticleText', input }, (tx) =>
        eraseArticleText(tx, input),
      );
      await db.compact();
    },
    async createToken(name, role, expiresAt) {
      const { token, hash } = newToken();
      const input = { name, role, hash, expiresAt };
      const { id } = await db.write({ author: owner, command: 'createToken', input }, (tx) =>
        createToken(tx, input),
      );
      return { id, token };
    },
    tokens: async () => (await recordStatus(db.reader)).tokens,
    async revokeToken(id) {
      const input = { token: { id } };
      await db.write({ author: owner, command: 'revokeToken', input }, (tx) =>
        revokeToken(tx, input),
      );
    },
    close: () => db.close(),
  };
}

/** What a file tells, as the command takes it. */
function articleAsked(
  { publisher, agency, language, notes: _notes, ...article }: FiledArticle,
  outlet: string | undefined,
): ArticleToRead {
  const told = { language: '', sha256: '', outlet, ...article, id: article.id ?? '' };
  const { slug, sha256, ...input } = articleInput({ type: 'article', ...told });
  return { ...input, language, publisher, agency, slug: slug || null, sha256: sha256 || null };
}
