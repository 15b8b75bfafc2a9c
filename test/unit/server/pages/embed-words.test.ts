import { expect, test } from 'vitest';
import { counted, statusWords } from '../../../../server/pages/browser/embed-words.ts';
import {
  hashOfEmbedChanges,
  hashOfEmbedClaim,
} from '../../../../server/pages/browser/generated/embed-documents.ts';
import { embedDocuments } from '../../../../server/pages/page-documents.ts';
import { words } from '../../../../server/pages/render/words.ts';
import { hashOf } from '../../../../server/trusted/manifest.ts';

test('an embedded claim is told of in the words of its page', () => {
  expect(statusWords).toEqual(words.status);
  expect(`${counted(1, 'article')}, ${counted(2, 'origin')}`).toBe(words.articlesAndOrigins(1, 2));
});

test('what an embedded claim asks by hash is what the server opens to the pages of others', () => {
  expect([hashOfEmbedClaim, hashOfEmbedChanges]).toEqual(embedDocuments().map(hashOf));
});
