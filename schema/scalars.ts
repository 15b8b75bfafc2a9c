import { GraphQLError, GraphQLScalarType, type ValueNode } from 'graphql';
import { GraphQLDate, GraphQLDateTime, GraphQLURL } from 'graphql-scalars';
import { builder } from './builder.ts';

const DateTime = scalar<number>({
  name: 'DateTime',
  description: 'A moment, as in `2026-11-10T08:30:00.000Z` (RFC 3339). Answers are in UTC.',
  read: (value) => {
    const moment = GraphQLDateTime.parseValue(value);
    return moment instanceof Date ? moment.getTime() : Number.NaN;
  },
  write: (value) => new Date(value).toISOString(),
});

const CalendarDate = scalar<string>({
  name: 'Date',
  description: 'A calendar date, as in `2026-11-10`.',
  read: (value) => {
    GraphQLDate.parseValue(value);
    return String(value);
  },
  write: (value) => value,
});

const Address = scalar<string>({
  name: 'URL',
  description: 'An absolute URL. It is kept as it was given.',
  read: (value) => {
    if (typeof value !== 'string') throw new GraphQLError('URL cannot represent a non-string.');
    GraphQLURL.parseValue(value);
    return value;
  },
  write: (value) => value,
});

builder.addScalarType('DateTime', DateTime);
builder.addScalarType('Date', CalendarDate);
builder.addScalarType('URL', Address);

/** A scalar whose literal is a string: what stands in a document reads as what comes in a variable. */
function scalar<T extends string | number>(options: {
  readonly name: string;
  readonly description: string;
  read(value: unknown): T;
  write(value: T): string;
}): GraphQLScalarType<T, string> {
  const { name, description, read, write } = options;
  return new GraphQLScalarType<T, string>({
    name,
    description,
    parseValue: read,
    parseLiteral: (node: ValueNode) => {
      if (node.kind === 'StringValue') return read(node.value);
      throw new GraphQLError(`${name} is written as a string.`, { nodes: node });
    },
    // What is on record is of the right kind.
    serialize: (value) => write(value as T),
  });
}
