import { buildProgram } from '../kit/onrecord.ts';
import { packSdk } from '../kit/packed-sdk.ts';
import { installClients } from './install.ts';
import { type ClientsOptions, readOptions, usage } from './options.ts';
import { tryClient, versionOf } from './try-client.ts';

const options = readOptions(process.argv.slice(2));
if (options.help) console.log(usage);
else process.exitCode = await tryAll(options);

async function tryAll({ chosen }: ClientsOptions): Promise<number> {
  await Promise.all([buildProgram(), packSdk()]);
  const folder = await installClients();
  const counts = { passed: 0, FAILED: 0, absent: 0 };
  for (const client of chosen) {
    const since = performance.now();
    const { how, told } = await tryClient(client, folder);
    counts[how] += 1;
    const versions = client.packages.map((name) => versionOf(name, folder)).join(', ');
    const seconds = ((performance.now() - since) / 1000).toFixed(1);
    console.log(`${how}  ${client.name.padEnd(14)} ${seconds.padStart(6)} s  ${versions}`);
    if (told !== '') console.log(told.trim().replace(/^/gm, '        '));
  }
  const { passed, FAILED: failed, absent } = counts;
  console.log(`${passed} passed, ${failed} failed, ${absent} cannot be tried here.`);
  return failed === 0 ? 0 : 1;
}
