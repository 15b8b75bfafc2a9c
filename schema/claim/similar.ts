import { anyWordOf } from '../../db/queries/any-word.ts';
import { claimsByKey } from '../../db/queries/claim.ts';
import { claimsLike, type MatchOnRecord, matchesOf, matchShape } from '../../db/queries/similar.ts';
import { type ClaimRelation, relationTo } from '../../db/rules/claim-relation.ts';
import { builder } from '../builder.ts';
import { codedError } from '../coded.ts';
import type { GraphContext } from '../context.ts';
import { Claim } from '../objects.ts';
import {
  batch,
  type MaybePromise,
  one,
  readFor,
  visibilityArgs,
  whenRead,
} from '../reading/edge.ts';
import { pageSize } from '../reading/page.ts';

const longestText = 20_000;
const usualCandidates = 5;

const Relation = builder.enumType('ClaimRelation', {
  description: 'How what a claim says relates to what a text says, as far as their words tell it.',
  values: {
    SAME: { description: 'It says the same.' },
    NEGATION: { description: 'One says that what the other says is not so, or is its opposite.' },
    OTHER_NUMBER: { description: 'It says the same of another number, quantity or date.' },
    NARROWER: { description: 'One says all that the other says, and more: where, when, of which.' },
    SIMILAR: { description: 'It has words of the text. What more there is to it is not sure.' },
  } as const satisfies Record<ClaimRelation, object>,
});

export const ClaimMatch = builder.objectRef<MatchOnRecord>('ClaimMatch').implement({
  description: 'A claim that may say the same as a text. A person decides.',
  extensions: { rows: matchShape },
  fields: (t) => ({
    claim: t.field({
      type: Claim,
      description: 'The claim.',
      ...one(claimsByKey, 'claimKey'),
    }),
    score: t.float({
      description: 'How well it fits (BM25): the higher, the better. Comparable for one text only.',
      extensions: { columns: ['rank'] },
      resolve: ({ rank }) => -rank / 1_000_000,
    }),
    relation: t.field({
      type: Relation,
      description:
        'How it relates to the text, as a rule reads their words, numbers, dates and negations in English; SIMILAR wherever that is not sure, and for texts of more than 1,000 characters. A person decides.',
      ...batch<MatchOnRecord, ClaimRelation>(['wordings', 'asked'], relations),
    }),
  }),
});

function relations(matches: readonly MatchOnRecord[]): readonly ClaimRelation[] {
  const rules = new Map<string, ReturnType<typeof relationTo>>();
  return matches.map(({ asked, wordings }) => {
    const rule = rules.get(asked) ?? relationTo(asked);
    rules.set(asked, rule);
    const told: unknown = JSON.parse(wordings);
    return rule(Array.isArray(told) ? told.map(String) : []);
  });
}

/** How many candidates are asked for. */
export function candidateCount(first: number | null | undefined): number {
  return first === null || first === undefined ? usualCandidates : pageSize(first);
}

/** The claims but `but` that are most like a text, the best first. */
export function claimsLikeText(
  text: string,
  { first, but = 0 }: { readonly first: number; readonly but?: number },
  context: GraphContext,
): MaybePromise<readonly MatchOnRecord[]> {
  const match = anyWordOf(text);
  if (match === null) return [];
  const { seesDrafts } = visibilityArgs(context);
  // What only editors may read tells nobody else anything, not by its share in a score either.
  const statement = claimsLike[seesDrafts ? 'all' : 'public'];
  return whenRead(context.aside.read(statement, { match, but, limit: first }), (found) =>
    matchesOf(found, text),
  );
}

builder.queryField('similarClaims', (t) =>
  t.field({
    type: [ClaimMatch],
    description:
      'The claims on record that share most with a text, the best first: those that it may say again. For editors, drafts come after them.',
    args: {
      text: t.arg.string({ required: true, description: 'A proposition, in a sentence or so.' }),
      first: t.arg.int({ defaultValue: 5, description: 'How many at most, up to 100.' }),
    },
    resolve: (_root, { text, first }, context, info) => {
      if (text.length > longestText) {
        throw codedError('BAD_USER_INPUT', `A text has at most ${longestText} characters.`);
      }
      const asked = { first: candidateCount(first) };
      return whenRead(claimsLikeText(text, asked, context), (rows) =>
        readFor(rows, { context, info }),
      );
    },
  }),
);
