// Needs neither the types of the DOM nor those of Node.
import { createClient, type ErrorCode, ResponseError, type Signal } from '@onrecord/sdk';
import { claimAdded, connect, request } from '@onrecord/sdk/operations';

const url = 'https://record.example/graphql';

export const disputed = async (signal: Signal): Promise<string[]> => {
  const record = createClient({
    url,
    token: async () => 'onr_',
    fetch: async (_url, { body }) => ({
      status: body.length,
      headers: { get: () => null },
      body: null,
      text: async () => '{}',
    }),
  });
  const { nodes } = await record.claims({ filter: { status: 'DISPUTED' }, signal });
  for await (const { claim } of claimAdded(connect({ url }), { signal }))
    if (claim) nodes.includes(claim);
  await request<{ viewer: null }>(connect({ url }), '{ viewer { name } }');
  return nodes.map(({ text }) => text);
};

export const codeOf = (error: unknown): ErrorCode | undefined =>
  error instanceof ResponseError ? error.code : undefined;
