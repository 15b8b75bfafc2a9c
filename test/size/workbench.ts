import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));

/** A project with the built SDK in it, as npm installs it. */
export interface Workbench extends Disposable {
  readonly dir: string;
  /** Puts a package of ours beside the SDK; false where it is not installed. */
  add(name: string): boolean;
}

/** With the SDK that is built in a folder, or else one that is built from the sources as they are. */
export function openWorkbench(built?: string): Workbench {
  const dir = mkdtempSync(join(tmpdir(), 'onrecord-size-'));
  const sdk = join(dir, 'node_modules/@onrecord/sdk');
  mkdirSync(sdk, { recursive: true });
  if (built !== undefined) cpSync(built, sdk, { recursive: true });
  else {
    cpSync(join(root, 'sdk/package.json'), join(sdk, 'package.json'));
    execFileSync(process.execPath, [join(root, 'sdk/build.mjs'), sdk]);
  }
  return {
    dir,
    add(name) {
      const installed = join(root, 'node_modules', name);
      const place = join(dir, 'node_modules', name);
      mkdirSync(dirname(place), { recursive: true });
      if (existsSync(installed) && !existsSync(place)) symlinkSync(installed, place);
      return existsSync(place);
    },
    [Symbol.dispose]: () => rmSync(dir, { recursive: true, force: true }),
  };
}
