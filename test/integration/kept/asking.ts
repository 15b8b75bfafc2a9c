import { type DocumentNode, type ExecutionResult, execute, parse } from 'graphql';
import type { Database } from '../../../db/client.ts';
import type { Role } from '../../../db/rules/vocabulary.ts';
import type { GraphContext, Viewer } from '../../../schema/context.ts';
import { createExecutor, type Executor } from '../../../schema/reading/execute.ts';
import { schema } from '../../../schema/schema.ts';
import { Written } from '../../../schema/writing/written.ts';
import { createContextOf } from '../../../server/graph-context.ts';
import { Keeper } from '../../../server/kept/keeper.ts';
import type { Keeping, Question } from '../../../server/kept/keeping.ts';
import { keepExtractors } from '../../../server/reading/extractors.ts';
import { patience } from '../../kit/patience.ts';

/** Something to ask, with its text. */
export interface Asked {
  readonly text: string;
  readonly variables: object;
}

/** What became of a change. */
interface Answered {
  readonly isMade: boolean;
  readonly why: string;
}

/** How often a kept answer was told. */
export interface Counts {
  kept: number;
  found: number;
}

const cost = 1;

// Of one thread for all tests of a file: it takes a second to start.
const extractors = keepExtractors({ patienceMs: patience.timeout });

/** Asks for answers that may be kept, and for fresh ones. */
export class KeptAsking {
  readonly keeper: Keeper;
  readonly counts: Counts = { kept: 0, found: 0 };
  readonly #contextOf: ReturnType<typeof createContextOf>;
  readonly #documents = new Map<string, DocumentNode>();
  readonly #plain = createExecutor(schema);
  #changes = 0;
  readonly #keeping: Executor;

  constructor(db: Database, mostBytes = 1 << 30) {
    this.keeper = new Keeper(db, mostBytes);
    db.beforeCommit(() => {
      this.#changes += 1;
    });
    this.#keeping = this.keeper.executing(createExecutor(schema, { written: true }));
    this.#contextOf = createContextOf({
      db,
      publicTexts: false,
      openExtractor: extractors.open,
    });
  }

  /** The answer, kept where one is. */
  async ask(asked: Asked, role: Role | null): Promise<string> {
    return this.#kept(asked, role) ?? this.#find(asked, role);
  }

  /**
   * Asks, and compares a kept answer with the one that is worked out in the same turn; null where none was kept, or
   * something was changed before it was worked out.
   */
  async compare(asked: Asked, role: Role | null): Promise<'same' | 'other' | null> {
    const told = this.#kept(asked, role);
    if (told === null) {
      await this.#find(asked, role);
      return null;
    }
    const before = this.#changes;
    const result = this.#execute(this.#plain, this.#questionOf(asked), { role });
    const fresh = textOf(result instanceof Promise ? await result : result);
    if (this.#changes !== before) return null;
    return told === fresh ? 'same' : 'other';
  }

  #kept({ text, variables }: Asked, role: Role | null): string | null {
    const asker = viewer(role);
    const ready = this.keeper.ready(JSON.stringify([text, variables]), asker);
    if (ready === undefined) return null;
    this.counts.kept += 1;
    return this.keeper.bytesOf(ready, { asker, extensions: { cost } }).toString();
  }

  async #find(asked: Asked, role: Role | null): Promise<string> {
    const asker = viewer(role);
    const question = this.#questionOf(asked);
    const { keeping, ready } =
      this.keeper.question(question, JSON.stringify([asked.text, asked.variables]), asker) ?? {};
    this.counts.found += 1;
    if (ready) return this.keeper.bytesOf(ready, { asker, extensions: { cost } }).toString();
    const result = await this.#execute(this.#keeping, question, { role, keeping });
    if (!keeping || result.errors) return textOf(result);
    const answer = this.keeper.keep(keeping, result.data, { extensions: { cost }, forTexts: 0 });
    return this.keeper.bytesOf(answer, { asker, extensions: { cost } }).toString();
  }

  /** The answer as it is worked out now. */
  async fresh(asked: Asked, role: Role | null): Promise<string> {
    return textOf(await this.#execute(this.#plain, this.#questionOf(asked), { role }));
  }

  /** Makes a change as the owner, and tells what it was answered with. */
  async change(name: string, input: object): Promise<Answered> {
    const type = `${name.slice(0, 1).toUpperCase()}${name.slice(1)}Input`;
    const text = `mutation Change($input: ${type}!) {
      change: ${name}(input: $input) { __typename ... on UserError { message } }
    }`;
    const context = await this.#contextOf({ requestId: '', startedAt: 0, isOwner: true });
    const result = await execute({
      schema,
      document: this.#documentOf(text),
      variableValues: { input },
      contextValue: context,
    });
    const { change } = Object(result.data);
    if (result.errors) return { isMade: false, why: result.errors.map(String).join() };
    return { isMade: change.message === undefined, why: change.message ?? '' };
  }

  #questionOf({ text, variables }: Asked): Question {
    const document = this.#documentOf(text);
    return { document, operationName: undefined, variables: { ...variables } };
  }

  #execute(
    execute: Executor,
    { document, variables }: Question,
    { keeping, role }: { readonly role: Role | null; readonly keeping?: Keeping | undefined },
  ): ReturnType<Executor> {
    const facts = { requestId: '', startedAt: 0, viewer: viewer(role) };
    const run = (context: GraphContext) =>
      execute({
        schema,
        document,
        variableValues: variables,
        contextValue: Object.assign(facts, context, { keeping }),
      });
    const context = this.#contextOf(facts);
    return context instanceof Promise ? context.then(run) : run(context);
  }

  #documentOf(text: string): DocumentNode {
    const known = this.#documents.get(text) ?? parse(text);
    this.#documents.set(text, known);
    return known;
  }
}

function viewer(role: Role | null): Viewer | null {
  return role && { token: 1, name: role, role };
}

function textOf({ data, errors }: ExecutionResult): string {
  if (data instanceof Written) return `{"data":${data.text},"extensions":{"cost":${cost}}}`;
  const told = errors ? { errors, data } : { data };
  return `${JSON.stringify(told).slice(0, -1)},"extensions":{"cost":${cost}}}`;
}
