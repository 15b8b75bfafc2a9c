import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
  printSchema,
} from 'graphql';
import { describe, expect, test } from 'vitest';
import { selectionBelow } from '../../../schema/reading/selection.ts';
import { schema } from '../../../schema/schema.ts';

const types = Object.values(schema.getTypeMap()).filter(
  (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
);

interface Described {
  readonly name: string;
  readonly description?: string | null | undefined;
}

describe('the schema', () => {
  test('describes every type, field, argument and value', () => {
    const undescribed: string[] = [];
    const look = (path: string, { description, name }: Described) => {
      if (!description?.trim()) undescribed.push(`${path}${name}`);
    };
    for (const type of types) {
      look('', type);
      if (isEnumType(type)) for (const value of type.getValues()) look(`${type.name}.`, value);
      if (isInputObjectType(type)) {
        for (const field of Object.values(type.getFields())) look(`${type.name}.`, field);
      }
      if (isObjectType(type) || isInterfaceType(type)) {
        for (const field of Object.values(type.getFields())) {
          look(`${type.name}.`, field);
          for (const arg of field.args) look(`${type.name}.${field.name}.`, arg);
        }
      }
    }
    expect(undescribed).toEqual([]);
  });

  test('says of every field of a row which columns it reads', () => {
    const rows = types.filter((type) => isObjectType(type) && 'rows' in type.extensions);
    expect(rows.length).toBeGreaterThan(6);
    for (const type of rows) {
      if (!isObjectType(type)) continue;
      const selections = Object.keys(type.getFields()).map((value) => ({
        kind: 'Field' as const,
        name: { kind: 'Name' as const, value },
      }));
      const place = {
        fieldNodes: [
          {
            kind: 'Field' as const,
            name: { kind: 'Name' as const, value: 'row' },
            selectionSet: { kind: 'SelectionSet' as const, selections },
          },
        ],
        fragments: {},
        returnType: type,
        schema,
      } as never;
      expect(() => selectionBelow(place, type.name)).not.toThrow();
    }
  });

  test('has one shape of connection', () => {
    const connections = types.filter(({ name }) => name.endsWith('Connection'));
    expect(connections.length).toBeGreaterThan(7);
    for (const type of connections) {
      const fields = isObjectType(type) ? type.getFields() : {};
      const shape = Object.entries(fields).map(([name, field]) => `${name}: ${field.type}`);
      const [node] = type.name.split('Connection');
      expect(shape.sort()).toEqual([
        `edges: [${node}Edge!]!`,
        'feedCursor: String!',
        `nodes: [${getNamedType(fields.nodes?.type)?.name}!]!`,
        'pageInfo: PageInfo!',
        'totalCount: Int',
      ]);
    }
  });

  test('speaks of no key of the database', () => {
    expect(printSchema(schema)).not.toMatch(/\b\w*Key\b: Int/);
  });
});
