/** What the command line asks a server, and nobody else does. */
export const importRecord = `
  mutation ImportRecord($lines: [String!]!, $dryRun: Boolean!) {
    importRecord(input: { lines: $lines, dryRun: $dryRun }) {
      ... on ImportRecordPayload { byType { type created unchanged } missing }
      ... on LinesRefused { faults { line code message path } }
      ... on UserError { code message path }
    }
  }`;

export const ingestArticle = `
  mutation IngestArticle($input: IngestArticleInput!) {
    ingestArticle(input: $input) {
      ... on IngestArticlePayload { created drafted }
      ... on UserError { message path }
    }
  }`;

export const exportRecord = `
  query ExportRecord($after: String) {
    exportRecord(first: 1000, after: $after) { lines next }
  }`;

export const verifyRecord = `
  query VerifyRecord {
    verifyRecord {
      checked { articles evidence claims stances actors events }
      faults { noun id what }
      faultCount
      unverifiable { noun id what }
      unverifiableCount
    }
  }`;

export const status = `
  query Status {
    status {
      epoch
      migrations
      counts { actors affiliations articles claims links merges stances drafts evidence events }
      lastEvent { seq type at }
      tokens { id name role recordedAt expiresAt lastUsedAt revokedAt }
      backup { file at seq bytes sha256 }
    }
  }`;

export const backUpRecord = `
  mutation BackUpRecord($file: String!) {
    backUpRecord(input: { file: $file }) {
      ... on BackUpRecordPayload { backup { file at seq bytes sha256 } }
      ... on UserError { message }
    }
  }`;

export const eraseArticleText = `
  mutation EraseArticleText($article: Ref!, $reason: String!) {
    eraseArticleText(input: { article: $article, reason: $reason }) {
      ... on EraseArticleTextPayload { article { id } }
      ... on UserError { message }
    }
  }`;

export const createToken = `
  mutation CreateToken($name: String!, $role: Role!, $expiresAt: DateTime) {
    createToken(input: { name: $name, role: $role, expiresAt: $expiresAt }) {
      ... on CreateTokenPayload { secret token { id } }
      ... on UserError { message }
    }
  }`;

export const revokeToken = `
  mutation RevokeToken($id: ID!) {
    revokeToken(input: { token: { id: $id } }) {
      ... on RevokeTokenPayload { token { id } }
      ... on UserError { message }
    }
  }`;
