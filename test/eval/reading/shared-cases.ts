import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type GoldText, goldIn } from './gold-file.ts';

const folder = '../shared/cases/reading';

export const hasSharedCases = existsSync(join(folder, 'denials.txt'));

/** The small texts that once failed, which are not ours to pass on, with gold of ours for them; and each way to deny a report. */
export function sharedCases(gold: string): GoldText[] {
  const cases = goldIn(readFileSync(gold, 'utf8'), 'cases').map((one) => ({
    ...one,
    text: readFileSync(join(folder, `${one.id}.txt`), 'utf8'),
  }));
  return [...cases, ...denials()];
}

function denials(): GoldText[] {
  const lines = readFileSync(join(folder, 'denials.txt'), 'utf8').split('\n');
  return lines
    .filter((line) => line !== '' && !line.startsWith('#'))
    .flatMap((line, at) => {
      const kind = /unaware of|cast doubt/u.test(line) ? 'QUESTIONS' : 'DENIES';
      const text = `Trent phoned Pavlov on Thursday, the Post reported.\n\n${line}`;
      return goldIn(
        `publisher The Paper\n\n== ${at + 1} denial\n${text}\n--\n#call = Trent phoned|called Pavlov [Thursday] // Trent call [took|happened] [place]\nPost REPORTS #call\nKremlin ${kind} #call\n? Kremlin ASSERTS Post invented|inventing|made call [up]\n`,
        'denials',
      );
    });
}
