import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openRules } from '../../../server/reading/extractors.ts';

/** Reads every article of a folder with the extractor that drafts, records nothing, and tells what that took. */
const folder = process.argv[2] ?? '';
const extractor = await openRules();
// What is only loaded once is there before.
extractor.extract({ text: 'The mayor said on Monday that the bridge was safe.' });
const [since, before] = [performance.now(), process.cpuUsage()];
let stances = 0;
for (const name of readdirSync(folder).sort()) {
  const text = readFileSync(join(folder, name), 'utf8');
  stances += extractor.extract({ text }).stances.length;
}
const tookMs = performance.now() - since;
const { user, system } = process.cpuUsage(before);
console.log(JSON.stringify({ stances, tookMs, cpuMicros: user + system }));
