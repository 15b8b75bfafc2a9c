import { type DocumentNode, Kind, type SelectionNode, type SelectionSetNode } from 'graphql';
import { fragmentsOf } from '../../schema/reading/fragments.ts';
import { defaultLimits, type Limits } from '../limits/limits.ts';
import { tokensIn } from '../limits/reading-prices.ts';

const measures = ['depth', 'aliases', 'rootFields', 'directives', 'fields'] as const;

/** What a document can have too much of. */
export type Measure = (typeof measures)[number] | 'documentBytes' | 'tokens';

/** What a document that is still text has too much of, found before any of it is parsed. */
export function excessOfText(
  text: string,
  limits: Pick<Limits, 'documentBytes' | 'tokens'> = defaultLimits,
): Measure | undefined {
  if (Buffer.byteLength(text) > limits.documentBytes) return 'documentBytes';
  return tokensIn(text, limits.tokens) > limits.tokens ? 'tokens' : undefined;
}

/**
 * What an operation has too much of, counted as it is executed: each fragment at each place where it is spread.
 * What lies below `__schema` and `__type` has no depth, so that tools can introspect.
 */
export function excessOfDocument(
  document: DocumentNode,
  limits: Pick<Limits, (typeof measures)[number]> = defaultLimits,
): Measure | undefined {
  const weigh = createScale(document);
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    const inside = weigh(definition.selectionSet);
    const weight = { ...inside, directives: inside.directives + countOf(definition.directives) };
    const measure = measures.find((each) => weight[each] > limits[each]);
    if (measure) return measure;
  }
  return undefined;
}

type Weight = Record<(typeof measures)[number], number>;

const nothing: Weight = { depth: 0, fields: 0, aliases: 0, rootFields: 0, directives: 0 };

function createScale(document: DocumentNode): (selections: SelectionSetNode | undefined) => Weight {
  const fragments = fragmentsOf(document);
  const weighed = new Map<string, Weight>();

  const weigh = (selections: SelectionSetNode | undefined): Weight =>
    (selections?.selections ?? []).reduce(
      (sum, selection) => add(sum, weightOf(selection)),
      nothing,
    );

  const weightOf = (selection: SelectionNode): Weight => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      return add(weightOfFragment(selection.name.value), {
        ...nothing,
        directives: countOf(selection.directives),
      });
    }
    const inside = weigh(selection.selectionSet);
    const directives = inside.directives + countOf(selection.directives);
    if (selection.kind === Kind.INLINE_FRAGMENT) return { ...inside, directives };
    const isIntrospection =
      selection.name.value === '__schema' || selection.name.value === '__type';
    return {
      depth: 1 + (isIntrospection ? 0 : inside.depth),
      fields: 1 + inside.fields,
      aliases: inside.aliases + (selection.alias ? 1 : 0),
      rootFields: 1,
      directives,
    };
  };

  const weightOfFragment = (name: string): Weight => {
    const known = weighed.get(name);
    if (known) return known;
    // A fragment that spreads itself weighs nothing where it does: validation refuses the document.
    weighed.set(name, nothing);
    const weight = weigh(fragments.get(name)?.selectionSet);
    weighed.set(name, weight);
    return weight;
  };

  return weigh;
}

function add(one: Weight, other: Weight): Weight {
  return {
    depth: Math.max(one.depth, other.depth),
    fields: one.fields + other.fields,
    aliases: one.aliases + other.aliases,
    rootFields: one.rootFields + other.rootFields,
    directives: one.directives + other.directives,
  };
}

function countOf(nodes: readonly unknown[] | undefined): number {
  return nodes?.length ?? 0;
}
