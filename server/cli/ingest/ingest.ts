import { availableParallelism } from 'node:os';
import { type Command, InvalidArgumentError } from 'commander';
import { standardInput } from '../article-file.ts';
import { CommandFailed, exitCodes } from '../exit.ts';
import { withExtractor } from '../extractor.ts';
import { withAccess } from '../open-access.ts';
import { withRecord } from '../run.ts';
import { type Call, print, printJson, type Shell } from '../shell.ts';
import {
  type ArticleDetails,
  languageGiven,
  momentOrDay,
  nameOfActor,
  type When,
  webAddress,
} from './article-details.ts';
import { articlesFound } from './articles-found.ts';
import { assertAny, filesAt } from './files-to-read.ts';
import { ingestAll } from './ingest-all.ts';
import { IngestReport } from './ingest-report.ts';
import { manifestAt } from './manifest.ts';
import { NamedActors } from './named-actors.ts';
import { poolOf, readerChosen } from './reading-pool.ts';

const examples = `
A file is plain text, an HTML page, JSON with the keys of an article in the format onrecord/1, or a web archive (WARC). Of a
folder all that end in .txt, .text, .html, .htm, .json, .warc or .warc.gz are taken, folders in it as well; what is hidden or of
another kind is passed over. - is standard input. Drafts are for editors alone until somebody accepts them.

What is told of an article counts in this order: a line of the manifest, the file itself, then --published, --modified,
--credited-to, --language, --url and --outlet. Only --outlet counts more than the mere name of a publisher on a page. --outlet
and --credited-to take a slug or a name; an outlet that is not on record is put on it.
A manifest has a line of JSON for each article: file, from where the manifest is, and what is told of it: url, outlet,
published, modified, creditedTo, language, title, byline.

Each file is read by itself: what is wrong with one is told, and all others are read. What was read before is not read again,
so that an ingest that was interrupted goes on. Another text of the same outlet at the same address is another version of it.

Examples:
  $ onrecord ingest article.txt
  $ onrecord ingest --outlet "Harbour Gazette" articles/
  $ onrecord ingest --url https://gazette.example/ferry --published 2024-11-11 page.html
  $ onrecord ingest --manifest list.jsonl
  $ onrecord ingest --jobs 4 crawl.warc.gz
  $ onrecord ingest --server https://record.example/graphql page.html`;

export function defineIngest(command: Command, shell: Shell): void {
  command
    .description('Records articles and drafts the actors, claims and stances in them, for review.')
    .argument('[files...]', 'articles, folders of articles, and web archives')
    .option('--manifest <file>', 'a list of articles in JSON lines, each with what is told of it')
    .option('--outlet <slug or name>', 'who published them, where they do not say', nameOfActor)
    .option('--url <url>', 'the address of one article, where its page does not say', webAddress)
    .option('--published <when>', 'when they were published, where they do not say', momentOrDay)
    .option(
      '--modified <when>',
      'when their pages were changed, where they do not say',
      momentOrDay,
    )
    .option(
      '--credited-to <slug or name>',
      'whose copy they are, where they do not say',
      nameOfActor,
    )
    .option('--language <tag>', 'their language, where they do not say', languageGiven)
    .option(
      '--carry-evidence',
      'show stances by the words of a changed page, too, where these still stand',
    )
    .option('--record-only', 'keep the articles without reading them, in any language')
    .option('--jobs <n>', `how many threads read (default: ${usualJobs()})`, jobsGiven)
    .option('--json', 'print what was done, and what became of each file, as JSON')
    .addHelpText('after', examples);
  withExtractor(withAccess(command, { isUrlTaken: true })).action((paths: string[]) =>
    ingest({ command, shell }, paths),
  );
}

interface Chosen {
  readonly json?: boolean;
  readonly manifest?: string;
  readonly outlet?: string;
  readonly url?: string | undefined;
  readonly published?: When;
  readonly modified?: When;
  readonly creditedTo?: string;
  readonly language?: string;
  readonly carryEvidence?: boolean;
  readonly recordOnly?: boolean;
  readonly narrated?: boolean;
  readonly jobs?: number;
}

/**
 * The flags. A `--url` that only a server can have, or that comes with the token for one, is that of a server, as on all other
 * commands: `--server` says so without a doubt.
 */
