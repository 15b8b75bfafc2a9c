import type { CodegenPlugin } from '@graphql-codegen/plugin-helpers';
import {
  type GraphQLNamedType,
  type GraphQLSchema,
  isInterfaceType,
  isObjectType,
  isUnionType,
} from 'graphql';
import { capitalised, catalogOf, docComment } from './catalog.ts';

/**
 * Writes one interface for each refusal, its `code` narrowed to the one that it has: the name of its type, in capitals.
 * Needs a fragment `RefusalFacts` on UserError, which selects their facts.
 */
export const refusals: CodegenPlugin = {
  plugin(schema, documents) {
    const kinds = schema
      .getPossibleTypes(userErrorOf(schema))
      .map(({ name }) => name)
      .sort();
    const { operations } = catalogOf(schema, documents);
    const unions = operations
      .filter(({ node }) => node.operation === 'mutation')
      .map(({ name, answer }) =>
        unionType(`${capitalised(name)}Refusal`, refusalsIn(schema, answer), [
          `Why \`${name}\` may be refused.`,
          `@example`,
          `const answer = await record.${name}.safe(input);`,
          `const refusal: ${capitalised(name)}Refusal | undefined = answer.ok ? undefined : answer.refusal;`,
        ]),
      );
    return {
      prepend: [
        `import type { ${kinds.map((kind) => `RefusalFacts_${kind}`).join(', ')} } from './selections.ts';`,
      ],
      content: [
        ...kinds.map((kind) => interfaceOf(schema, kind)),
        unionType('Refusal', kinds, [
          'Why a change may be refused.',
          '@example const show = ({ code, message }: Refusal) => console.log(code, message);',
        ]),
        ...unions,
      ].join('\n'),
    };
  },
};

/** The refusals that a result union names, in order of name. */
export function refusalsIn(schema: GraphQLSchema, result: GraphQLNamedType): string[] {
  if (!isUnionType(result))
    throw new Error(`${result.name} is no union of a payload and refusals.`);
  const members = result.getTypes().filter((type) => schema.isSubType(userErrorOf(schema), type));
  return members.map(({ name }) => name).sort();
}

function userErrorOf(schema: GraphQLSchema) {
  const type = schema.getType('UserError');
  if (!isInterfaceType(type)) throw new Error('The schema has no interface UserError.');
  return type;
}

function interfaceOf(schema: GraphQLSchema, kind: string): string {
  const code = kind.replace(/(?<!^)(?=[A-Z])/g, '_').toUpperCase();
  const type = schema.getType(kind);
  const manual = isObjectType(type) && type.description ? [type.description] : [];
  manual.push(
    `@example if (!answer.ok && answer.refusal.code === '${code}') show(answer.refusal.message);`,
  );
  return `${docComment(manual)}export interface ${kind} extends Omit<RefusalFacts_${kind}, 'code'> {
  readonly code: '${code}';
}
`;
}

const unionType = (name: string, members: readonly string[], manual: readonly string[]): string =>
  `${docComment(manual)}export type ${name} =${members.map((member) => `\n  | ${member}`).join('')};\n`;
