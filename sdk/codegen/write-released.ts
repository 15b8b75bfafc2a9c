// Keeps what is released: the schema, for the next release to be compared with, and what the SDK of this version asks, for
// servers to go on answering it for six months.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { isOutdated, releasedManifest, releasedSchema } from './release.ts';

const root = new URL('../../', import.meta.url);
const { version } = JSON.parse(readFileSync(new URL('sdk/package.json', root), 'utf8'));
const schema = readFileSync(new URL('schema/schema.graphql', root), 'utf8');
writeFileSync(new URL('sdk/released.graphql', root), releasedSchema(schema, version));

const released = new URL('sdk/manifests/released/', root);
const current = new URL('sdk/manifests/current/', root);
const now = new Date();
for (const name of readdirSync(released))
  if (isOutdated(name, now)) rmSync(new URL(name, released));
writeFileSync(
  new URL(`${now.toISOString().slice(0, 10)}-${version}.json`, released),
  releasedManifest(
    readdirSync(current).map((name) => readFileSync(new URL(name, current), 'utf8')),
  ),
);
