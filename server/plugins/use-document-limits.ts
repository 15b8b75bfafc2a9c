import { GraphQLError, parse, validate } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { codedError } from '../../schema/coded.ts';
import {
  excessOfDocument,
  excessOfText,
  type Measure,
  operationLimits,
} from './operation-limits.ts';

/** Refuses documents that are too large or too heavy, once for each: Yoga keeps what was parsed and how it was judged. */
export function useDocumentLimits(): Plugin {
  return {
    onParse({ setParseFn }) {
      setParseFn(parseWithin);
    },
    onValidate({ setValidationFn }) {
      setValidationFn(validateWithin);
    },
  };
}

const parseWithin: typeof parse = (source, options) => {
  const excess = excessOfText(typeof source === 'string' ? source : source.body);
  if (excess) throw tooComplex(excess);
  try {
    return parse(source, options);
  } catch (error) {
    if (error instanceof GraphQLError) error.extensions.code = 'GRAPHQL_PARSE_FAILED';
    throw error;
  }
};

const validateWithin: typeof validate = (...judged) => {
  const [, document] = judged;
  const excess = excessOfDocument(document);
  return excess ? [tooComplex(excess)] : validate(...judged);
};

const words: Readonly<Record<Measure, string>> = {
  bytes: 'bytes',
  tokens: 'tokens',
  depth: 'levels',
  aliases: 'aliases',
  rootFields: 'root fields',
  directives: 'directives',
};

function tooComplex(measure: Measure): GraphQLError {
  const allowed = `${operationLimits[measure]} ${words[measure]}`;
  return codedError('QUERY_TOO_COMPLEX', `An operation may have ${allowed}; this one has more.`);
}
