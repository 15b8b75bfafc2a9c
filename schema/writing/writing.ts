import type {
  FieldNode,
  FragmentDefinitionNode,
  GraphQLField,
  GraphQLObjectType,
  GraphQLSchema,
  OperationDefinitionNode,
} from 'graphql';
import type { Hole } from './holes.ts';
import type { Asked, Place, Request } from './place.ts';

/** An operation of a document, and what it may refer to. */
export interface Operation {
  readonly schema: GraphQLSchema;
  readonly definition: OperationDefinitionNode;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
}

/** A field of an object type, as it is asked for. */
export interface FieldAsked {
  readonly type: GraphQLObjectType;
  readonly field: GraphQLField<unknown, unknown>;
  /** Where it stands in the document: one place, unless selections of it were merged. */
  readonly nodes: readonly FieldNode[];
}

/** What comes together while an operation is compiled for what a request asks of it. */
export class Writing {
  readonly operation: Operation;
  readonly request: Request;
  readonly places: Place[] = [];
  readonly asked: Asked[] = [];
  readonly holes: Hole[];
  hasLists = false;
  tellsFeed = false;
  /** How many rows are found by their names. */
  names = 0;
  /** Whether any change may change its answer, as far as it is noted. */
  restsOnRecord = false;

  constructor(operation: Operation, request: Request, holes: Hole[]) {
    this.operation = operation;
    this.request = request;
    this.holes = holes;
  }

  /** Asks a place, which has the next number. */
  ask<A extends Asked>(place: Place<A>): A {
    const asked = place.ask(this.request);
    this.places.push(place);
    this.asked.push(asked);
    return asked;
  }

  /** The number of a hole of its own. */
  dig(hole: Hole): number {
    return this.holes.push(hole) - 1;
  }
}
