import type { Command } from 'commander';
import type { Drafts, OtherReading, StanceDraft } from '../../extract/extractor.ts';
import { isEnglish, languageOf, notReadBecause } from '../../extract/words/language.ts';
import { articleInFile, FileRefused } from './article-file.ts';
import { extractorOf, withExtractor } from './extractor.ts';
import { markedText } from './marked-text.ts';
import { untilInterrupted } from './run.ts';
import { type Call, type Output, print, printJson, type Shell } from './shell.ts';

const examples = `
FILE is plain text, an HTML page, or JSON with the keys of an article in the format onrecord/1; - is standard input.
Nothing is recorded.
A terminal shows sources, cues and contents in colour, unless NO_COLOR is set; anything else gets brackets.

Examples:
  $ onrecord extract article.txt
  $ cat article.txt | onrecord extract -
  $ onrecord extract --json page.html | jq '.stances[].kind'
  $ onrecord extract --extractor weights --weights mine.json article.txt
  $ READER_URL=http://127.0.0.1:11434/v1 READER_MODEL=qwen2.5 onrecord extract --extractor llm article.txt`;

export function defineExtract(command: Command, shell: Shell): void {
  command
    .description(
      'Reads an article and prints the actors, claims and stances that it would draft. Touches nothing.',
    )
    .argument('<file>', 'the article')
    .option('--json', 'print the drafts as JSON')
    .addHelpText('after', examples);
  withExtractor(command).action((file: string) => extract({ command, shell }, file));
}

async function extract({ command, shell }: Call, path: string): Promise<void> {
  const { json = false, narrated = false } = command.opts<{ json?: boolean; narrated?: boolean }>();
  const {
    text,
    language: declared,
    publisher: name,
    ...told
  } = await articleInFile(path, shell.stdin);
  const language = await languageOf(text, declared);
  if (!isEnglish(language)) throw new FileRefused(`${path}: ${notReadBecause(language)}`);
  const extractor = await extractorOf({ command, shell });
  await untilInterrupted(shell, async (signal) => {
    const publisher = name === undefined ? {} : { publisher: { name } };
    const day = told.publishedOn ?? told.publishedAt?.slice(0, 'yyyy-mm-dd'.length);
    const issued = day && { publishedOn: day };
    const input = { text, ...publisher, ...issued, narrated };
    const { notes = [], ...drafts } = await extractor.extract(input, { signal });
    for (const note of notes) shell.stderr.write(`${note}\n`);
    const { id, version } = extractor;
    if (json) printJson(shell, { extractor: { id, version }, ...drafts });
    else print(shell, report(text, drafts, shell.stdout));
  });
}

function report(text: string, drafts: Drafts, stdout: Output): string {
  const inColour = (stdout.isTTY && stdout.hasColors?.()) ?? false;
  const counts = [
    `${drafts.actors.length} actors`,
    `${drafts.claims.length} claims`,
    `${drafts.stances.length} stances`,
  ];
  return [
    markedText(text, drafts, inColour).trimEnd(),
    '',
    'Actors',
    ...drafts.actors.map(({ id, kind, name, aliases }) => {
      const also = aliases.length > 0 ? `, also ${aliases.join(', ')}` : '';
      return `  ${kind.padEnd(14)}  ${name} (${id})${also}`;
    }),
    '',
    'Claims, and how they stand to them',
    ...drafts.claims.flatMap((claim) => [
      `  ${claim.text} (${claim.kind})`,
      ...drafts.stances
        .filter(({ claim: of }) => of === claim.id)
        .flatMap((stance) => [
          `    ${stanceText(stance, drafts)}`,
          ...(stance.otherwise ?? []).map((other) => `      ${otherwiseText(other, drafts)}`),
        ]),
    ]),
    '',
    `${counts.join(', ')}.`,
  ].join('\n');
}

function stanceText({ kind, certainty, evidence }: StanceDraft, { actors }: Drafts): string {
  const names = new Map(actors.map(({ id, name }) => [id, name]));
  const chain = evidence.attribution.map((id) => names.get(id) ?? id).join(' > ');
  const quote = evidence.quote.replace(/\s+/gu, ' ');
  const { mode, confidence, extractor } = evidence;
  const how = [mode, confidence, ...(extractor === undefined ? [] : [extractor])].join(', ');
  return `${kind} ${certainty} ${chain}: “${quote}” (${how})`;
}

function otherwiseText(other: OtherReading, { actors, claims }: Drafts): string {
  const actor = actors.find(({ id }) => id === other.actor)?.name ?? other.actor;
  const claim = claims.find(({ id }) => id === other.claim)?.text ?? other.claim;
  return `read otherwise by ${other.extractor}: ${actor} ${other.kind}: ${claim}`;
}
