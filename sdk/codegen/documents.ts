import type { CodegenPlugin } from '@graphql-codegen/plugin-helpers';
import type { ASTNode } from 'graphql';
import { capitalised, catalogOf, type Operation } from './catalog.ts';

/** Writes each operation as a DocumentNode, for the clients that want one. Fragments are written once and shared. */
export const documents: CodegenPlugin = {
  plugin(schema, files) {
    const { operations, fragments } = catalogOf(schema, files);
    const types = operations.flatMap(({ name }) => [
      `${capitalised(name)}Data`,
      `${capitalised(name)}Variables`,
    ]);
    return {
      prepend: [
        `import type { TypedDocumentNode } from '../typed-document.ts';`,
        `import type {\n  ${types.join(',\n  ')},\n} from './selections.ts';\n`,
      ],
      content: [
        ...fragments.map((node) => `const ${node.name.value}Fragment = ${literal(node)};`),
        ...operations.map(documentOf),
        "\nexport { possibleTypes } from './cache.ts';",
        '',
      ].join('\n'),
    };
  },
};

function documentOf({ name, node, fragments }: Operation): string {
  const type = capitalised(name);
  const spread = fragments.map((fragment) => `, ${fragment.name.value}Fragment`).join('');
  return `
/**
 * \`${name}\` as a document, for clients of other makes.
 * @example const { data } = await client.query(${type}Document, variables);
 */
export const ${type}Document = { kind: 'Document', definitions: [${literal(node)}${spread}] } as unknown as TypedDocumentNode<
  ${type}Data,
  ${type}Variables
>;`;
}

/** The node as JSON, without the places where it stood and without what is empty. */
function literal(node: ASTNode): string {
  return JSON.stringify(node, (key, value) =>
    key === 'loc' || (Array.isArray(value) && value.length === 0) ? undefined : value,
  );
}
