import {
  type DocumentNode,
  type ExecutionArgs,
  type GraphQLError,
  getOperationAST,
  type OperationDefinitionNode,
} from 'graphql';
import { codedError, unauthenticated } from '../../schema/coded.ts';
import { type GraphContext, hasRole, type Viewer } from '../../schema/context.ts';
import { schema } from '../../schema/schema.ts';
import type { KnownDocuments } from '../known-documents.ts';
import type { RequestFacts } from '../request-facts.ts';
import { Bill } from './bill.ts';
import { costOf } from './cost.ts';
import { type Cost, pointsOf } from './cost-formula.ts';
import { deprecationsIn } from './deprecations.ts';
import type { Limits } from './limits.ts';
import { pursesOf } from './purses.ts';
import { createRates, type Wait } from './rates.ts';
import { documentPoints, tokensIn, variablePoints } from './reading-prices.ts';
import { asksForSchema } from './schema-asked.ts';
import { letterRate } from './texts-told.ts';
import { requestPoints } from './weights.ts';

export interface AdmissionOptions {
  readonly limits: Limits;
  /** Whether strangers may read nothing at all. */
  readonly requireToken: boolean;
  /** Whether strangers may ask for the schema. */
  readonly publicIntrospection: boolean;
  /** Whether strangers and READERs may ask nothing but what is trusted. */
  readonly onlyKnown: boolean;
  readonly documents: Pick<KnownDocuments, 'isForEmbeds' | 'isTrusted'>;
}

/** Whoever asks, as far as it matters whether they may, and what was taken for it. */
type Asking = Pick<
  RequestFacts,
  'address' | 'isOwner' | 'viewer' | 'points' | 'bill' | 'isForEmbeds' | 'isTrusted'
>;

/** Decides what is carried out, and takes what it costs: one way for HTTP, streams and sockets, queries, changes and feeds. */
export interface Admission {
  /** Takes what any request costs, once for each; or tells why not even its body is read. */
  refusalToHear(asking: Asking): GraphQLError | null;
  /** Takes so much for what was sent, before anything is done with it. */
  refusalToTake(asking: Asking, points: number): GraphQLError | null;
  /** Takes what it costs to read a document that is not known yet; or tells why it is not read. */
  refusalToRead(asking: Asking, text: string): GraphQLError | null;
  /** Takes what the operation costs; or tells why it is not carried out. */
  judge(args: ExecutionArgs): Bill | GraphQLError;
}

/** What is known of an operation before it is asked with variables. */
interface Known {
  readonly cost: Cost;
  /** Whether texts are in its answer whose length nobody knows beforehand. */
  readonly letterRate: number;
  readonly asksForSchema: boolean;
  /** What it uses that is deprecated. */
  readonly deprecations: readonly string[];
}

const nothing: Known = {
  cost: requestPoints,
  letterRate: 0,
  asksForSchema: false,
  deprecations: [],
};

export function createAdmission(options: AdmissionOptions): Admission {
  const { documents, limits, onlyKnown, publicIntrospection, requireToken } = options;
  const rates = createRates();
  const operations = new WeakMap<OperationDefinitionNode, Known>();

  const knownOf = (document: DocumentNode, operation: OperationDefinitionNode): Known => {
    const known = operations.get(operation) ?? {
      cost: costOf(schema, document, operation),
      letterRate: letterRate(document),
      asksForSchema: asksForSchema(document, operation),
      deprecations: deprecationsIn(schema, document, operation.name?.value),
    };
    operations.set(operation, known);
    return known;
  };

  const take = (asking: Asking, points: number): GraphQLError | null => {
    const wait = rates.take(pursesOf(asking, limits), points);
    if (wait !== null) return tooMuch(wait);
    asking.points = (asking.points ?? 0) + points;
    return null;
  };

  const hear = (asking: Asking): GraphQLError | null =>
    asking.points === undefined ? take(asking, requestPoints) : null;

  return {
    refusalToHear: hear,
    refusalToTake: take,
    refusalToRead(asking, text) {
      if (requireToken && !asking.viewer) return needsToken('Reading');
      if (onlyKnown && !hasRole(asking.viewer ?? null, 'EDITOR')) return notKnown(asking.viewer);
      return take(asking, documentPoints(tokensIn(text, limits.tokens), limits.tokens));
    },
    judge({ contextValue, document, operationName, variableValues }) {
      // The context of every operation is ours.
      const asking = contextValue as Asking & Pick<GraphContext, 'viewer'>;
      const operation = getOperationAST(document, operationName);
      // What names no operation is refused by whoever executes it.
      const known = operation ? knownOf(document, operation) : nothing;
      const isStranger = asking.viewer === null;
      if (isStranger && requireToken) return needsToken('Reading');
      asking.isTrusted = documents.isTrusted(document);
      asking.isForEmbeds = documents.isForEmbeds(document);
      if (onlyKnown && !asking.isTrusted && !hasRole(asking.viewer, 'EDITOR'))
        return notKnown(asking.viewer);
      if (isStranger && !publicIntrospection && known.asksForSchema)
        return needsToken('Introspection');
      const points = Math.ceil(
        pointsOf(known.cost, variableValues) + variablePoints(variableValues),
      );
      const most = hasRole(asking.viewer, 'EDITOR') ? limits.editorCost : limits.cost;
      if (points > most) return tooCostly(points, most);
      const refused = hear(asking) ?? take(asking, points - requestPoints);
      if (refused) return refused;
      asking.bill = new Bill({
        points,
        before: asking.points ?? points,
        deprecations: known.deprecations,
        letterRate: known.letterRate,
        purses: pursesOf(asking, limits),
        rates,
        refuse: tooMuch,
      });
      return asking.bill;
    },
  };
}

function needsToken(what: string): GraphQLError {
  return unauthenticated(`${what} needs a token here.`);
}

/** An operation in words that the server was not given. */
function notKnown(viewer: Viewer | null | undefined): GraphQLError {
  const message =
    'This server answers the documents that it was given, and others to EDITOR tokens and higher ones alone.';
  return viewer ? codedError('FORBIDDEN', message) : unauthenticated(message);
}

function tooCostly(cost: number, limit: number): GraphQLError {
  const message = `An operation may cost ${limit} points; this one costs ${cost}.`;
  return codedError('QUERY_TOO_COMPLEX', message, { cost });
}

function tooMuch({ seconds, whose }: Wait): GraphQLError {
  const message = `${whose} asked for too much in too short a time. Try again in ${seconds} s.`;
  return codedError('RATE_LIMITED', message, {
    retryAfter: seconds,
    http: { status: 429, headers: { 'retry-after': String(seconds) } },
  });
}
