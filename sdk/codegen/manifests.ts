import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { addTypenameToDocument } from '@apollo/client/utilities';
import type { CodegenPlugin } from '@graphql-codegen/plugin-helpers';
import { formatDocument, stringifyDocument } from '@urql/core';
import {
  type DocumentNode,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  stripIgnoredCharacters,
} from 'graphql';
import { catalogOf } from './catalog.ts';

/** How the text of a document is made, by whoever asks it: the same document has another text, and hash, with each of them. */
const printers = {
  /** The SDK itself. */
  sdk: ({ definitions }: DocumentNode) =>
    definitions.map((definition) => stripIgnoredCharacters(print(definition))).join(''),
  /** Whoever sends a document as `graphql` prints it. */
  graphql: print,
  /** Apollo's client, whose cache asks for `__typename`. */
  apollo: (document: DocumentNode) => print(addTypenameToDocument(document)),
  /** urql, whose caches do the same. */
  urql: (document: DocumentNode) => stringifyDocument(formatDocument(document) as DocumentNode),
};

type Printer = keyof typeof printers;

/** An operation, as `apollo-persisted-query-manifest` has it. */
interface ManifestOperation {
  readonly id: string;
  readonly name: string;
  readonly type: OperationDefinitionNode['operation'];
  readonly body: string;
}

/** Writes the documents of the SDK as a manifest, as the client prints them that `printer` names. */
export const manifests: CodegenPlugin<{ printer: Printer }> = {
  plugin(schema, files, { printer }) {
    const { operations } = catalogOf(schema, files);
    const documents = operations.map(
      ({ node, fragments }): DocumentNode => ({
        kind: Kind.DOCUMENT,
        definitions: [node, ...fragments],
      }),
    );
    const inner = printer === 'sdk' ? innerTexts() : [];
    return manifestOf([...documents.map(printers[printer]), ...inner]);
  },
};

/** A manifest of these texts. */
export function manifestOf(texts: readonly string[]): string {
  const operations = [...new Set(texts)].map(operationOf);
  const manifest = { format: 'apollo-persisted-query-manifest', version: 1, operations };
  return `${JSON.stringify(manifest, null, 1)}\n`;
}

function operationOf(body: string): ManifestOperation {
  const operation = parse(body).definitions.find(
    (definition) => definition.kind === Kind.OPERATION_DEFINITION,
  );
  if (!operation?.name) throw new Error(`This has no name: ${body}`);
  const id = createHash('sha256').update(body).digest('hex');
  return { id, name: operation.name.value, type: operation.operation, body };
}

const sources = new URL('../src/', import.meta.url);

/** What the SDK asks besides its operations: it stands in its sources, each in a text of its own. */
function innerTexts(): string[] {
  const names = readdirSync(sources).filter((name) => name.endsWith('.ts'));
  return names.flatMap((name) => {
    const source = readFileSync(new URL(name, sources), 'utf8').replaceAll(
      /^\s*(\*|\/\/).*$/gm,
      '',
    );
    return [...source.matchAll(/'((?:query|subscription) \w+[({][^'\n]+\})'/g)].map(
      ([, text = '']) => text,
    );
  });
}
