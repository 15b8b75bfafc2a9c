import {
  type ConstDirectiveNode,
  type DocumentNode,
  type GraphQLSchema,
  Kind,
  parse,
  parseConstValue,
  print,
  printSchema,
  visit,
} from 'graphql';

/** What another graph may refer to by its id. */
export const entityTypes: ReadonlySet<string> = new Set(['Actor', 'Article', 'Claim', 'Stance']);

const head = `extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@shareable", "@inaccessible"])`;

/** The schema as a subgraph tells it: what has a key, what others have, too, and what stays out of their graph. */
export function subgraphSdl(schema: GraphQLSchema): string {
  const sdl: DocumentNode = visit(parse(printSchema(schema)), {
    ObjectTypeDefinition(node) {
      const { name, directives = [], fields = [] } = node;
      if (entityTypes.has(name.value))
        return { ...node, directives: [...directives, directive('key', { fields: '"id"' })] };
      if (name.value === 'PageInfo')
        return { ...node, directives: [...directives, directive('shareable')] };
      if (name.value !== 'Query') return undefined;
      const hidden = (field: (typeof fields)[number]) =>
        /^nodes?$/.test(field.name.value)
          ? { ...field, directives: [directive('shareable'), directive('inaccessible')] }
          : field;
      return { ...node, fields: fields.map(hidden) };
    },
  });
  return `${head}\n\n${print(sdl)}\n`;
}

function directive(
  name: string,
  values: Readonly<Record<string, string>> = {},
): ConstDirectiveNode {
  return {
    kind: Kind.DIRECTIVE,
    name: { kind: Kind.NAME, value: name },
    arguments: Object.entries(values).map(([key, value]) => ({
      kind: Kind.ARGUMENT,
      name: { kind: Kind.NAME, value: key },
      value: parseConstValue(value),
    })),
  };
}
