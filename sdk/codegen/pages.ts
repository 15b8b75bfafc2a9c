import type { CodegenPlugin, Types } from '@graphql-codegen/plugin-helpers';
import { plugin as typescriptOperations } from '@graphql-codegen/typescript-operations';
import { concatAST, Kind, print, separateOperations } from 'graphql';

/** Writes what the server's own pages ask: the text of each document, and the type of what is answered. */
export const pages: CodegenPlugin = {
  async plugin(schema, files, ...rest) {
    const types = await typescriptOperations(schema, files, ...rest);
    const { content, prepend = [] } = typeof types === 'string' ? { content: types } : types;
    return {
      prepend: ["import type { PageDocument } from '../page-document.ts';", ...prepend],
      content: `${content}\n${documentsIn(files).join('\n')}`,
    };
  },
};

function documentsIn(files: readonly Types.DocumentFile[]): string[] {
  const all = concatAST(files.flatMap(({ document }) => document ?? []));
  return Object.entries(separateOperations(all)).map(([name, document]) => {
    const variables = document.definitions.some(
      (each) => each.kind === Kind.OPERATION_DEFINITION && each.variableDefinitions?.length,
    );
    const answers = `PageDocument<${name}Data, ${variables ? `${name}Variables` : 'Record<string, never>'}>`;
    const variable = `${name.charAt(0).toLowerCase()}${name.slice(1)}Document`;
    return `\nexport const ${variable}: ${answers} = {\n  name: '${name}',\n  text: ${JSON.stringify(print(document))},\n};\n`;
  });
}
