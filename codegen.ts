import type { CodegenConfig } from '@graphql-codegen/cli';
import type { CodegenPlugin } from '@graphql-codegen/plugin-helpers';
import { cache } from './sdk/codegen/cache.ts';
import { documents } from './sdk/codegen/documents.ts';
import { embeds } from './sdk/codegen/embeds.ts';
import { introspection } from './sdk/codegen/introspection.ts';
import { manifests } from './sdk/codegen/manifests.ts';
import { methods } from './sdk/codegen/methods.ts';
import { operations } from './sdk/codegen/operations.ts';
import { pages } from './sdk/codegen/pages.ts';
import { query } from './sdk/codegen/query.ts';
import { refusals } from './sdk/codegen/refusals.ts';
import { selections } from './sdk/codegen/selections.ts';

/** The plugins that know our SDK; any other is a package. */
const ours = new Map<string, CodegenPlugin>(
  Object.entries({
    cache,
    documents,
    embeds,
    introspection,
    manifests,
    methods,
    operations,
    pages,
    query,
    refusals,
    selections,
  }),
);

/** How the types of what is selected are written. */
const selectionTypes = {
  arrayInputCoercion: false,
  enumType: 'string-literal',
  exportFragmentSpreadSubTypes: true,
  immutableTypes: true,
  inlineFragmentTypes: 'combine',
  omitOperationSuffix: true,
  operationResultSuffix: 'Data',
  printFieldsOnNewLines: true,
  scalars: {
    ID: 'string',
    Date: 'string',
    DateTime: { input: 'string | Date', output: 'string' },
    URL: 'string',
  },
  skipTypename: true,
  strictScalars: true,
} as const;

const ofSdk: CodegenConfig['generates'] = {
  'sdk/src/generated/selections.ts': {
    plugins: ['selections'],
    config: selectionTypes,
  },
  'sdk/src/generated/refusals.ts': { plugins: ['refusals'] },
  'sdk/src/generated/operations.ts': { plugins: ['operations'] },
  'sdk/src/generated/methods.ts': { plugins: ['methods'] },
  'sdk/src/generated/documents.ts': { plugins: ['documents'] },
  ...Object.fromEntries(
    ['sdk', 'graphql', 'apollo', 'urql'].map((printer) => [
      `sdk/manifests/current/${printer}.json`,
      { plugins: ['manifests'], config: { printer } },
    ]),
  ),
  'sdk/src/generated/cache.ts': { plugins: ['cache'] },
  'sdk/src/generated/query.ts': { plugins: ['query'] },
  'sdk/src/generated/introspection.ts': { plugins: ['introspection'] },
};

const config: CodegenConfig = {
  schema: 'schema/schema.graphql',
  pluginLoader: async (name) => ours.get(name) ?? (await import(name)),
  generates: {
    ...Object.fromEntries(
      Object.entries(ofSdk).map(([file, output]) => [
        file,
        { ...output, documents: 'sdk/operations/*.graphql' },
      ]),
    ),
    'server/pages/generated/documents.ts': {
      documents: 'server/pages/documents/*.graphql',
      plugins: ['pages'],
      config: selectionTypes,
    },
    'server/pages/browser/generated/embed-documents.ts': {
      documents: 'server/pages/documents/{embed-*,shared}.graphql',
      plugins: ['embeds'],
      config: { ...selectionTypes, onlyOperationTypes: true },
    },
    'server/pages/browser/desk/generated/documents.ts': {
      documents: 'server/pages/browser/desk/documents/*.graphql',
      plugins: ['pages'],
      config: { ...selectionTypes, documentType: 'DeskDocument' },
    },
  },
};

export default config;
