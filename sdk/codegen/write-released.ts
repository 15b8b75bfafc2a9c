// Keeps the schema of today as the one of the version in package.json, for the next release to be compared with.
import { readFileSync, writeFileSync } from 'node:fs';
import { releasedSchema } from './release.ts';

const root = new URL('../../', import.meta.url);
const { version } = JSON.parse(readFileSync(new URL('sdk/package.json', root), 'utf8'));
const schema = readFileSync(new URL('schema/schema.graphql', root), 'utf8');
writeFileSync(new URL('sdk/released.graphql', root), releasedSchema(schema, version));
