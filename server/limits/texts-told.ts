import { type DocumentNode, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import { schema } from '../../schema/schema.ts';

/** Fields that tell texts of any length, or of any number of actors that are one. */
const longTexts: ReadonlySet<string> = new Set([
  'Actor.aliases',
  'Actor.mergedFrom',
  'Article.text',
  'ArticleChanges.come',
  'ArticleChanges.gone',
  'RecordExport.lines',
]);

/** Whether the document asks for texts whose length nobody knows before they are read. */
export function tellsTexts(document: DocumentNode): boolean {
  const types = new TypeInfo(schema);
  let found = false;
  visit(
    document,
    visitWithTypeInfo(types, {
      Field({ name }) {
        if (longTexts.has(`${types.getParentType()?.name}.${name.value}`)) found = true;
      },
    }),
  );
  return found;
}
