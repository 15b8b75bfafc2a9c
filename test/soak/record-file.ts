import { onrecord } from '../kit/onrecord.ts';
import { runProgram } from '../kit/program.ts';
import { rawRows } from '../kit/raw-rows.ts';

/** What the file of a server that does not run holds. */
export interface FileFound {
  readonly claims: number;
  /** Whatever is not as it has to be, a sentence each. */
  readonly faults: readonly string[];
}

/** Looks whether a file is sound, and holds each of these claims once, with one event. */
export async function lookAt(file: string, acknowledged: readonly string[]): Promise<FileFound> {
  const unsound = await faultsVerified(file);
  const claims = rawRows<{ text: string; events: number }>(
    file,
    `select text, (select count(*) from events
      where noun = 'claim' and subject = claims.key and type = 'CLAIM_ADDED') as events from claims`,
  );
  const eventsOf = new Map(claims.map(({ text, events }) => [text, events]));
  return {
    claims: claims.length,
    faults: [
      ...unsound,
      ...faultsStored(file),
      ...acknowledged
        .filter((text) => !eventsOf.has(text))
        .map((text) => `It was acknowledged and is lost: ${text}`),
      ...claims
        .filter(({ events }) => events !== 1)
        .map(({ text, events }) => `It has ${events} events: ${text}`),
      ...(claims.length > eventsOf.size ? ['A claim is there twice.'] : []),
    ],
  };
}

/** The claims of a file in the order of its log. */
export function claimsInLog(file: string): readonly string[] {
  return rawRows<{ text: string }>(
    file,
    `select text from events join claims on claims.key = subject
      where noun = 'claim' and type = 'CLAIM_ADDED' order by seq`,
  ).map(({ text }) => text);
}

function faultsStored(file: string): string[] {
  const integrity = rawRows<{ integrity_check: string }>(file, 'pragma integrity_check');
  const references = rawRows<object>(file, 'pragma foreign_key_check');
  const gaps = rawRows<object>(file, 'select 1 where (select max(seq) - count(*) from events) > 0');
  return [
    ...integrity
      .map((row) => row.integrity_check)
      .filter((found) => found !== 'ok')
      .map((found) => `integrity_check: ${found}`),
    ...references.map((row) => `foreign_key_check: ${JSON.stringify(row)}`),
    ...gaps.map(() => 'The log has a gap.'),
  ];
}

/** What `onrecord verify` finds, as a user runs it. */
export async function faultsVerified(file: string): Promise<string[]> {
  const command = onrecord('verify', '--json', '--database-url', `file:${file}`);
  const { code, out, err } = await runProgram(command);
  return code === 0 ? [] : [`onrecord verify ended with ${code}: ${out}${err}`];
}
