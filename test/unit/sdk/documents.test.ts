import type { DocumentNode } from 'graphql';
import { expect, test } from 'vitest';
import * as documents from '../../../sdk/src/generated/documents.ts';
import { printed } from '../../../sdk/src/print.ts';
import { excessOfDocument, excessOfText } from '../../../server/plugins/operation-limits.ts';

const all: readonly (readonly [string, DocumentNode])[] = Object.entries(documents);

test.each(all)('%s keeps within the limits of the server', (_name, document) => {
  expect(excessOfText(printed(document))).toBeUndefined();
  expect(excessOfDocument(document)).toBeUndefined();
});
