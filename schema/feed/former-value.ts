import { hiddenClaims, publicIds } from '../../db/queries/public-id.ts';
import type { Reader } from '../../db/read/read.ts';
import type { Noun } from '../../db/rules/vocabulary.ts';
import { builder } from '../builder.ts';
import { type MaybePromise, whenRead } from '../reading/edge.ts';

/** A value that was changed, as it was before. */
export interface Former {
  readonly key: string;
  readonly value: unknown;
}

export const FormerValue = builder.objectRef<Former>('FormerValue').implement({
  description: 'A value that was changed, as it was before.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'The key whose value it was.' }),
    value: t.string({
      nullable: true,
      description:
        'The value as JSON; a reference is an id. Null where it was unknown, or a claim that you may not see.',
      resolve: ({ value }) => (value === null ? null : JSON.stringify(value)),
    }),
  }),
});

/** What the keys refer to whose values are keys of rows. */
const referredBy: Readonly<Record<string, Noun>> = {
  actor: 'actor',
  attribution: 'actor',
  claim: 'claim',
  concerns: 'actor',
  creditedTo: 'actor',
  grantedBy: 'actor',
  outlet: 'actor',
  saidIn: 'claim',
  supersedes: 'article',
};

/** The former values that each of the payloads holds. A claim that only editors see is told to them alone. */
export function formerValues(
  payloads: readonly unknown[],
  { reader, seesDrafts }: { readonly reader: Reader; readonly seesDrafts: boolean },
): MaybePromise<readonly (readonly Former[])[]> {
  const former = payloads.map(formerIn);
  const references = former.flat().flatMap(referencesIn);
  if (references.length === 0) return former;
  const claims = seesDrafts ? [] : references.filter(([noun]) => noun === 'claim');
  const keys = JSON.stringify(claims.map(([, key]) => key));
  const hidden = claims.length === 0 ? [] : reader.read(hiddenClaims, { keys });
  return whenRead(hidden, (unseen) =>
    whenRead(reader.read(publicIds, { rows: JSON.stringify(references) }), (found) => {
      const isHidden = new Set(unseen.map(({ key }) => key));
      const ids = found.map(({ id }) => id).values();
      return former.map((values) =>
        values.map((one) => {
          const own = referencesIn(one).map(([noun, key]) => {
            const id = ids.next().value;
            return noun === 'claim' && isHidden.has(key) ? null : id;
          });
          if (own.length === 0) return one;
          return { ...one, value: Array.isArray(one.value) ? own : own[0] };
        }),
      );
    }),
  );
}

function formerIn(payload: unknown): readonly Former[] {
  if (payload === null || typeof payload !== 'object' || !('before' in payload)) return [];
  const { before } = payload;
  if (before === null || typeof before !== 'object') return [];
  return Object.entries(before).map(([key, value]) => ({ key, value }));
}

function referencesIn({ key, value }: Former): readonly (readonly [Noun, number])[] {
  const noun = referredBy[key];
  if (noun === undefined) return [];
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.flatMap((one) => (typeof one === 'number' ? [[noun, one] as const] : []));
}
