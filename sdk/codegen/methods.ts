import type { CodegenPlugin } from '@graphql-codegen/plugin-helpers';
import { catalogOf, docComment } from './catalog.ts';
import { methodsIn } from './kind.ts';
import { typeImports } from './type-imports.ts';

/** Writes the methods of the client, each with its manual, and the table that it is made from. */
export const methods: CodegenPlugin = {
  plugin(schema, documents) {
    const methods = methodsIn(schema, catalogOf(schema, documents));
    const kinds = methods.map(([, kind]) => kind);
    const names = methods.map(([{ name }]) => name);
    return {
      prepend: [
        `import type { ${[...new Set(kinds.map(({ type }) => type))].sort().join(', ')} } from '../operation.ts';`,
        `import {\n  ${names.join(',\n  ')},\n} from './operations.ts';`,
        ...typeImports(kinds),
      ],
      content: [
        '\n/** One method for each operation. */\nexport interface Methods {',
        ...methods.map(
          ([{ name, manual }, { type, typeArguments }]) =>
            `${docComment(manual, '  ')}  readonly ${name}: ${type}<[], ${typeArguments.join(', ')}>;`,
        ),
        `}\n\n/** The same as functions, to be bound to a connection. */\nexport const operations = {\n  ${names.join(',\n  ')},\n};\n`,
      ].join('\n'),
    };
  },
};
