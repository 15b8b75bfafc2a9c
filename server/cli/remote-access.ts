import { randomUUID } from 'node:crypto';
import type { BackupOnRecord } from '../../db/queries/status.ts';
import { withoutArticle } from '../../db/rules/actor.ts';
import type { Backup, IngestArticleInput, RecordStatus, Ref } from '../../sdk/src/index.ts';
import { type FiledArticle, FileRefused } from './article-file.ts';
import type { PatientClient } from './patient-client.ts';
import type { ActorCalled, RecordAccess, StatusAnswer } from './record-access.ts';
import { RequestRefused, type ServerClient } from './server-client.ts';

const linesAtOnce = 1000;

/** A record behind a running server. What takes no time is asked of the `client` itself, and does not wait for it. */
export function remoteAccess(client: ServerClient, patient: PatientClient): RecordAccess {
  const access: RecordAccess = {
    where: client.where,
    async importFiles(files, choices) {
      const { remoteImport } = await import('./remote-import.ts');
      return remoteImport(patient, files, choices);
    },
    articlesAtOnce: 1,
    async ingestArticle(article, { extractor, carryEvidence, recordOnly, narrated }) {
      const asked = {
        extractor,
        carryEvidence,
        recordOnly,
        narrated,
        idempotencyKey: randomUUID(),
      };
      const input = { ...articleInput(article), ...asked };
      // Without the signal: what was sent is written, and its answer is waited for.
      const done = await patient
        .ask((record) => record.ingestArticle.safe(input))
        .catch((error: unknown) => {
          throw error instanceof RequestRefused ? new FileRefused(error.message) : error;
        });
      if (!done.ok) throw new FileRefused(done.refusal.message);
      const { created, drafted, carried, notes } = done;
      return { created, drafted, carried, notes };
    },
    // The server reads.
    readAhead: async () => {},
    wasIngested: async () => false,
    actorsCalled: async (slugOrName) => {
      const named = await patient.ask((record) => record.actor({ by: { slug: slugOrName } }));
      return named === null ? actorsOfName(patient, slugOrName) : [named];
    },
    async *exportLines({ withoutTexts, withoutQuotes }) {
      for (let after: string | null | undefined; after !== null; ) {
        const part = { first: linesAtOnce, after, withoutTexts, withoutQuotes };
        const { lines, next } = await patient.ask((record) => record.exportRecord(part));
        yield* lines;
        after = next;
      }
    },
    verify({ signal, onProgress }) {
      onProgress('the whole record');
      return patient.ask((record) => record.verifyRecord({ signal }));
    },
    status: async () => statusTold(await client.ask((record) => record.status())),
    async backUp(file, signal) {
      const made = await patient.askOnce((record) => record.backUpRecord({ file }, { signal }));
      return backupTold(made.backup);
    },
    async rescue(file) {
      const made = await client.ask((record) => record.backUpRecord({ file, rescue: true }));
      return backupTold(made.backup);
    },
    async eraseArticleText(article, reason) {
      const input = { article, reason, idempotencyKey: randomUUID() };
      await patient.ask((record) => record.eraseArticleText(input));
    },
    async createToken(name, role, expiresAt) {
      const ends = expiresAt === undefined ? null : new Date(expiresAt);
      const input = { name, role, expiresAt: ends };
      const { token, secret } = await patient.askOnce((record) => record.createToken(input));
      return { id: token.id, token: secret };
    },
    tokens: async () => (await access.status()).tokens,
    async revokeToken(id) {
      const input = { token: { id }, idempotencyKey: randomUUID() };
      await patient.ask((record) => record.revokeToken(input));
    },
    close: async () => {},
  };
  return access;
}

/** What a file tells, as the graph takes it: references are inputs of their own. */
function articleInput(article: FiledArticle): IngestArticleInput {
  const { outlet, creditedTo, supersedes, alike, ...more } = article;
  const { erased: _erased, notes: _notes, ...told } = more;
  return {
    ...told,
    outlet: outlet === undefined ? null : { slug: outlet },
    // Where the file names none the server looks for one.
    ...(creditedTo !== undefined && { creditedTo: { slug: creditedTo } }),
    supersedes: supersedes === undefined ? null : articleRef(supersedes),
    alike: alike === undefined ? null : alike.map(articleRef),
  };
}

/** Of those that a search finds by the words of a name, who go by it. */
async function actorsOfName(patient: PatientClient, name: string): Promise<readonly ActorCalled[]> {
  const asked = { query: name, in: ['ACTOR' as const], first: 20 };
  const { nodes } = await patient.ask((record) => record.search(asked));
  const found: ActorCalled[] = [];
  for (const { node } of nodes) {
    const { id } = Object(node);
    const actor = await patient.ask((record) => record.actor({ by: { id } }));
    const names = actor === null ? [] : [actor.name, ...actor.aliases];
    if (actor !== null && names.some((one) => withoutArticle(one) === withoutArticle(name)))
      found.push(actor);
  }
  return found;
}

function articleRef(reference: string): Ref {
  const prefix = 'sha256:';
  return reference.startsWith(prefix)
    ? { sha256: reference.slice(prefix.length) }
    : { slug: reference };
}

/** The same with moments as numbers. */
function statusTold({ lastEvent, tokens, backup, ...rest }: RecordStatus): StatusAnswer {
  return {
    ...rest,
    lastEvent: lastEvent && { ...lastEvent, at: Date.parse(lastEvent.at) },
    tokens: tokens.map(({ recordedAt, expiresAt, lastUsedAt, revokedAt, ...token }) => ({
      ...token,
      recordedAt: Date.parse(recordedAt),
      expiresAt: expiresAt === null ? null : Date.parse(expiresAt),
      lastUsedAt: lastUsedAt === null ? null : Date.parse(lastUsedAt),
      revokedAt: revokedAt === null ? null : Date.parse(revokedAt),
    })),
    backup: backup && backupTold(backup),
  };
}

function backupTold({ file, at, seq, bytes, sha256 }: Backup): BackupOnRecord {
  return { file, at: Date.parse(at), seq, bytes, sha256 };
}
