import type { CodegenPlugin } from '@graphql-codegen/plugin-helpers';
import { catalogOf, docComment, type Operation } from './catalog.ts';
import { type Kind, methodsIn } from './kind.ts';
import { typeImports } from './type-imports.ts';

/** A question, and how a client is asked it. */
interface Asked {
  readonly operation: Operation;
  /** The method of the client, and what of it answers a page. */
  readonly method: string;
  readonly way: string;
  readonly isList: boolean;
  readonly types: readonly [variables: string, answer: string];
}

/** Writes for each question the options by which TanStack Query asks it, and for each list those that ask page by page. */
export const query: CodegenPlugin = {
  plugin(schema, documents) {
    const asked = methodsIn(schema, catalogOf(schema, documents)).flatMap(askedIn);
    const typeArguments = asked.flatMap(({ types }) => types);
    return {
      prepend: [
        `import type { Methods } from './methods.ts';`,
        `import { pages, type Pages, question, type Question } from '../query-options.ts';`,
        typeImports([{ typeArguments }])[1] ?? '',
        `\nexport type { InfiniteQueryOptions, QueryOptions } from '../query-options.ts';\n`,
      ],
      content: asked
        .flatMap((each) => (each.isList ? [one(each), list(each)] : [one(each)]))
        .join('\n'),
    };
  },
};

function askedIn([operation, { factory, typeArguments }]: readonly [Operation, Kind]): Asked[] {
  if (factory === 'mutation' || factory === 'feed') return [];
  const { name, nested } = operation;
  const [variables = '', answer = ''] = typeArguments.slice(factory === 'log' ? 2 : 0);
  const method = nested ? name.slice(0, -nested.field.length) : name;
  const way = factory === 'log' ? '.page' : nested ? `.${nested.field}` : '';
  return [{ operation, method, way, isList: factory !== 'read', types: [variables, answer] }];
}

function one({ operation: { name }, method, way, types }: Asked): string {
  const [variables, answer] = types;
  const given = variables === 'unknown' ? 'Record<never, never>' : variables;
  const manual = [
    `How TanStack Query asks \`${name}\`.`,
    `@example const { data } = useQuery(${name}QueryOptions(record${variables === 'unknown' ? '' : ', variables'}));`,
  ];
  return `${docComment(manual)}export const ${name}QueryOptions: Question<Pick<Methods, '${method}'>, ${given}, ${answer}> =
  /*#__PURE__*/ question('${name}', (record, given) => record.${method}${way}(given));
`;
}

function list({ operation: { name }, method, way, types: [variables, answer] }: Asked): string {
  const manual = [
    `How TanStack Query asks \`${name}\` page by page.`,
    `@example const { data } = useInfiniteQuery(${name}InfiniteQueryOptions(record, variables));`,
  ];
  return `${docComment(manual)}export const ${name}InfiniteQueryOptions: Pages<Pick<Methods, '${method}'>, ${variables}, ${answer}> =
  /*#__PURE__*/ pages('${name}', (record, given: ${variables}) => record.${method}${way}(given));
`;
}
