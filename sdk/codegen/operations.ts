import type { CodegenPlugin } from '@graphql-codegen/plugin-helpers';
import { type ASTNode, print, stripIgnoredCharacters } from 'graphql';
import { type Catalog, catalogOf, docComment, type Operation } from './catalog.ts';
import { exampleIn, functionExampleIn, wordsIn } from './examples.ts';
import { type Kind, methodsIn, pagesOf } from './kind.ts';
import { typeImports } from './type-imports.ts';

/**
 * Writes one function for each operation. Each is made by a call that bundlers may drop with all that it is given, so
 * that a bundle holds the operations in use and no others.
 */
export const operations: CodegenPlugin = {
  plugin(schema, documents) {
    const catalog = catalogOf(schema, documents);
    const methods = methodsIn(schema, catalog);
    const kinds = methods.map(([, kind]) => kind);
    const factories = [...new Set(kinds.map(({ factory }) => factory))].sort();
    const types = [...new Set(kinds.map(({ type }) => `type ${type}`))].sort();
    return {
      prepend: [
        `import type { Connection } from '../connect.ts';`,
        `import { ${[...factories, ...types].join(', ')} } from '../operation.ts';`,
        ...typeImports(kinds),
        `\nexport { readingByGet } from '../by-hash.ts';\nexport { type Connection, connect } from '../connect.ts';\nexport { request } from '../own-document.ts';\nexport { live } from '../watched.ts';\n`,
      ],
      content: [
        ...catalog.fragments.map((node) => `const ${node.name.value}Fragment = ${text(node)};`),
        ...methods.map(([operation, kind]) => functionFor(operation, kind, catalog)),
        '',
      ].join('\n'),
    };
  },
};

function functionFor(
  operation: Operation,
  { factory, type, typeArguments, isKeyed }: Kind,
  catalog: Catalog,
): string {
  const { name } = operation;
  const pages = pagesOf(operation, catalog);
  const given = [documentOf(operation)];
  if (pages && factory === 'log') given.push(documentOf(pages));
  if (isKeyed === false) given.push('{ isKeyed: false }');
  const manual = [...wordsIn(operation), ...exampleIn(operation).map(functionExampleIn(operation))];
  return `
${docComment(manual)}export const ${name}: ${type}<[connection: Connection], ${typeArguments.join(', ')}> = /*#__PURE__*/ ${factory}(
  ${given.join(',\n  ')},
);`;
}

/** The pieces of a document. They are joined when they are sent: a sum of strings is nothing that bundlers drop. */
const documentOf = ({ node, fragments }: Operation): string =>
  `[${[text(node), ...fragments.map((fragment) => `${fragment.name.value}Fragment`)].join(', ')}]`;

function text(node: ASTNode): string {
  const bare = stripIgnoredCharacters(print(node));
  return bare.includes("'") ? JSON.stringify(bare) : `'${bare}'`;
}
