import {
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  getNamedType,
  isAbstractType,
  isObjectType,
  type SelectionSetNode,
} from 'graphql';

/** A place in a document: a field, and what is selected below it. */
export type Place = Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments' | 'returnType' | 'schema'>;

/** What rows of one type are asked for at one place. */
export interface RowSelection {
  /** What has to be read. */
  readonly columns: readonly string[];
  /** The place of one of their fields. */
  below(field: string): Place;
}

// The answer depends on the document alone, and lives as long as its syntax tree.
const known = new WeakMap<object, Map<string, RowSelection>>();
const rowTypes = new WeakMap<object, string>();

/** What rows of the type `of` are asked for below this place, through connections and edges. */
export function selectionBelow(place: Place, of: string): RowSelection {
  const { fieldNodes } = place;
  const syntax = fieldNodes.length === 1 && fieldNodes[0] ? fieldNodes[0] : fieldNodes;
  const byType = known.get(syntax) ?? new Map<string, RowSelection>();
  known.set(syntax, byType);
  const selection = byType.get(of) ?? selectionOf(place, of);
  byType.set(of, selection);
  return selection;
}

/** The name of the type of rows that the field leads to, itself or as a connection. */
export function rowTypeBelow({ returnType }: Pick<Place, 'returnType'>): string {
  const known = rowTypes.get(returnType);
  if (known !== undefined) return known;
  const type = getNamedType(returnType);
  const nodes = isObjectType(type) ? type.getFields().nodes : undefined;
  const { name } = nodes === undefined ? type : getNamedType(nodes.type);
  rowTypes.set(returnType, name);
  return name;
}

/** Whether the field is asked for right below this place. */
export function isSelected({ fieldNodes, fragments }: Place, field: string): boolean {
  const isIn = ({ selections }: SelectionSetNode): boolean =>
    selections.some((selection) => {
      if (selection.kind === 'Field') return selection.name.value === field;
      const inner =
        selection.kind === 'InlineFragment' ? selection : fragments[selection.name.value];
      return inner !== undefined && isIn(inner.selectionSet);
    });
  return fieldNodes.some(({ selectionSet }) => selectionSet !== undefined && isIn(selectionSet));
}

function selectionOf(place: Place, of: string): RowSelection {
  const { fragments, schema } = place;
  const rowType = schema.getType(of);
  if (!isObjectType(rowType)) throw new TypeError(`${of} is not an object type.`);
  const fields = new Map<string, FieldNode[]>();
  const parent = getNamedType(place.returnType).name;
  for (const { selectionSet } of place.fieldNodes) {
    if (selectionSet) collect({ place, rowType, fields }, selectionSet, parent);
  }
  let columns: readonly string[] | undefined;
  return {
    // Not every type whose fields lead on is one of rows.
    get columns() {
      columns ??= [
        ...new Set([...fields.keys()].flatMap((name) => columnsOf(rowType, name))),
      ].sort();
      return columns;
    },
    below(field) {
      const definition = rowType.getFields()[field];
      if (definition === undefined) throw new TypeError(`There is no field ${of}.${field}.`);
      return {
        fieldNodes: fields.get(field) ?? [],
        fragments,
        returnType: definition.type,
        schema,
      };
    },
  };
}

interface Collecting {
  readonly place: Place;
  readonly rowType: GraphQLObjectType;
  readonly fields: Map<string, FieldNode[]>;
}

/** The fields of the rows, directives ignored: what may be asked for is read. */
function collect(at: Collecting, { selections }: SelectionSetNode, parent: string): void {
  for (const selection of selections) {
    if (selection.kind === 'Field') collectField(at, selection, parent);
    else if (selection.kind === 'InlineFragment') {
      collect(at, selection.selectionSet, selection.typeCondition?.name.value ?? parent);
    } else {
      const fragment = at.place.fragments[selection.name.value];
      if (fragment) collect(at, fragment.selectionSet, fragment.typeCondition.name.value);
    }
  }
}

function collectField(at: Collecting, field: FieldNode, parent: string): void {
  const { fields, place, rowType } = at;
  const name = field.name.value;
  if (name.startsWith('__')) return;
  const type = place.schema.getType(parent);
  if (type === rowType || (isAbstractType(type) && place.schema.isSubType(type, rowType))) {
    fields.set(name, [...(fields.get(name) ?? []), field]);
    return;
  }
  const definition = isObjectType(type) ? type.getFields()[name] : undefined;
  if (definition === undefined || field.selectionSet === undefined) return;
  collect(at, field.selectionSet, getNamedType(definition.type).name);
}

function columnsOf(rowType: GraphQLObjectType, name: string): readonly string[] {
  const { columns, pothosExposedField } = rowType.getFields()[name]?.extensions ?? {};
  if (Array.isArray(columns)) return columns;
  if (typeof pothosExposedField === 'string') return [pothosExposedField];
  throw new TypeError(`${rowType.name}.${name} does not say which columns it reads.`);
}
