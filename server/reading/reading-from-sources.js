// Node 20 teaches no thread TypeScript by itself, whatever its flags: this does, where the server runs from sources.
import { register } from 'tsx/esm/api';

register();
await import('./reading-program.ts');
