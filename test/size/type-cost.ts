import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, type Workbench } from './workbench.ts';

/** What a project costs its compiler, libraries checked whole. */
export interface TypeCost {
  readonly types: number;
  readonly instantiations: number;
}

/** A project that imports all of the SDK, and the most that it may cost. */
export const ourProject = `
import * as sdk from '@onrecord/sdk';
import * as documents from '@onrecord/sdk/documents';
import * as operations from '@onrecord/sdk/operations';

const record = sdk.createClient({ url: 'https://record.example/graphql' });
export const everything = { ...sdk, ...record, ...operations, ...documents };
export const found = async (input: sdk.RecordStanceInput) => {
  const { nodes } = await record.claims({ filter: { status: 'DISPUTED' } });
  const answer = await record.recordStance.safe(input);
  for await (const { claim } of record.claimAdded()) if (claim) nodes.includes(claim);
  return answer.ok ? answer.stance : answer.refusal.code;
};
`;
export const ceiling: TypeCost = { types: 36_000, instantiations: 33_000 };

/** A project with ten documents of its own, typed by gql.tada from the schema that the SDK brings, and the most it may cost. */
export const ownSelectionsProject = `
import { createClient } from '@onrecord/sdk';
import type { introspection, scalars } from '@onrecord/sdk/introspection';
import { initGraphQLTada } from 'gql.tada';

const graphql = initGraphQLTada<{ introspection: introspection; scalars: scalars }>();
const record = createClient({ url: 'https://record.example/graphql' });
${Array.from(
  { length: 10 },
  (_, index) => `
export const answer${index} = await record.request(
  graphql('query q${index}($by: ClaimBy!, $filter: StanceFilter) { claim(by: $by) { slug text standing { status sides { actor { name } polarity } } stances(first: ${index + 1}, filter: $filter) { nodes { kind evidence { quote article { title outlet { name } } attribution { name } } } pageInfo { endCursor } } } }'),
  { by: { slug: 'call-happened' }, filter: { polarity: 'AGAINST' } },
);
export const name${index}: string | undefined = answer${index}.claim?.stances.nodes[0]?.evidence[0]?.article.outlet?.name;`,
).join('')}
`;
export const ownSelectionsCeiling: TypeCost = { types: 60_000, instantiations: 210_000 };

/** The same of @linear/sdk. */
export const linearProject = `
import * as sdk from '@linear/sdk';

const client = new sdk.LinearClient({ apiKey: 'key' });
export const everything = { ...sdk };
export const found = async (teamId: string) => {
  const { nodes } = await client.issues({ filter: { title: { eq: 'x' } } });
  const { success } = await client.createIssue({ teamId, title: 'y' });
  return success && nodes;
};
`;

/** What a program costs to check. @throws where it does not compile. */
export function typeCostOf({ dir }: Workbench, program: string): TypeCost {
  writeFileSync(join(dir, 'program.mts'), program);
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  const settings = '--strict --target es2022 --lib es2022,dom --module nodenext';
  const { stdout } = spawnSync(
    process.execPath,
    [
      compiler,
      ...settings.split(' '),
      '--types',
      '',
      '--noEmit',
      '--extendedDiagnostics',
      '--singleThreaded',
      'program.mts',
    ],
    { cwd: dir, encoding: 'utf8' },
  );
  if (/^program\.mts.*error/m.test(stdout)) throw new Error(stdout);
  const count = (name: string) => Number(new RegExp(`^${name}: +(\\d+)$`, 'm').exec(stdout)?.[1]);
  return { types: count('Types'), instantiations: count('Instantiations') };
}
