import type { CodegenPlugin, Types } from '@graphql-codegen/plugin-helpers';
import { plugin as typescriptOperations } from '@graphql-codegen/typescript-operations';
import { concatAST, Kind, print, separateOperations } from 'graphql';

/** Writes what the server's own pages ask: the text of each document, and the type of what is answered. */
export const pages: CodegenPlugin = {
  async plugin(schema, files, ...[config, ...rest]) {
    const { documentType: Type = 'PageDocument', ...selected } = config;
    const types = await typescriptOperations(schema, files, selected, ...rest);
    const { content, prepend = [] } = typeof types === 'string' ? { content: types } : types;
    return {
      prepend: [`import type { ${Type} } from '../${fileOf(Type)}.ts';`, ...prepend],
      content: `${content}\n${documentsIn(files, Type).join('\n')}`,
    };
  },
};

/** `PageDocument` is exported by `page-document`. */
const fileOf = (type: string): string =>
  type.replaceAll(/(?!^)[A-Z]/g, (letter) => `-${letter}`).toLowerCase();

/** The operations of these files by name, each as the text that is asked. */
export function textsOf(files: readonly Types.DocumentFile[]) {
  const all = concatAST(files.flatMap(({ document }) => document ?? []));
  return Object.entries(separateOperations(all)).map(([name, document]) => ({
    name,
    document,
    text: print(document),
  }));
}

function documentsIn(files: readonly Types.DocumentFile[], type: string): string[] {
  return textsOf(files).map(({ document, name, text }) => {
    const variables = document.definitions.some(
      (each) => each.kind === Kind.OPERATION_DEFINITION && each.variableDefinitions?.length,
    );
    const answers = `${type}<${name}Data, ${variables ? `${name}Variables` : 'Record<string, never>'}>`;
    const variable = `${name.charAt(0).toLowerCase()}${name.slice(1)}Document`;
    return `\nexport const ${variable}: ${answers} = {\n  name: '${name}',\n  text: ${JSON.stringify(text)},\n};\n`;
  });
}
