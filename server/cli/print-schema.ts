import type { Command } from 'commander';
import { print, type Shell } from './shell.ts';

export function addPrintSchema(program: Command, shell: Shell): void {
  program
    .command('print-schema')
    .summary('print the GraphQL schema')
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
