import { asked, type Landmarks, type Question } from './question.ts';
import {
  type Field,
  fieldsOf,
  isEdge,
  isPaged,
  selected,
  sized,
  typeNamed,
} from './schema-fields.ts';

/** Lists that lead to many of each type, and one of the type that leads to most. */
const roads = (
  landmarks: Landmarks,
): readonly (readonly [type: string, many: string, one: string])[] => {
  const { actor, article, claim, stance } = landmarks.id;
  const by = (name: string, id: string) => `${name}(by: { id: "${id}" })`;
  return [
    ['Claim', 'claims(first: 50) { nodes', by('claim', claim)],
    ['Actor', 'actors(first: 50) { nodes', by('actor', actor)],
    ['Article', 'articles(first: 50) { nodes', by('article', article)],
    ['Stance', 'stances(first: 50) { nodes', `node(id: "${stance}") { ... on Stance`],
  ];
};

/** Every edge of the types that have pages of their own, from one and from many, with what it leads to in full. */
export function edgeQuestions(landmarks: Landmarks): readonly Question[] {
  return roads(landmarks).flatMap(([type, many, one]) =>
    fieldsOf(typeNamed(type))
      .filter((field) => isEdge(field) || field.name === 'changes')
      .flatMap((field) => ofEdge(field, { type, many, one })),
  );
}

function ofEdge(
  field: Field,
  { type, many, one }: { readonly type: string; readonly many: string; readonly one: string },
): readonly Question[] {
  const of = (road: string, selection: string) =>
    `{ ${road} { ${selection} ${'}'.repeat(depthOf(road))}`;
  const each = `${sized(field, 20)} ${selected(field)}`;
  const all = `${sized(field, 100)} ${selected(field)}`;
  const role: 'EDITOR' | undefined =
    field.name.endsWith('Candidates') || ['furtherEvidenceOf', 'readOtherwise'].includes(field.name)
      ? 'EDITOR'
      : undefined;
  const who = role === undefined ? {} : { role };
  const counted = `${sized(field, 1)} { totalCount }`;
  return [
    asked(`50 ${type}.${field.name}`, of(many, each), who),
    asked(`${type}.${field.name}`, of(one, all), who),
    ...(isPaged(field) ? [asked(`50 ${type}.${field.name} counted`, of(many, counted), who)] : []),
  ] as const;
}

/** How many braces a road opens, with the one of the operation and the one that follows it. */
const depthOf = (road: string): number =>
  2 + [...road.replaceAll(/\([^)]*\)/g, '')].filter((sign) => sign === '{').length;
