import {
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from 'graphql';
import { schema } from '../../schema/schema.ts';

/** By what is asked of the schema: how many entries such a list has. */
export const introspectionLengths: Readonly<Record<string, number>> = measured();

function measured(): Record<string, number> {
  const types = Object.values(schema.getTypeMap());
  const fields = types.flatMap(fieldsOf);
  const mean = (total: number, of: number) => total / of;
  const sum = (count: (type: GraphQLNamedType) => number) =>
    types.reduce((total, type) => total + count(type), 0);
  return {
    '__Schema.types': types.length,
    '__Schema.directives': schema.getDirectives().length,
    '__Type.fields': mean(fields.length, types.length),
    '__Type.enumValues': mean(
      sum((type) => (isEnumType(type) ? type.getValues().length : 0)),
      types.length,
    ),
    '__Type.inputFields': mean(
      sum((type) => (isInputObjectType(type) ? Object.keys(type.getFields()).length : 0)),
      types.length,
    ),
    '__Field.args': mean(
      fields.reduce((total, { args }) => total + args.length, 0),
      fields.length,
    ),
  };
}

function fieldsOf(type: GraphQLNamedType) {
  return isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
}
