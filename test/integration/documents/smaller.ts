import {
  type ASTNode,
  type DocumentNode,
  Kind,
  parse,
  print,
  separateOperations,
  validate,
  visit,
} from 'graphql';
import { schema } from '../../../schema/schema.ts';
import type { Question } from './answers.ts';

/** What may be taken away by itself, if the document is valid without it. */
const removable: ReadonlySet<string> = new Set([
  Kind.FIELD,
  Kind.INLINE_FRAGMENT,
  Kind.FRAGMENT_SPREAD,
  Kind.ARGUMENT,
  Kind.OBJECT_FIELD,
  Kind.DIRECTIVE,
]);

const mostTries = 400;

/** The question with as much taken away as it can do without: it still is one that `isSought`. */
export async function smaller(
  question: Question,
  isSought: (question: Question) => Promise<boolean>,
): Promise<Question> {
  let smallest = question;
  let tries = 0;
  const take = async (document: DocumentNode | null): Promise<boolean> => {
    if (document === null || tries >= mostTries) return false;
    tries += 1;
    const variables = variablesOf(document, smallest);
    const candidate = { ...smallest, document, variables };
    if (!(await isSought(candidate))) return false;
    smallest = candidate;
    return true;
  };
  const [, alone] = Object.entries(separateOperations(question.document)).find(
    ([name]) => name === (question.operationName ?? name),
  ) ?? [null, null];
  await take(alone && parse(print(alone)));
  // From the last to the first: what stands inside something goes before it does.
  for (let isLess = true; isLess && tries < mostTries; ) {
    isLess = false;
    for (let at = countIn(smallest.document) - 1; at >= 0; at -= 1)
      isLess = (await take(without(smallest.document, at))) || isLess;
  }
  return smallest;
}

function countIn(document: DocumentNode): number {
  let count = 0;
  visit(document, {
    enter(node) {
      count += isRemovable(node) ? 1 : 0;
    },
  });
  return count;
}

/** The document without what is removable at this place, and without what nothing uses then; null where that is none. */
function without(document: DocumentNode, at: number): DocumentNode | null {
  let index = -1;
  const pruned = visit(document, {
    enter(node) {
      index += isRemovable(node) ? 1 : 0;
      return isRemovable(node) && index === at ? null : undefined;
    },
  });
  let text: DocumentNode;
  try {
    // What is left of it is parsed anew: compiled documents are known by their syntax tree.
    text = parse(print(withoutUnused(pruned)));
  } catch {
    return null;
  }
  return validate(schema, text).length === 0 ? text : null;
}

function withoutUnused(document: DocumentNode): DocumentNode {
  const used = new Set<string>();
  const note = (node: ASTNode): void => {
    if (node.kind === Kind.FRAGMENT_SPREAD) used.add(`...${node.name.value}`);
    if (node.kind === Kind.VARIABLE) used.add(node.name.value);
  };
  visit(document, {
    enter: (node) => (node.kind === Kind.VARIABLE_DEFINITION ? false : note(node)),
  });
  return visit(document, {
    FragmentDefinition: ({ name }) => (used.has(`...${name.value}`) ? undefined : null),
    VariableDefinition: ({ variable }) => (used.has(variable.name.value) ? undefined : null),
  });
}

function variablesOf(document: DocumentNode, { variables }: Question): Question['variables'] {
  const defined = new Set<string>();
  visit(document, { VariableDefinition: ({ variable }) => void defined.add(variable.name.value) });
  return Object.fromEntries(Object.entries(variables).filter(([name]) => defined.has(name)));
}

const isRemovable = ({ kind }: ASTNode): boolean => removable.has(kind);
