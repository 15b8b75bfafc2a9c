import { constants, copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'libsql';
import { openDatabase } from '../../../db/client.ts';
import { createToken, newToken } from '../../../db/commands/create-token.ts';
import type { defaultLimits } from '../../../server/limits/limits.ts';
import { write } from '../../kit/owner.ts';
import { type Contender, startContender } from '../contenders/contender.ts';
import { type RunningServer, startServer } from '../contenders/server.ts';
import { claimCursors } from '../cursors.ts';
import { list } from '../operations/list.ts';
import { recordFullPages } from './full-pages.ts';
import { type Landmarks, landmarksIn, type Role } from './questions/question.ts';

/** The server, and the bare one by which the machine is measured. Whoever opens it disposes of it. */
export interface Stage extends AsyncDisposable {
  readonly server: RunningServer;
  readonly floor: Contender;
  readonly landmarks: Landmarks;
  tokenOf(role: Role): string;
  /** The bodies of what the bare server is asked. */
  readonly yardstick: readonly string[];
}

const noLimit = 2_000_000_000;

/** Nothing is too dear here: it is to be told how dear it is. */
const limits: Partial<typeof defaultLimits> = {
  cost: noLimit,
  costPerMinute: noLimit,
  editorCost: noLimit,
  editorCostPerMinute: noLimit,
  strangersPerMinute: noLimit,
  requestMs: noLimit,
};

export async function openStage(record: string, build: string): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-points-'));
  const running: { stop(): Promise<void> }[] = [];
  const close = async (): Promise<void> => {
    await Promise.all(running.map((process) => process.stop()));
    rmSync(folder, { recursive: true });
  };
  try {
    const copy = join(folder, 'record.db');
    copyFileSync(record, copy, constants.COPYFILE_FICLONE);
    const db = new Sqlite(copy);
    const found = landmarksIn(db);
    const [{ claims }] = db.prepare('select max(key) as claims from claims').all([]) as [
      { claims: number },
    ];
    const yardstick = list.values(db, String).map(({ args }) => JSON.stringify(args));
    const cursorAt = claimCursors(db);
    db.close();
    const { full, tokens } = await addTo(copy, found);
    const options = { build, record: copy, nodeFlags: [] };
    const floor = await startContender('floor', { ...options, logFile: join(folder, 'floor.log') });
    running.push(floor);
    const server = await startServer({
      ...options,
      logFile: join(folder, 'server.log'),
      environment: {
        // What is told again costs nothing of what is measured here.
        KEPT_ANSWERS: '0',
        LIMITS: Object.entries(limits)
          .map(([name, most]) => `${name}=${most}`)
          .join(),
        PUBLIC_INTROSPECTION: 'true',
      },
    });
    running.push(server.process);
    return {
      server,
      floor,
      yardstick,
      landmarks: { ...found, full, cursorOf: (place) => cursorAt(Math.ceil(place * claims)) },
      tokenOf: (role) => tokens.get(role) ?? `onr_${'x'.repeat(43)}`,
      [Symbol.asyncDispose]: close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** What a record made at random lacks: tokens, and pages that are full. */
async function addTo(path: string, found: Pick<Landmarks, 'claimTexts' | 'id'>) {
  const db = await openDatabase({ url: `file:${path}` });
  const tokens = new Map<Role, string>();
  for (const role of ['EDITOR', 'ADMIN'] as const) {
    const { hash, token } = newToken();
    await write(db, createToken, { name: role, role, hash });
    tokens.set(role, token);
  }
  const full = await recordFullPages(db, found);
  await db.close();
  return { tokens, full };
}
