import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startServer } from '../contenders/server.ts';
import { createLoad } from '../load.ts';
import { idsIn, recordClaim, requestsFor } from './changes.ts';
import { openMaterial } from './material.ts';
import { connections } from './round.ts';
import { allowAll } from './stage.ts';

/** What the system was asked for while changes were acknowledged. */
export interface SyncReport {
  readonly acknowledged: number;
  /** How often the log of the database was put on disk meanwhile. */
  readonly syncs: number;
  /** Acknowledgements with no sync between the request and them. */
  readonly withoutSync: number;
}

export interface SyncOptions {
  readonly build: string;
  readonly record: string;
  readonly changes: number;
}

/** Whether the system's calls can be watched here. */
export function canTrace(): boolean {
  try {
    execFileSync('strace', ['-o', '/dev/null', 'true'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Has changes made by all connections at once on a server whose calls are watched. */
export async function measureSyncs({ build, record, changes }: SyncOptions): Promise<SyncReport> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-syncs-'));
  const [file, trace] = [join(folder, 'record.db'), join(folder, 'trace')];
  const calls = 'trace=read,write,writev,fsync,fdatasync';
  // -D: whoever is watched is our child, and not who watches.
  const launcher = ['strace', '-D', '-f', '-y', '-e', calls, '-e', 'signal=none', '-o', trace];
  try {
    copyFileSync(record, file);
    const token = await allowAll(file);
    const material = openMaterial(file);
    const logFile = join(folder, 'server.log');
    const environment = { LIMITS: 'costPerMinute=2000000000' };
    const options = { build, record: file, launcher, environment, logFile, nodeFlags: [] };
    const server = await startServer(options);
    const load = createLoad(connections);
    try {
      const asked = requestsFor(recordClaim, { material, token, count: changes });
      idsIn(recordClaim, await load.run(server, asked));
    } finally {
      load.close();
      await server.process.stop();
    }
    return syncsIn(await whole(trace));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Who watches comes to an end a little after who is watched. */
async function whole(trace: string): Promise<string> {
  for (let tries = 0; tries < 100; tries += 1) {
    const text = readFileSync(trace, 'utf8');
    if (/\+\+\+ (exited|killed)[^\n]*\n$/.test(text)) return text;
    await pause(100);
  }
  throw new Error('The watched server has not ended.');
}

const call = /^(\d+)\s+(?:<\.\.\. )?(\w+)(?:\(\d+<([^>]*)>)?(.*)$/;

/** Reads what was asked of the system, in its order: which answers had no sync that began after their request and had ended. */
export function syncsIn(trace: string): SyncReport {
  let [acknowledged, withoutSync, begun, ended] = [0, 0, 0, 0];
  /** How many syncs had begun when each connection asked. */
  const askedAt = new Map<string, number>();
  /** What the latest call of each thread is about, and which sync it is. */
  const latest = new Map<string, { readonly target: string; readonly sync: number }>();
  for (const line of trace.split('\n')) {
    const [, thread = '', name = '', about, rest = ''] = call.exec(line) ?? [];
    const isSync = /^f(data)?sync$/.test(name);
    if (about !== undefined) {
      if (isSync && about.endsWith('-wal')) begun += 1;
      latest.set(thread, { target: about, sync: begun });
    }
    const { target = '', sync = 0 } = latest.get(thread) ?? {};
    if (isSync && target.endsWith('-wal') && /= 0$/.test(rest)) {
      ended = Math.max(ended, sync);
    } else if (name === 'read' && rest.includes('"POST ')) {
      askedAt.set(target, begun);
    } else if (name.startsWith('write') && rest.includes('"HTTP/1.1 ')) {
      const before = askedAt.get(target);
      if (before === undefined) continue;
      askedAt.delete(target);
      acknowledged += 1;
      if (ended <= before) withoutSync += 1;
    }
  }
  return { acknowledged, syncs: ended, withoutSync };
}
