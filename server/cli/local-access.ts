import type { Database } from '../../db/client.ts';
import { createToken, newToken } from '../../db/commands/create-token.ts';
import { revokeToken } from '../../db/commands/revoke-token.ts';
import { exportLines } from '../../db/interchange/export.ts';
import { articleInput } from '../../db/interchange/line-input.ts';
import { actorsCalled } from '../../db/queries/actors-called.ts';
import { actorsNamed } from '../../db/queries/named.ts';
import { requestAnswered } from '../../db/queries/request-answered.ts';
import { recordStatus } from '../../db/queries/status.ts';
import type { Reader } from '../../db/read/read.ts';
import { withoutArticle } from '../../db/rules/actor.ts';
import { verifyRecord } from '../../db/verify/verify.ts';
import type { ArticleWithText } from '../../schema/drafts/page-article.ts';
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
    // Enough for one commit after the other, while the next ones are read.
    articlesAtOnce: db.isLocal ? 8 : 1,
    async ingestArticle(article, { open, carryEvidence, recordOnly, narrated, signal, key }) {
      const [{ ingestArticle }, { readArticle }] = await Promise.all([
        import('../../db/commands/ingest-article.ts'),
        import('../../schema/drafts/read-article.ts'),
      ]);
      const extractor = await open();
      const asked = { ...articleAsked(article), carryEvidence, recordOnly, narrated };
      const given = { article: asked, notes: [] };
      const read = (reader: Reader) => readArticle(given, extractor, { reader, signal });
      const request = { author: owner, command: 'ingestArticle', input: key ?? asked };
      // Nobody else waits for a file that this process owns: it is read beside what shares its transaction.
      const before = db.isLocal ? null : await read(db.written);
      return db.write({ ...request, idempotencyKey: key }, async (tx) => {
        const { article: input, notes } = before ?? (await read(tx.reader));
        const { created, drafted, carried } = await ingestArticle(tx, input);
        return { created, drafted, carried, notes };
      });
    },
    async readAhead(article, { open, recordOnly, narrated, signal, onInput }) {
      const { inputFor } = await import('../../schema/drafts/read-article.ts');
      const asked = { ...articleAsked(article), recordOnly, narrated };
      const input = await inputFor({ article: asked, notes: [] }, await open(), {
        reader: db.written,
        signal,
      });
      if (input !== null) onInput(input);
    },
    async wasIngested(key) {
      const [found] = await db.written.read(requestAnswered, { token: 0, key });
      return found !== undefined;
    },
    actorsCalled: (slugOrName) => actorsOnRecord(db.written, slugOrName),
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

async function actorsOnRecord(reader: Reader, slugOrName: string) {
  const named = await reader.read(actorsNamed.slug, { names: JSON.stringify([slugOrName]) });
  if (named.length > 0) return named;
  return reader.read(actorsCalled, { names: JSON.stringify([withoutArticle(slugOrName)]) });
}

/** What a file tells, as the command takes it. */
function articleAsked({
  publisher,
  agency,
  creditedToName,
  language,
  notes: _notes,
  ...article
}: FiledArticle): ArticleWithText['article'] {
  const told = { language: '', sha256: '', ...article, id: article.id ?? '' };
  const { slug, sha256, ...input } = articleInput({ type: 'article', ...told });
  return {
    ...input,
    text: article.text,
    language,
    publisher,
    agency,
    creditedToName,
    slug: slug || null,
    sha256: sha256 || null,
  };
}
