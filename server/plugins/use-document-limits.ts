import { GraphQLError, parse, validate } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { codedError } from '../../schema/coded.ts';
import type { Limits } from '../limits/limits.ts';
import { excessOfDocument, excessOfText, type Measure } from './operation-limits.ts';

/** Parses and validates documents within limits: what is too large or too heavy is refused. */
export function createReading(limits: Limits) {
  const tooComplex = (measure: Measure): GraphQLError => {
    const allowed = `${limits[measure]} ${words[measure]}`;
    return codedError('QUERY_TOO_COMPLEX', `An operation may have ${allowed}; this one has more.`);
  };

  const parseWithin: typeof parse = (source, options) => {
    const excess = excessOfText(typeof source === 'string' ? source : source.body, limits);
    if (excess) throw tooComplex(excess);
    try {
      return parse(source, options);
    } catch (error) {
      if (error instanceof GraphQLError) error.extensions.code = 'GRAPHQL_PARSE_FAILED';
      throw error;
    }
  };

  const validateWithin: typeof validate = (schema, document, rules) => {
    const excess = excessOfDocument(document, limits);
    if (excess) return [tooComplex(excess)];
    const faults = validate(schema, document, rules, { maxErrors: limits.errors });
    // Where fields could clash in too many ways to look at all of them, it gives up.
    return faults.some(({ message }) => message === 'Validation aborted.')
      ? [tooComplex('fields')]
      : faults;
  };

  return { parse: parseWithin, validate: validateWithin };
}

/** Reads documents within their limits, once each: Yoga keeps what was parsed and how it was judged. */
export function useDocumentLimits(limits: Limits): Plugin {
  const reading = createReading(limits);
  return {
    onParse({ setParseFn }) {
      setParseFn(reading.parse);
    },
    onValidate({ setValidationFn }) {
      setValidationFn(reading.validate);
    },
    onSubscribe({ args, setResultAndStopExecution }) {
      if (bytesOf(args.variableValues) <= limits.subscriptionBytes) return;
      const allowed = `${limits.subscriptionBytes} bytes of variables`;
      const message = `A subscription may have ${allowed}; this one has more.`;
      setResultAndStopExecution({ errors: [codedError('QUERY_TOO_COMPLEX', message)] });
    },
  };
}

/** What goes too deep to be written as JSON has no end. */
function bytesOf(variables: unknown): number {
  try {
    return Buffer.byteLength(JSON.stringify(variables ?? {}));
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

const words: Readonly<Record<Measure, string>> = {
  documentBytes: 'bytes',
  tokens: 'tokens',
  depth: 'levels',
  fields: 'fields',
  aliases: 'aliases',
  rootFields: 'root fields',
  directives: 'directives',
};
