// Puts beside the compiled files what the compiler leaves behind.
import { cpSync } from 'node:fs';

for (const folder of ['db/migrations', 'db/sample', 'server/graphiql']) {
  cpSync(folder, `dist/${folder}`, { recursive: true, filter: (path) => !path.endsWith('.ts') });
}
