import type { Database } from '../../../db/client.ts';
import { createToken, newToken } from '../../../db/commands/create-token.ts';
import { cancellable } from '../../../db/read/cancellable.ts';
import type { Role } from '../../../db/rules/vocabulary.ts';
import type { GraphContext, Viewer } from '../../../schema/context.ts';
import { createContextOf } from '../../../server/graph-context.ts';
import { write } from '../../kit/owner.ts';
import { rawRows } from '../../kit/raw-rows.ts';
import type { Asker } from './answers.ts';

const roles: readonly (Role | null)[] = [null, 'READER', 'EDITOR', 'ADMIN'];

/**
 * Strangers and holders of tokens, where everyone may read the texts of articles and where not. By half of them what looks at
 * many rows is read aside, as by a server; by the others it is read at once, so that nothing depends on what comes first.
 */
export async function everyAsker({
  db,
  path,
}: {
  readonly db: Database;
  readonly path: string;
}): Promise<readonly Asker[]> {
  const viewers: (Viewer | null)[] = [];
  for (const role of roles) viewers.push(role && (await holderOf(db, path, role)));
  const atOnce: Database = { ...db, aside: () => cancellable(db.reader) };
  return [false, true].flatMap((publicTexts) =>
    [false, true].flatMap((readsAside) => {
      const contextOf = createContextOf({
        db: readsAside ? db : atOnce,
        publicTexts,
        openExtractor: async () => null,
      });
      return viewers.map((viewer): Asker => {
        const asked = { requestId: '', startedAt: 0, hasLeft: () => false, viewer };
        const name = `${viewer?.role ?? 'a stranger'}, PUBLIC_TEXTS ${publicTexts ? 'on' : 'off'}`;
        const inTurn = readsAside ? {} : { turn: () => null };
        return {
          name,
          readsAside,
          context: () => ({ ...known(contextOf({ ...asked })), ...inTurn }),
        };
      });
    }),
  );
}

async function holderOf(db: Database, path: string, role: Role): Promise<Viewer> {
  const { hash } = newToken();
  await write(db, createToken, { name: `of ${role}`, role, hash });
  const [found] = rawRows<{ key: number }>(path, 'select key from tokens where hash = ?', hash);
  if (found === undefined) throw new Error(`There is no token of ${role}.`);
  return { token: found.key, name: `of ${role}`, role };
}

function known(context: GraphContext | Promise<GraphContext>): GraphContext {
  if (context instanceof Promise) throw new TypeError('Whoever asks is known already.');
  return context;
}
