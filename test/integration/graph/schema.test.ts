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

/** The columns that no field of their type tells, and why. */
const untoldColumns: Readonly<Record<string, string>> = {
  'Article.publishedAscending': 'Lists are ordered by it.',
  'Article.publishedDescending': 'Lists are ordered by it.',
  'Article.textKey': 'Article.copies and Article.copyOf go by it.',
  'Claim.awaitingReply': 'It is told by Claim.replies.',
  'Claim.dispute': 'Lists are ordered by it.',
  'Claim.happenedAscending': 'Lists are ordered by it.',
  'Claim.happenedDescending': 'Lists are ordered by it.',
  'Claim.listed': 'Lists go by it.',
  'Claim.notAsked': 'It is told by Claim.replies.',
  'Claim.onlyUnnamedSources': 'It is told by Claim.standing.',
  'Claim.publicAt': 'It decides who sees the claim; the CLAIM_ADDED event tells it.',
  'Claim.standingChangedAt': 'It is told by Claim.standing.',
  'Claim.status': 'It is told by Claim.standing.',
  'Claim.toldAt': 'The CLAIM_ADDED event tells it.',
  'ClaimLink.revokedReason': 'The CLAIM_LINK_REVOKED event tells it.',
  'Evidence.firstShownBy':
    'It is what an import told where texts are missing; exports tell it, worked out anew.',
  'Evidence.withdrawnReason': 'The EVIDENCE_WITHDRAWN event tells it.',
  'Reversal.effectiveAt': 'It is told by its later stance.',
  'Stance.counting': 'Filters of claims go by it.',
  'Stance.listed': 'Lists go by it.',
};

/** What reading itself needs of every row. */
const isOfEvery = (path: string): boolean => /\.(key|place)$/.test(path);

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

  test('tells every column of a row, or leaves it out for a reason', () => {
    const untold = types.flatMap((type) => {
      const { rows } = type.extensions;
      if (!isObjectType(type) || typeof rows !== 'object' || rows === null || !('names' in rows))
        return [];
      const told = new Set(
        Object.values(type.getFields()).flatMap(({ extensions }) => [
          ...[extensions.columns ?? []].flat(),
          extensions.pothosExposedField,
        ]),
      );
      const names = Array.isArray(rows.names) ? rows.names : [];
      return names.flatMap((name) => (told.has(name) ? [] : [`${type.name}.${name}`]));
    });

    const withoutReason = untold.filter((path) => !(path in untoldColumns || isOfEvery(path)));
    expect(withoutReason, 'They need a field, or a reason in `untoldColumns`').toEqual([]);
    expect(Object.keys(untoldColumns).filter((path) => !untold.includes(path))).toEqual([]);
  });

  test('has one shape of connection; claims, stances and articles are counted by facets, too', () => {
    const connections = types.filter(({ name }) => name.endsWith('Connection'));
    expect(connections.length).toBeGreaterThan(7);
    for (const type of connections) {
      const fields = isObjectType(type) ? type.getFields() : {};
      const shape = Object.entries(fields).map(([name, field]) => `${name}: ${field.type}`);
      const [node] = type.name.split('Connection');
      expect(shape.sort()).toEqual([
        `edges: [${node}Edge!]!`,
        ...(['Article', 'Claim', 'Stance'].includes(node ?? '') ? ['facets: [FacetCount!]!'] : []),
        'feedCursor: String!',
        // A search tells how much of its query it goes by.
        ...(type.name === 'SearchConnection' ? ['matched: SearchMatch!'] : []),
        `nodes: [${getNamedType(fields.nodes?.type)?.name}!]!`,
        'pageInfo: PageInfo!',
        'totalCount: Int',
        'totalCountIsExact: Boolean!',
      ]);
    }
  });

  test('speaks of no key of the database', () => {
    expect(printSchema(schema)).not.toMatch(/\b\w*Key\b: Int/);
  });
});
