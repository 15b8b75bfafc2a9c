import { type GraphQLError, Kind, print, visit } from 'graphql';
import { cited, sentence } from '../db/rules/sentence.ts';

/**
 * What is told of an error, without the words that were sent: GraphQL quotes all that it does not understand.
 * `message` is the error's own, or what stands for it.
 */
export function plainMessage({ nodes = [], originalError }: GraphQLError, message: string): string {
  const isOfVariable = nodes[0]?.kind === Kind.VARIABLE_DEFINITION;
  if (isOfVariable && originalError)
    return sentence(ofVariable(message, originalError.message) ?? quotesCited(message));
  const written = nodes.filter(({ kind }) => kind.endsWith('Value'));
  return sentence(quotesCited(written.flatMap(valuesIn).reduce(withCited, message)));
}

/** `Variable "$input" got invalid value … at "input.kind"; …`, of which the value is cited and its place told whole. */
function ofVariable(message: string, reason: string): string | undefined {
  const [, head, value, place = ''] =
    /^(Variable "\$\w+" got invalid value) (.*?)( at "[^"]*")?$/s.exec(
      message.slice(0, -`; ${reason}`.length),
    ) ?? [];
  if (value === undefined) return undefined;
  const given = textIn(value) ?? value;
  const because = [unquoted(value), given].reduce(withCited, reason);
  return `${head}${/^[{[]/.test(value) ? '' : ` ${JSON.stringify(cited(given))}`}${place}; ${quotesCited(because)}`;
}

/** The string that is written so, where it is one. */
function textIn(value: string): string | undefined {
  if (!value.startsWith('"')) return undefined;
  try {
    return String(JSON.parse(value));
  } catch {
    return undefined;
  }
}

const unquoted = (value: string): string => value.replace(/^"(.*)"$/s, '$1');

/** What stands in a document as this value, as GraphQL may quote it: longer ones first. */
function valuesIn(node: NonNullable<GraphQLError['nodes']>[number]): string[] {
  const values = [unquoted(print(node))];
  visit(node, {
    StringValue({ value }) {
      values.push(value);
    },
  });
  return values;
}

/** The message with this value in it as a sentence may hold it; one of few letters may be a word of ours. */
function withCited(message: string, value: string): string {
  if (value.length < 3) return message;
  const shown = /^[{[]/.test(value) ? `${value.charAt(0)}…` : cited(value);
  return message.replaceAll(value, () => shown);
}

/** What stands in quotation marks is a name, unless it is long or has a space in it: then it was sent. */
function quotesCited(message: string): string {
  return message.replace(/"((?:[^"\\]|\\.)*)"/gs, (_quoted, inner: string) => `"${cited(inner)}"`);
}
