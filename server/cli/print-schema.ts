import type { Command } from 'commander';
import { print, type Shell } from './shell.ts';

export function definePrintSchema(command: Command, shell: Shell): void {
  command
    .description('Prints the GraphQL schema, sorted, as clients and code generators read it.')
    .addHelpText('after', '\nExample:\n  $ onrecord print-schema > schema.graphql')
    .action(async () => {
      const [{ lexicographicSortSchema, printSchema }, { schema }] = await Promise.all([
        import('graphql'),
        import('../../schema/schema.ts'),
      ]);
      print(shell, printSchema(lexicographicSortSchema(schema)));
    });
}
