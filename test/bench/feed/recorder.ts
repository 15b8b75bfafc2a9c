import { z } from 'zod';
import { openDatabase } from '../../../db/client.ts';
import { createToken, newToken } from '../../../db/commands/create-token.ts';
import { quoting, recordHarbour } from '../../kit/harbour.ts';
import { write } from '../../kit/owner.ts';
import type { Request } from '../contenders/contender.ts';
import { createLoad } from '../load.ts';

/** Makes a record with those whom claims are about; gives a token that may add to it. */
export async function writeGround(path: string): Promise<string> {
  const db = await openDatabase({ url: `file:${path}` });
  await recordHarbour(db);
  const { token, hash } = newToken();
  await write(db, createToken, { name: 'bench', role: 'ADMIN', hash });
  await db.close();
  return token;
}

/** A claim that was recorded, in the order in which the answers came. */
export interface Recording {
  /** The number that its text has. */
  readonly claim: number;
  readonly topics: readonly string[];
  readonly cursor: string;
  /** How long its answer took. */
  readonly tookMs: number;
  /** When the answer was there, by `now`. */
  readonly answeredAt: number;
}

export interface RecordingOptions {
  readonly port: number;
  readonly token: string;
  /** How many are under way at once. */
  readonly lanes: number;
  readonly topics: (claim: number) => readonly string[];
}

const document = `mutation Record($input: RecordClaimInput!) {
  recordClaim(input: $input) { __typename ... on RecordClaimPayload { created cursor claim { id } } }
}`;

const recorded = z.object({
  data: z.object({ recordClaim: z.object({ created: z.literal(true), cursor: z.string() }) }),
});

/** Records the claims of these numbers over HTTP, as any client does: each a mutation and a transaction of its own. */
export async function recordClaims(
  claims: readonly number[],
  { port, token, lanes, topics }: RecordingOptions,
): Promise<readonly Recording[]> {
  const load = createLoad(lanes);
  const requests = claims.map((claim): Request => {
    const variables = { input: claimInput(claim, topics(claim)) };
    return { path: '/graphql', body: JSON.stringify({ query: document, variables }), token };
  });
  const answers = await load.run({ port }, requests);
  load.close();
  return answers.map(({ body, latencyMs: tookMs, answeredAt }, i) => {
    const { success, data } = recorded.safeParse(JSON.parse(body));
    if (!success) throw new Error(`A claim was not recorded: ${body}`);
    const claim = claims[i] ?? 0;
    const { cursor } = data.data.recordClaim;
    return { claim, topics: topics(claim), cursor, tookMs, answeredAt };
  });
}

function claimInput(claim: number, topics: readonly string[]) {
  return {
    text: `The mayor promised a new bridge for ferries at berth ${claim}, before the end of the season.`,
    kind: 'FACT',
    language: 'en',
    topics,
    stances: [
      {
        actor: { slug: 'gazette' },
        kind: 'REPORTS',
        certainty: 'PLAIN',
        evidence: [quoting('The mayor promised a new bridge')],
      },
      {
        actor: { slug: 'mayor' },
        kind: 'DENIES',
        certainty: 'FIRM',
        evidence: [quoting('I never promised a bridge')],
      },
      {
        actor: { slug: 'spokeswoman' },
        kind: 'QUESTIONS',
        certainty: 'PLAIN',
        note: 'Asked about it at the harbour office.',
      },
    ],
  };
}
