import { hashOf, type TrustedDocument } from '../trusted/manifest.ts';
import * as documents from './generated/documents.ts';

/** What embeds ask: pages of other origins may read the answers of it, where they show them. */
export function embedDocuments(): readonly string[] {
  return [documents.embedClaimDocument.text, documents.embedChangesDocument.text];
}

/** All that pages ask: the server trusts it as it does what the SDK asks. */
export function pageDocuments(): readonly TrustedDocument[] {
  return Object.values(documents).map(({ text }) => ({ id: hashOf(text), body: text }));
}
