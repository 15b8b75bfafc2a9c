// Puts beside the compiled files what the compiler leaves behind.
import { cpSync } from 'node:fs';

const built = process.argv[2] ?? 'dist';
for (const folder of ['db/migrations', 'db/sample', 'server/graphiql']) {
  cpSync(folder, `${built}/${folder}`, {
    recursive: true,
    filter: (path) => !path.endsWith('.ts'),
  });
}
