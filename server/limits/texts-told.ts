import { type DocumentNode, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import { schema } from '../../schema/schema.ts';
import { pointsPerLetter, pointsPerNameLetter } from './reading-prices.ts';

/** Fields that tell texts of any length, or of any number of actors that are one, and points for a letter of what tells them. */
const longTexts: ReadonlyMap<string, number> = new Map([
  ['Actor.aliases', pointsPerNameLetter],
  ['Actor.mergedFrom', pointsPerNameLetter],
  ['Article.text', pointsPerLetter],
  ['ArticleChanges.come', pointsPerLetter],
  ['ArticleChanges.gone', pointsPerLetter],
  ['RecordExport.lines', pointsPerLetter],
]);

/** Points for each letter of an answer: none where the document asks for no texts whose length nobody knows before they are read. */
export function letterRate(document: DocumentNode): number {
  const types = new TypeInfo(schema);
  let rate = 0;
  visit(
    document,
    visitWithTypeInfo(types, {
      Field({ name }) {
        const own = longTexts.get(`${types.getParentType()?.name}.${name.value}`);
        rate = Math.max(rate, own ?? 0);
      },
    }),
  );
  return rate;
}
