/** A parsed document, by its shape: graphql's DocumentNode is one, and so is every TypedDocumentNode. */
export interface ParsedDocument {
  readonly kind: string;
  readonly definitions: ReadonlyArray<{ readonly kind: string }>;
}

/** Any node of a parsed document: each has some of these. */
export interface Ast {
  readonly kind: string;
  readonly operation?: string;
  readonly name?: Ast;
  readonly alias?: Ast;
  readonly variable?: Ast;
  readonly type?: Ast;
  readonly defaultValue?: Ast;
  readonly typeCondition?: Ast;
  readonly selectionSet?: Ast;
  readonly value?: Ast | string | boolean;
  readonly definitions?: readonly Ast[];
  readonly variableDefinitions?: readonly Ast[];
  readonly directives?: readonly Ast[];
  readonly selections?: readonly Ast[];
  readonly arguments?: readonly Ast[];
  readonly fields?: readonly Ast[];
  readonly values?: readonly Ast[];
}

/** The text of a parsed document, of queries, mutations, subscriptions and fragments, or of any part of one. */
export const printed = (node: ParsedDocument | Ast): string => print(node);

function print(node: Ast | undefined): string {
  if (!node) return '';
  const { kind, name, value } = node;
  switch (kind) {
    case 'Document':
      return all(node.definitions, ' ');
    case 'OperationDefinition':
      return `${node.operation} ${print(name)}${all(node.variableDefinitions, ',', '()')}${tail(node)}`;
    case 'FragmentDefinition':
      return `fragment ${print(name)} on ${print(node.typeCondition)}${tail(node)}`;
    case 'VariableDefinition':
      return `${print(node.variable)}:${print(node.type)}${lead('=', node.defaultValue)}${tail(node)}`;
    case 'SelectionSet':
      return all(node.selections, ' ', '{}');
    case 'Field':
      return `${node.alias ? `${print(node.alias)}:` : ''}${print(name)}${all(node.arguments, ',', '()')}${tail(node)}`;
    case 'FragmentSpread':
      return `...${print(name)}${tail(node)}`;
    case 'InlineFragment':
      return `...${lead(' on ', node.typeCondition)}${tail(node)}`;
    case 'Directive':
      return ` @${print(name)}${all(node.arguments, ',', '()')}`;
    case 'Argument':
    case 'ObjectField':
      return `${print(name)}:${literal(value)}`;
    default:
      return printValueOrType(node);
  }
}

function printValueOrType(node: Ast): string {
  switch (node.kind) {
    case 'Variable':
      return `$${print(node.name)}`;
    case 'NamedType':
      return print(node.name);
    case 'ListType':
      return `[${print(node.type)}]`;
    case 'NonNullType':
      return `${print(node.type)}!`;
    case 'ListValue':
      return `[${all(node.values, ',')}]`;
    case 'ObjectValue':
      return `{${all(node.fields, ',')}}`;
    case 'NullValue':
      return 'null';
    case 'StringValue':
      return JSON.stringify(node.value);
    default:
      return literal(node.value);
  }
}

const tail = (node: Ast): string => all(node.directives, '') + print(node.selectionSet);

const lead = (sign: string, node: Ast | undefined): string => (node ? sign + print(node) : '');

const literal = (value: Ast['value']): string =>
  typeof value === 'object' ? print(value) : String(value);

function all(nodes: readonly Ast[] | undefined, between: string, around = ''): string {
  if (!nodes?.length) return '';
  return around.charAt(0) + nodes.map(print).join(between) + around.charAt(1);
}
