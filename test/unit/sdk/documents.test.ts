import { readFile } from 'node:fs/promises';
import { buildSchema, type DocumentNode, isInterfaceType, visit } from 'graphql';
import { expect, test } from 'vitest';
import * as documents from '../../../sdk/src/generated/documents.ts';
import { printed } from '../../../sdk/src/print.ts';
import { excessOfDocument, excessOfText } from '../../../server/plugins/operation-limits.ts';

const { possibleTypes, ...named } = documents;
const all: readonly (readonly [string, DocumentNode])[] = Object.entries(named);

test.each(all)('%s keeps within the limits of the server', (_name, document) => {
  expect(excessOfText(printed(document))).toBeUndefined();
  expect(excessOfDocument(document)).toBeUndefined();
});

test('every interface that a fragment is on has its possible types told', async () => {
  const conditions = new Set<string>();
  for (const [, document] of all)
    visit(document, {
      FragmentDefinition: ({ typeCondition }) => void conditions.add(typeCondition.name.value),
      InlineFragment: ({ typeCondition }) =>
        void (typeCondition && conditions.add(typeCondition.name.value)),
    });
  const schema = buildSchema(
    await readFile(new URL('../../../schema/schema.graphql', import.meta.url), 'utf8'),
  );
  const interfaces = [...conditions].filter((name) => isInterfaceType(schema.getType(name)));

  expect(interfaces.sort()).toEqual(['Node', 'UserError']);
  expect(possibleTypes).toMatchObject({
    Node: expect.arrayContaining(['Claim', 'Stance']),
    UserError: expect.arrayContaining(['Conflict', 'QuoteAmbiguous']),
  });
});
