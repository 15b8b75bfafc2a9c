import { type Command, InvalidArgumentError, Option } from 'commander';
import { type Role, roles } from '../../db/rules/vocabulary.ts';
import { withAccess } from './open-access.ts';
import type { StatusAnswer } from './record-access.ts';
import { withRecord } from './run.ts';
import { print, printJson, type Shell } from './shell.ts';
import { timeOf } from './status.ts';

const examples = `
Examples:
  $ onrecord token create --name "night desk" --role EDITOR
  $ onrecord token list
  $ onrecord token revoke token_019a...`;

export function defineToken(token: Command, shell: Shell): void {
  token
    .description(
      'Tokens let a program or a person do more than read. Each has a role: READER, EDITOR, REVIEWER or ADMIN.',
    )
    .addHelpText('after', examples);
  addCreate(token, shell);
  addList(token, shell);
  addRevoke(token, shell);
}

function addCreate(token: Command, shell: Shell): void {
  const create = token
    .command('create')
    .description('Creates a token and shows it: this once, since the record keeps its hash alone.')
    .requiredOption('--name <name>', 'who or what holds it')
    .addOption(
      new Option('--role <role>', 'what it may do').choices([...roles]).makeOptionMandatory(),
    )
    .option(
      '--expires <when>',
      'when it ends by itself: 2027-01-31, or a moment of it',
      momentToCome,
    )
    .option('--json', 'print it as JSON')
    .addHelpText(
      'after',
      '\nExample:\n  $ onrecord token create --name "night desk" --role EDITOR --expires 2027-01-31',
    );
  withAccess(create).action(async () => {
    const {
      name,
      role,
      expires,
      json = false,
    } = create.opts<{ name: string; role: Role; expires?: number; json?: boolean }>();
    await withRecord({ command: create, shell }, { create: true }, async ({ record }) => {
      const made = await record.createToken(name, role, expires);
      if (json) printJson(shell, { ...made, name, role });
      else
        print(
          shell,
          `${made.token}\n\nIt is not shown again. To revoke it: onrecord token revoke ${made.id}`,
        );
    });
  });
}

function addList(token: Command, shell: Shell): void {
  const list = token
    .command('list')
    .description('Lists every token, the oldest first; their secrets are not on record.')
    .option('--json', 'print them as JSON')
    .addHelpText('after', '\nExample:\n  $ onrecord token list --json');
  withAccess(list).action(async () => {
    const { json = false } = list.opts<{ json?: boolean }>();
    await withRecord({ command: list, shell }, { create: false }, async ({ record }) => {
      const tokens = await record.tokens();
      if (json) printJson(shell, tokens);
      else
        print(
          shell,
          tokens.length === 0 ? 'There are no tokens.' : tokens.map(tokenText).join('\n'),
        );
    });
  });
}

function addRevoke(token: Command, shell: Shell): void {
  const revoke = token
    .command('revoke')
    .description('Ends what a token allows, from the next request on.')
    .argument('<id>', 'its id, as `token list` tells it')
    .addHelpText('after', '\nExample:\n  $ onrecord token revoke token_019a...');
  withAccess(revoke).action(async (id: string) => {
    await withRecord({ command: revoke, shell }, { create: false }, async ({ record }) => {
      await record.revokeToken(id);
      print(shell, `${id} is revoked.`);
    });
  });
}

function momentToCome(text: string): number {
  const moment = /^\d{4}-\d\d-\d\d/.test(text) ? Date.parse(text) : Number.NaN;
  if (moment > Date.now()) return moment;
  throw new InvalidArgumentError('Give a day or a moment to come: 2027-01-31T18:00:00Z.');
}

function tokenText(token: StatusAnswer['tokens'][number]): string {
  const { id, name, role, recordedAt, expiresAt, lastUsedAt, revokedAt } = token;
  const used = lastUsedAt === null ? 'never used' : `last used ${timeOf(lastUsedAt)}`;
  const ends = expiresAt === null ? [] : [`expires ${timeOf(expiresAt)}`];
  const ended = revokedAt === null ? [] : [`revoked ${timeOf(revokedAt)}`];
  return [id, role.padEnd(8), name, `created ${timeOf(recordedAt)}`, used, ...ends, ...ended].join(
    '  ',
  );
}
