import {
  type DocumentNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/** The fields that a document selects, as in `Claim.text`. */
export function fieldsIn(schema: GraphQLSchema, document: DocumentNode): ReadonlySet<string> {
  const found = new Set<string>();
  const info = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(info, {
      Field: ({ name }) => {
        if (!name.value.startsWith('__')) found.add(`${info.getParentType()?.name}.${name.value}`);
      },
    }),
  );
  return found;
}

/** All fields that a query may select. */
export function fieldsToSelect(schema: GraphQLSchema): ReadonlySet<string> {
  const found = new Set<string>();
  const types = new Set<GraphQLNamedType>();
  const add = (type: GraphQLNamedType | null | undefined): void => {
    if (!type || types.has(type)) return;
    types.add(type);
    if (isAbstractType(type)) for (const one of schema.getPossibleTypes(type)) add(one);
    if (!isObjectType(type) && !isInterfaceType(type)) return;
    for (const field of Object.values(type.getFields())) {
      found.add(`${type.name}.${field.name}`);
      add(getNamedType(field.type));
    }
  };
  add(schema.getQueryType());
  return found;
}
