import type { z } from 'zod';
import { type FiledArticle, FileRefused } from './article-file.ts';
import { CommandFailed, exitCodes } from './exit.ts';
import type { GraphClient } from './graph-client.ts';
import type { RecordAccess } from './record-access.ts';
import {
  backUpAnswer,
  createTokenAnswer,
  eraseAnswer,
  exportAnswer,
  ingestAnswer,
  revokeTokenAnswer,
  statusAnswer,
  verifyAnswer,
} from './remote-answers.ts';
import {
  backUpRecord,
  createToken,
  eraseArticleText,
  exportRecord,
  ingestArticle,
  revokeToken,
  status,
  verifyRecord,
} from './remote-documents.ts';
import { remoteImport } from './remote-import.ts';

/** A record behind a running server. What may be asked twice is asked by `patient`. */
export function remoteAccess(client: GraphClient, patient = client): RecordAccess {
  const access: RecordAccess = {
    where: client.where,
    importFiles: (files, choices) => remoteImport(patient, files, choices),
    async ingestArticle(article, { extractor, outlet }) {
      const input = { ...articleInput(article, outlet), extractor };
      // Without the signal: what was sent is written, and its answer is waited for.
      const done = ingestAnswer.parse(await patient.ask(ingestArticle, { input })).ingestArticle;
      if ('message' in done) throw new FileRefused(done.message);
      return done;
    },
    async *exportLines() {
      let after: string | null = null;
      do {
        const answer: z.infer<typeof exportAnswer> = exportAnswer.parse(
          await patient.ask(exportRecord, { after }),
        );
        yield* answer.exportRecord.lines;
        after = answer.exportRecord.next;
      } while (after !== null);
    },
    async verify({ signal, onProgress }) {
      onProgress('the whole record');
      return verifyAnswer.parse(await client.ask(verifyRecord, {}, signal)).verifyRecord;
    },
    status: async () => statusAnswer.parse(await client.ask(status, {})).status,
    async backUp(file, signal) {
      const data = await client.ask(backUpRecord, { file }, signal);
      const made = backUpAnswer.parse(data).backUpRecord;
      if ('message' in made) throw new CommandFailed(exitCodes.fault, made.message);
      return made.backup;
    },
    async eraseArticleText(article, reason) {
      const data = await client.ask(eraseArticleText, { article, reason });
      const done = eraseAnswer.parse(data).eraseArticleText;
      if ('message' in done) throw new CommandFailed(exitCodes.fault, done.message);
    },
    async createToken(name, role, expiresAt) {
      const ends = expiresAt === undefined ? null : new Date(expiresAt).toISOString();
      const data = await client.ask(createToken, { name, role, expiresAt: ends });
      const made = createTokenAnswer.parse(data).createToken;
      if ('message' in made) throw new CommandFailed(exitCodes.fault, made.message);
      return { id: made.token.id, token: made.secret };
    },
    tokens: async () => (await access.status()).tokens,
    async revokeToken(id) {
      const done = revokeTokenAnswer.parse(await client.ask(revokeToken, { id })).revokeToken;
      if ('message' in done) throw new CommandFailed(exitCodes.fault, done.message);
    },
    close: async () => {},
  };
  return access;
}

/** What a file tells, as the graph takes it: references are inputs of their own. */
function articleInput(article: FiledArticle, slug: string | undefined): object {
  const { outlet = slug, creditedTo, supersedes, erased: _erased, ...told } = article;
  const hash = supersedes?.startsWith('sha256:') ? supersedes.slice('sha256:'.length) : null;
  return {
    ...told,
    outlet: outlet === undefined ? null : { slug: outlet },
    creditedTo: creditedTo === undefined ? null : { slug: creditedTo },
    supersedes: hash ? { sha256: hash } : supersedes === undefined ? null : { slug: supersedes },
  };
}
