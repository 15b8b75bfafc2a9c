import type { Command } from 'commander';
import { withAccess } from './open-access.ts';
import type { ArticleName } from './record-access.ts';
import { withRecord } from './run.ts';
import { print, type Shell } from './shell.ts';

const examples = `
What stays is the article's hash, title and address, the places of its quotes, and every claim and stance. Backups and
exports made before still hold the words. While the file is rewritten, other changes wait.

Examples:
  $ onrecord erase bridge-story --reason "Ordered by the district court, 3 C 12/26"
  $ onrecord erase sha256:04396bef... --reason "Withdrawn by the agency"`;

export function defineErase(command: Command, shell: Shell): void {
  command
    .description(
      'Takes the text of an article, and every quote of it, off for good: on legal request.',
    )
    .argument('<article>', 'its slug, its id, or sha256: and its hash')
    .requiredOption('--reason <reason>', 'who asked for it, and why')
    .addHelpText('after', examples);
  withAccess(command).action(async (article: string) => {
    const { reason } = command.opts<{ reason: string }>();
    await withRecord({ command, shell }, { create: false }, async ({ record, progress }) => {
      progress.update('Erasing');
      await record.eraseArticleText(named(article), reason);
      progress.clear();
      print(shell, `The text of ${article} is erased, and its quotes are with it.`);
    });
  });
}

function named(article: string): ArticleName {
  if (article.startsWith('sha256:')) return { sha256: article.slice('sha256:'.length) };
  return article.startsWith('article_') ? { id: article } : { slug: article };
}
