import { createHash } from 'node:crypto';
import type { CodegenPlugin } from '@graphql-codegen/plugin-helpers';
import { plugin as typescriptOperations } from '@graphql-codegen/typescript-operations';
import { textsOf } from './pages.ts';

/** Writes for what runs on the pages of others what it asks: each document by its hash, with the type of what is answered. */
export const embeds: CodegenPlugin = {
  async plugin(schema, files, ...rest) {
    const types = await typescriptOperations(schema, files, ...rest);
    const { content, prepend = [] } = typeof types === 'string' ? { content: types } : types;
    const documents = textsOf(files).map(({ name, text }) => {
      const hash = createHash('sha256').update(text).digest('hex');
      return `/** The hash of the document of this name. */\nexport const hashOf${name} = '${hash}';\n`;
    });
    return { prepend, content: `${content}\n${documents.join('\n')}` };
  },
};
