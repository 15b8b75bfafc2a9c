import {
  type DocumentNode,
  type ExecutionArgs,
  type GraphQLError,
  getOperationAST,
  type OperationDefinitionNode,
} from 'graphql';
import { codedError } from '../../schema/coded.ts';
import type { GraphContext } from '../../schema/context.ts';
import { schema } from '../../schema/schema.ts';
import { isLoopback } from '../address.ts';
import type { RequestFacts } from '../request-facts.ts';
import { costOf } from './cost.ts';
import { type Cost, pointsOf } from './cost-formula.ts';
import type { Limits } from './limits.ts';
import { createRates } from './rates.ts';
import { asksForSchema } from './schema-asked.ts';
import { baseCost } from './weights.ts';

export interface AdmissionOptions {
  readonly limits: Limits;
  /** Whether strangers may read nothing at all. */
  readonly requireToken: boolean;
  /** Whether strangers may ask for the schema. */
  readonly publicIntrospection: boolean;
}

/** Whoever asks, as far as it matters whether they may. */
type Asking = Pick<GraphContext, 'viewer'> & Pick<RequestFacts, 'address' | 'isOwner'>;

/** Whoever asks, before it is known who that is. */
type Unread = Pick<RequestFacts, 'address' | 'authorization' | 'isOwner'> & {
  readonly request?: Request;
};

/** Decides whether an operation is carried out: one way for HTTP, streams and sockets, queries, changes and feeds. */
export interface Admission {
  /** What the operation costs; that has been taken from what its asker may spend. Or why it is not carried out. */
  judge(args: ExecutionArgs): number | GraphQLError;
  /** Why a document that is not known yet is not even read, if so. */
  refusalToRead(asking: Unread): GraphQLError | null;
}

/** What is known of an operation before it is asked with variables. */
interface Known {
  readonly cost: Cost;
  readonly asksForSchema: boolean;
}

const nothing: Known = { cost: baseCost, asksForSchema: false };

/** What a document costs that has to be parsed and validated. */
const readingCost = 10;

export function createAdmission(options: AdmissionOptions): Admission {
  const { limits, publicIntrospection, requireToken } = options;
  const rates = createRates(limits.costPerMinute);
  const operations = new WeakMap<OperationDefinitionNode, Known>();

  const knownOf = (document: DocumentNode, operation: OperationDefinitionNode): Known => {
    const known = operations.get(operation) ?? {
      cost: costOf(schema, document, operation),
      asksForSchema: asksForSchema(document, operation),
    };
    operations.set(operation, known);
    return known;
  };

  return {
    judge({ contextValue, document, operationName, variableValues }) {
      // The context of every operation is ours.
      const asking = contextValue as Asking;
      const operation = getOperationAST(document, operationName);
      // What names no operation is refused by whoever executes it.
      const known = operation ? knownOf(document, operation) : nothing;
      const isStranger = asking.viewer === null;
      if (isStranger && requireToken) return needsToken('Reading');
      if (isStranger && !publicIntrospection && known.asksForSchema)
        return needsToken('Introspection');
      const points = pointsOf(known.cost, variableValues);
      if (points > limits.cost) return tooCostly(points, limits.cost);
      return spent(points, asking, asking.viewer?.token) ?? points;
    },
    refusalToRead(asking) {
      const { request, authorization = request?.headers.get('authorization') } = asking;
      const isStranger = !asking.isOwner && !authorization;
      return isStranger && requireToken ? needsToken('Reading') : spent(readingCost, asking);
    },
  };

  /** Takes the points from the token, or else from the address. The owner and this machine itself pay nothing. */
  function spent(
    points: number,
    { address = '', isOwner }: Pick<RequestFacts, 'address' | 'isOwner'>,
    token?: number | null,
  ): GraphQLError | null {
    if (isOwner || isLoopback(address)) return null;
    const seconds = rates.take(token ? `token ${token}` : network(address), points);
    return seconds === 0 ? null : tooMuch(seconds);
  }
}

/** Whoever has an IPv6 address has 2^64 of them: they count as one. */
function network(address: string): string {
  return address.includes(':') ? address.split(':').slice(0, 4).join(':') : address;
}

function needsToken(what: string): GraphQLError {
  return codedError('UNAUTHENTICATED', `${what} needs a token here.`);
}

function tooCostly(cost: number, limit: number): GraphQLError {
  const message = `An operation may cost ${limit} points; this one costs ${cost}.`;
  return codedError('QUERY_TOO_COMPLEX', message, { cost });
}

function tooMuch(seconds: number): GraphQLError {
  const message = `You have asked for too much in too short a time. Try again in ${seconds} s.`;
  return codedError('RATE_LIMITED', message, {
    retryAfter: seconds,
    http: { status: 429, headers: { 'retry-after': String(seconds) } },
  });
}
