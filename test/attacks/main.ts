import { parseArgs } from 'node:util';
import { attacks } from './attacks.ts';

const usage = `Usage: npm run attacks -- [--unprotected] [WORD]

Attacks servers of its own, and tells what they withstood; with a WORD, only what is named with it.
With --unprotected each is attacked with its protection off. Exits with 1 where anything was not withstood.`;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { unprotected: { type: 'boolean', default: false }, help: { type: 'boolean' } },
});

if (values.help) console.log(usage);
else process.exitCode = await attackAll(positionals[0] ?? '');

async function attackAll(word: string): Promise<number> {
  const chosen = attacks.filter(({ name }) => name.includes(word));
  let withstood = 0;
  for (const { name, run } of chosen) {
    const isWithstood = await run(!values.unprotected);
    if (isWithstood) withstood += 1;
    console.log(`${isWithstood ? 'withstood    ' : 'NOT WITHSTOOD'}  ${name}`);
  }
  console.log(`${withstood} of ${chosen.length} withstood.`);
  return withstood === chosen.length ? 0 : 1;
}
