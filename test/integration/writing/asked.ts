import type { DocumentNode, OperationDefinitionNode, TypeNode } from 'graphql';
import * as documents from '../../../sdk/src/generated/documents.ts';
import { rawRows } from '../../kit/raw-rows.ts';

/** An operation of the SDK, and some of what it may be asked with. */
export interface AskedOperation {
  readonly name: string;
  readonly document: DocumentNode;
  readonly variables: readonly Readonly<Record<string, unknown>>[];
}

/** Values for a variable of this type. */
type Values = (type: string, name: string) => readonly unknown[];

/** All queries of the SDK, each with every value that `valuesFor` has for one of its variables beside the first of the others. */
export function askedOperations(valuesFor: Values): readonly AskedOperation[] {
  return Object.values<object>(documents).flatMap((exported) => {
    if (!isDocument(exported)) return [];
    const document = exported;
    const operation = document.definitions.find(
      (one): one is OperationDefinitionNode => one.kind === 'OperationDefinition',
    );
    if (operation?.operation !== 'query') return [];
    const choices = (operation.variableDefinitions ?? []).map(({ type, variable }) => {
      const name = variable.name.value;
      return { name, values: valuesFor(nameOf(type), name) };
    });
    const first = Object.fromEntries(choices.map(({ name, values }) => [name, values[0]]));
    const others = choices.flatMap(({ name, values }) =>
      values.slice(1).map((value) => ({ ...first, [name]: value })),
    );
    return { name: operation.name?.value ?? '', document, variables: [first, ...others] };
  });
}

/** What the record at this path is asked for. */
export function valuesOn(path: string): Values {
  const named = new Map(
    Object.entries({
      actor: 'actors',
      article: 'articles',
      claim: 'claims',
      stance: 'stances',
    }).map(([noun, table]) => [
      noun,
      rawRows<{ id: string; slug: string }>(path, `select id, slug from ${table} order by key`),
    ]),
  );
  const by = (noun: string): readonly unknown[] => {
    const rows = named.get(noun) ?? [];
    const one = rows.slice(-1).map(({ slug }) => ({ slug }));
    return [
      ...rows.slice(0, 6).map(({ id }) => ({ id })),
      ...one,
      { slug: 'nobody' },
      { id: 'nonsense' },
    ];
  };
  const references = (noun: string) => by(noun).slice(0, 3);
  const actor = references('actor')[1];
  const values: Readonly<Record<string, readonly unknown[]>> = {
    ActorBy: by('actor'),
    ArticleBy: by('article'),
    ClaimBy: by('claim'),
    ID: [...named.values()].flatMap((rows) => rows.slice(0, 2).map(({ id }) => id)),
    Boolean: [false, true],
    ActorFilter: [undefined, { kind: 'OUTLET' }, {}],
    ArticleFilter: [undefined, { outlet: actor }, { language: 'en' }, { withdrawn: true }],
    ClaimFilter: [
      undefined,
      { kind: 'FACT' },
      { status: 'UNADDRESSED' },
      { stances: [{ actor }] },
      { stances: [{ actor: { slug: 'nobody' } }] },
      { topic: 'call' },
      { review: 'DRAFT' },
    ],
    StanceFilter: [undefined, { actor }, { kind: 'ASSERTS' }, { withdrawn: true }],
    ClaimOrder: [
      undefined,
      { field: 'RECORDED_AT', direction: 'ASC' },
      { field: 'HAPPENED_FROM', direction: 'DESC' },
      { field: 'HAPPENED_FROM', direction: 'ASC' },
      { field: 'STANDING_CHANGED_AT' },
    ],
    StanceOrder: [undefined, { field: 'SAID_AT', direction: 'ASC' }, { field: 'SAID_AT' }],
    ArticleOrder: [undefined, { field: 'PUBLISHED_AT', direction: 'ASC' }],
    ActorOrder: [undefined, { field: 'NAME', direction: 'ASC' }],
    DateTime: [undefined, '2026-06-01T00:00:00Z'],
  };
  return (type, name) => {
    if (type.startsWith('[')) return [(values[type.slice(1, -1)] ?? []).slice(0, 4)];
    if (type === 'Int')
      return [undefined, ...(name === 'first' || name === 'last' ? [0, 1, 3] : [])];
    if (type === 'String') return [name === 'query' || name === 'text' ? 'call' : undefined];
    return values[type] ?? [undefined];
  };
}

function nameOf(type: TypeNode): string {
  if (type.kind === 'NonNullType') return nameOf(type.type);
  return type.kind === 'ListType' ? `[${nameOf(type.type)}]` : type.name.value;
}

const isDocument = (exported: object): exported is DocumentNode => 'definitions' in exported;
