import type { Args } from '../../db/read/read.ts';
import { inputsFrom, type TextStatement } from '../../db/read/text-statement.ts';
import type { GraphContext } from '../context.ts';
import { type MaybePromise, whenRead } from '../reading/edge.ts';
import { lastSeen } from '../reading/last-seen.ts';
import { inTurn } from '../reading/turn.ts';
import { type Compiled, compile, type Outline } from './compile.ts';
import { fill } from './holes.ts';
import { LeftToResolvers } from './left-to-resolvers.ts';
import type { Asked, Request } from './place.ts';
import type { Operation } from './writing.ts';
import { Written } from './written.ts';

// By other filters and stretches of its lists an operation is another statement.
const keptStatements = 16;

/** An operation as it is written for viewers of one role: a statement for each choice of filters, orders and stretches. */
export class Program {
  readonly #operation: Operation;
  readonly #outline: Outline;
  readonly #compiled = new Map<string, Compiled>();
  /** How often in a row it did not answer. */
  misses = 0;

  /** @throws LeftToResolvers where it asks for what no statement tells */
  constructor(operation: Operation, request: Request) {
    const { asked, compiled, outline } = compile(operation, request);
    this.#operation = operation;
    this.#outline = outline;
    this.#keep(nameOf(asked), compiled);
  }

  /**
   * The data of the answer.
   * @throws LeftToResolvers, and whatever reading throws: then the resolvers are asked
   */
  write(request: Request): MaybePromise<Written> {
    const { hasLists, places } = this.#outline;
    const asked = places.map((place) => place.ask(request));
    const compiled = this.#compiledFor(asked, request);
    const work = () => this.#answer(compiled, request, asked);
    return hasLists ? inTurn(request.context, work) : work();
  }

  #answer(
    { holes, names, restsOnRecord, text }: Compiled,
    request: Request,
    asked: readonly Asked[],
  ): MaybePromise<Written> {
    const { context, variables } = request;
    return whenRead(this.#seq(context), (seq) =>
      whenRead(
        read(
          text,
          context,
          asked.map(({ args }) => args),
        ),
        (told) => {
          const filled = fill(told, { context, variables, asked, seq, holes });
          context.trace?.noteWritten({ names, restsOnRecord });
          return new Written(filled);
        },
      ),
    );
  }

  /** Read before all else, so that what is written in between is in the feed, if not in the answer. */
  #seq(context: GraphContext): MaybePromise<number> {
    return this.#outline.tellsFeed ? whenRead(lastSeen(context), ({ seq }) => seq) : 0;
  }

  #compiledFor(asked: readonly Asked[], request: Request): Compiled {
    const name = nameOf(asked);
    const found = this.#compiled.get(name);
    if (found !== undefined) return found;
    return this.#keep(name, compile(this.#operation, request).compiled);
  }

  #keep(name: string, compiled: Compiled): Compiled {
    const [oldest] = this.#compiled.size >= keptStatements ? this.#compiled.keys() : [];
    if (oldest !== undefined) this.#compiled.delete(oldest);
    this.#compiled.set(name, compiled);
    return compiled;
  }
}

function read(
  { inputs, statement }: TextStatement,
  { reader }: GraphContext,
  args: readonly Args[],
): MaybePromise<string> {
  return whenRead(reader.read(statement, inputsFrom(inputs, args)), ([told]) => {
    if (told === undefined) throw new LeftToResolvers();
    return told;
  });
}

const nameOf = ([first, ...more]: readonly Asked[]): string =>
  more.length === 0 ? (first?.name ?? '') : [first, ...more].map((one) => one?.name).join('\n');
