import type { Command } from 'commander';
import { RecordError } from '../../../db/rules/errors.ts';
import { FileRefused } from '../article-file.ts';
import { CommandFailed, exitCodes } from '../exit.ts';
import { extractorAside, withExtractor } from '../extractor.ts';
import { withAccess } from '../open-access.ts';
import type { IngestChoices } from '../record-access.ts';
import { type Work, withRecord } from '../run.ts';
import { type Call, print, printJson, type Shell } from '../shell.ts';
import { type Dates, dated, momentOrDay, type When } from './article-dates.ts';
import { articlesAhead } from './articles-ahead.ts';
import { filesAt } from './files-to-read.ts';

const examples = `
A file is plain text, an HTML page, or JSON with the keys of an article in the format onrecord/1; of a folder all that
end in .txt, .html or .json are taken, folders in it as well. - is standard input. Drafts are for editors alone until somebody accepts them.
An article that was read before drafts nothing again, so that an ingest that was interrupted goes on. Another text of the
same outlet at the same address is another version of it.

Examples:
  $ onrecord ingest article.txt
  $ onrecord ingest --outlet harbour-gazette articles/
  $ onrecord ingest --url https://record.example/graphql page.html`;

export function defineIngest(command: Command, shell: Shell): void {
  command
    .description('Records articles and drafts the actors, claims and stances in them, for review.')
    .argument('<files...>', 'articles, and folders of articles')
    .option('--outlet <slug>', 'the outlet on record that published them, where they do not say')
    .option('--published <when>', 'when they were published, where they do not say', momentOrDay)
    .option(
      '--modified <when>',
      'when their pages were changed, where they do not say',
      momentOrDay,
    )
    .option(
      '--carry-evidence',
      'show stances by the words of a changed page, too, where these still stand',
    )
    .option('--json', 'print what was done as JSON')
    .addHelpText('after', examples);
  withExtractor(withAccess(command)).action((paths: string[]) => ingest({ command, shell }, paths));
}

interface Ingesting {
  articles: number;
  created: number;
  drafted: number;
  carried: number;
  readonly faults: { readonly file: string; readonly message: string }[];
}

async function ingest(call: Call, paths: readonly string[]): Promise<void> {
  const { command, shell } = call;
  const { json = false, ...chosen } = command.opts<{
    json?: boolean;
    extractor: string;
    outlet?: string;
    carryEvidence?: boolean;
    published?: When;
    modified?: When;
  }>();
  const files = await filesAt(paths);
  const reader = extractorAside(command);
  const { open } = reader;
  await withRecord(call, { create: true }, async (work) => {
    const { extractor, outlet, published, modified, carryEvidence = false } = chosen;
    const done = await ingestAll(
      files,
      { extractor, outlet, published, modified, carryEvidence, open, signal: work.signal },
      { ...work, stdin: shell.stdin },
    );
    if (json) printJson(shell, { ...done, unchanged: done.articles - done.created });
    else print(shell, outcome(done));
    if (done.faults.length > 0) throw new CommandFailed(exitCodes.fault, faultsText(done));
  }).finally(() => reader.close());
}

/** One article after the other; what is wrong with one does not hold up the others. */
async function ingestAll(
  files: readonly string[],
  { published, modified, ...choices }: IngestChoices & Dates,
  { record, signal, progress, stdin }: Work & Pick<Shell, 'stdin'>,
): Promise<Ingesting> {
  const done: Ingesting = { articles: 0, created: 0, drafted: 0, carried: 0, faults: [] };
  const articles = articlesAhead(files, stdin, (article) => record.readAhead(article, choices));
  for (const { file, article } of articles) {
    signal.throwIfAborted();
    const read = done.articles + done.faults.length;
    progress.update(`${read} of ${files.length} articles, ${done.drafted} stances drafted`);
    try {
      const { created, drafted, carried } = await record.ingestArticle(
        dated(await article, { published, modified }),
        choices,
      );
      done.articles += 1;
      done.created += Number(created);
      done.drafted += drafted;
      done.carried += carried;
    } catch (error) {
      if (!isOfTheFile(error)) throw error;
      done.faults.push({ file, message: error.message });
    }
  }
  progress.clear();
  return done;
}

function isOfTheFile(error: unknown): error is Error {
  return error instanceof FileRefused || error instanceof RecordError;
}

function outcome({ articles, created, drafted, carried }: Ingesting): string {
  const read = `${articles} ${articles === 1 ? 'article' : 'articles'}, ${created} new`;
  const stances = drafted === 1 ? '1 stance was drafted' : `${drafted} stances were drafted`;
  const shown = carried === 0 ? '' : ` ${carried} pieces of evidence were carried.`;
  return created + drafted + carried === 0
    ? `${read}. Nothing changed: they were read before.`
    : `${read}. ${stances}: see the query drafts, and reviewStance.${shown}`;
}

const mostFaults = 20;

function faultsText({ faults }: Ingesting): string {
  const lines = faults
    .slice(0, mostFaults)
    .map(({ file, message }) => (message.startsWith(file) ? message : `${file}: ${message}`));
  const more = faults.length > mostFaults ? [`and ${faults.length - mostFaults} more`] : [];
  return [...lines, ...more, `${faults.length} could not be read; all others were.`].join('\n');
}