function chosenIn(command: Command): Chosen {
  const { token, server, ...chosen } = command.opts<Chosen & { token?: string; server?: string }>();
  const { url } = chosen;
  const isServer = url !== undefined && (/\/graphql\/?$/.test(url) || token !== undefined);
  if (!isServer || server !== undefined) return chosen;
  command.setOptionValue('server', url);
  return { ...chosen, url: undefined };
}

async function ingest(call: Call, paths: readonly string[]): Promise<void> {
  const { command, shell } = call;
  const chosen = chosenIn(command);
  const { files, notes } = await lookFor(paths, chosen, shell);
  const readBy = await readerChosen(call);
  const pool = poolOf(call, chosen.jobs ?? usualJobs());
  try {
    await withRecord(call, { create: true, groupMs, isUrlTaken: true }, async (work) => {
      const report = new IngestReport({ ...work, stderr: shell.stderr, files: files.files.length });
      const actors = new NamedActors(work.record);
      await assertNamed(chosen, { actors, report });
      for (const note of notes) report.note(note);
      for (const { name, fault } of files.faults) report.failed(name, fault);
      for (const [why, count] of files.passedOver) report.passedOver(why, count);
      try {
        const found = articlesFound(files, shell.stdin);
        const { carryEvidence = false, recordOnly = false, narrated = false } = chosen;
        const told = { otherwise: detailsIn(chosen), carryEvidence, recordOnly, narrated };
        await ingestAll(found, { ...work, ...told, actors, pool, readBy, report });
      } finally {
        work.progress.clear();
        if (chosen.json) printJson(shell, report.json());
        else print(shell, report.outcome());
      }
      const remainder = report.remainder().join('\n');
      if (report.isFaulty) throw new CommandFailed(exitCodes.fault, remainder);
      if (!chosen.json && remainder !== '') report.note(remainder);
    });
  } finally {
    await pool.close();
  }
}

// Nobody else waits for a file that this process owns: the more share a commit, the less each costs.
const groupMs = 1_000;

function detailsIn({
  outlet,
  url,
  published,
  modified,
  creditedTo,
  language,
}: Chosen): ArticleDetails {
  return { outlet, url, published, modified, creditedTo, language };
}

/** Tells whom flags name that is yet to be made. @throws FileRefused where a name is that of several */
async function assertNamed(
  { outlet, creditedTo }: Chosen,
  { actors, report }: { readonly actors: NamedActors; readonly report: IngestReport },
): Promise<void> {
  const found = outlet === undefined ? null : await actors.outlet(outlet);
  if (found !== null && 'newName' in found)
    report.note(`The outlet ${found.newName} is not on record: it comes with its first article.`);
  const credited = creditedTo === undefined ? null : await actors.creditedTo(creditedTo);
  if (credited !== null && 'newName' in credited)
    report.note(`${credited.newName} is not on record: it comes with its first article.`);
}

async function lookFor(paths: readonly string[], { manifest, url }: Chosen, { stdin }: Shell) {
  if (paths.length === 0 && manifest === undefined) {
    throw new CommandFailed(exitCodes.usage, 'Give articles, a folder of them, or a --manifest.');
  }
  if (manifest === standardInput && paths.includes(standardInput)) {
    const because = 'Standard input is an article or the manifest, and not both.';
    throw new CommandFailed(exitCodes.usage, because);
  }
  const listed =
    manifest === undefined
      ? { files: [], faults: [], notes: [] }
      : await manifestAt(manifest, stdin);
  const { passedOver, ...walked } = await filesAt(paths);
  const files = {
    files: [...listed.files, ...walked.files],
    faults: [...listed.faults, ...walked.faults],
    passedOver,
  };
  if (listed.faults.length === 0) assertAny(files);
  if (url !== undefined && files.files.length > 1) {
    const because = `--url is the address of one article, and ${files.files.length} files are given: a manifest tells each its own.`;
    throw new CommandFailed(exitCodes.usage, because);
  }
  return { files, notes: listed.notes };
}

const mostJobs = 64;

/** One core writes, all others read; one of two does, too, while the other writes. */
function usualJobs(): number {
  return Math.min(4, Math.max(1, availableParallelism() - 1));
}

function jobsGiven(given: string): number {
  const jobs = /^\d{1,2}$/.test(given) ? Number(given) : 0;
  if (jobs >= 1 && jobs <= mostJobs) return jobs;
  throw new InvalidArgumentError(`Give a number from 1 to ${mostJobs}.`);
}
