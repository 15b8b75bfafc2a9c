import type { CodegenPlugin } from '@graphql-codegen/plugin-helpers';
import { catalogOf, docComment, type Operation } from './catalog.ts';
import { type Kind, listsOf, methodsIn } from './kind.ts';
import { typeImports } from './type-imports.ts';

type Method = readonly [Operation, Kind];

/** Writes the methods of the client, each with its manual, and the table that it is made from. */
export const methods: CodegenPlugin = {
  plugin(schema, documents) {
    const catalog = catalogOf(schema, documents);
    const all = methodsIn(schema, catalog);
    const kinds = all.map(([, kind]) => kind);
    const listsIn = ([operation]: Method): readonly Method[] => {
      const lists = listsOf(operation, catalog);
      return all.filter(([list]) => lists.includes(list));
    };
    const roots = all.filter(([{ nested }]) => !nested);
    return {
      prepend: [
        `import type { ${importedBy(kinds.filter(isWatched))} } from '../live-ways.ts';`,
        `import type { ${importedBy(kinds.filter((kind) => !isWatched(kind)))} } from '../operation.ts';`,
        `import { watched } from '../watched.ts';`,
        `import {\n  ${all.map(([{ name }]) => name).join(',\n  ')},\n} from './operations.ts';`,
        ...typeImports(kinds),
      ],
      content: [
        '\n/** One method for each operation. */\nexport interface Methods {',
        ...roots.map((method) => signatureOf(method, listsIn(method))),
        '}\n\n/** The same as functions, to be bound to a connection. */\nexport const operations = {',
        ...roots.map((method) => entryOf(method, listsIn(method))),
        '};\n',
      ].join('\n'),
    };
  },
};

function importedBy(kinds: readonly Kind[]): string {
  return [...new Set(kinds.map(typeAsMethod))].sort().join(', ');
}

const isWatched = ({ isLive }: Kind): boolean => isLive === true;

/** What can be watched is watched by a method of its own. */
const typeAsMethod = ({ isLive, type }: Kind): string => (isLive ? `Live${type}` : type);

function signatureOf(method: Method, lists: readonly Method[]): string {
  const [{ name, manual }] = method;
  if (lists.length === 0)
    return `${docComment(manual, '  ')}  readonly ${name}: ${typeOf(method)};`;
  const nested = lists.map(
    (list) =>
      `${docComment(list[0].manual, '    ')}    readonly ${list[0].nested?.field}: ${typeOf(list)};\n`,
  );
  return `${docComment(manual, '  ')}  readonly ${name}: ${typeOf(method)} & {\n${nested.join('')}  };`;
}

// A bare function stands for one that has lists, so that the one in operations.ts stays without.
function entryOf([{ name }, { isLive, type }]: Method, lists: readonly Method[]): string {
  const nested = lists.map(([list]) => `${list.nested?.field}: ${list.name}`);
  if (isLive && type === 'List') nested.push(`page: ${name}.page, all: ${name}.all`);
  if (isLive) nested.push(`live: watched(${name})`);
  return nested.length === 0
    ? `  ${name},`
    : `  ${name}: Object.assign(${name}.bind(null), { ${nested.join(', ')} }),`;
}

const typeOf = ([, kind]: Method): string =>
  `${typeAsMethod(kind)}<[], ${kind.typeArguments.join(', ')}>`;
