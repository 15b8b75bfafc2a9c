import { type DocumentNode, Kind, type OperationDefinitionNode, print } from 'graphql';
import * as documents from '../../../../sdk/src/generated/documents.ts';
import { asked, type Landmarks, type Question } from './question.ts';

/** By operation: whom it asks about, where that is no list. */
const rolesOf: Readonly<Record<string, 'EDITOR' | 'ADMIN'>> = {
  drafts: 'EDITOR',
  exportRecord: 'EDITOR',
  status: 'ADMIN',
  verifyRecord: 'ADMIN',
};

/** What asks about pages that a record made at random leaves next to empty. */
const ofFullPages: readonly string[] = [
  'actor',
  'actorAffiliates',
  'actorAffiliations',
  'actorSplits',
  'articleCopies',
  'articleVersions',
  'claim',
  'claimArticles',
  'claimLinks',
  'claimStances',
  'claimTimeline',
];

/** What tells of one thing alone is asked about by its request. */
const hasPages = /\b(first|ids)\b/;

/** What takes a second and more. */
const seldomAsked: readonly string[] = ['drafts', 'verifyRecord'];

/** Every query of the SDK, with pages as large as can be of what has most in them. */
export function sdkQuestions(landmarks: Landmarks): readonly Question[] {
  return Object.values(documents).flatMap((document) => {
    // What the SDK sends is a document, or a fragment of one.
    const operation = operationIn(document as unknown as DocumentNode);
    if (operation?.operation !== 'query' || operation.name === undefined) return [];
    const name = operation.name.value;
    const role = rolesOf[name];
    const query = print(document as unknown as DocumentNode);
    const question = asked(`SDK ${name}`, query, {
      variables: variablesFor(name, operation, landmarks),
      operationName: name,
      isOfSdk: hasPages.test(query),
      ...(role === undefined ? {} : { role }),
      ...(seldomAsked.includes(name) ? { most: 1 } : {}),
    });
    return [question];
  });
}

function operationIn({ kind, definitions }: DocumentNode): OperationDefinitionNode | undefined {
  if (kind !== Kind.DOCUMENT) return undefined;
  return definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION);
}

function variablesFor(
  name: string,
  { variableDefinitions = [] }: OperationDefinitionNode,
  { full, id, otherActors, stances, words }: Landmarks,
): object {
  const noun = name.startsWith('actor')
    ? 'actor'
    : name.startsWith('article')
      ? 'article'
      : 'claim';
  const ofPage = ofFullPages.includes(name) ? full[noun] : id[noun];
  const subject = name === 'articleClaims' ? full.quoted : ofPage;
  const values: Readonly<Record<string, unknown>> = {
    by: { id: subject },
    id: id.claim,
    ids: stances,
    actors: [{ id: id.actor }, { id: otherActors[0] }],
    article: { id: full.drafted },
    query: words.slice(20, 22).join(' '),
    text: words.slice(10, 22).join(' '),
    first: name === 'exportRecord' ? 1_000 : 100,
  };
  const names = variableDefinitions.map(({ variable }) => variable.name.value);
  return Object.fromEntries(
    names.filter((each) => each in values).map((each) => [each, values[each]]),
  );
}
