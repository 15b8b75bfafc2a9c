import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Database } from '../../db/client.ts';
import { linkClaims } from '../../db/commands/link-claims.ts';
import { recordActor } from '../../db/commands/record-actor.ts';
import { recordAffiliation } from '../../db/commands/record-affiliation.ts';
import { recordArticle } from '../../db/commands/record-article.ts';
import { recordClaim } from '../../db/commands/record-claim.ts';
import { recordStance } from '../../db/commands/record-stance.ts';
import { type Line, parseLine, type StanceLine } from '../../db/interchange/lines.ts';
import { write } from './owner.ts';

const folder = new URL('../../../shared/seeds/', import.meta.url);
const file = new URL('record.jsonl', folder);

/** Why tests of the founding record cannot run here; false where they can. */
export const foundingRecordMissing = existsSync(file)
  ? false
  : `there is no ${fileURLToPath(file)}`;

/** Records the founding record, a command a line. */
export async function recordFounding(db: Database): Promise<void> {
  for (const text of readFileSync(file, 'utf8').trimEnd().split('\n')) {
    const { line } = parseLine(text);
    if (line === undefined) throw new Error(`This is no line of a record: ${text}`);
    await recordLine(db, line);
  }
}

async function recordLine(db: Database, line: Line): Promise<void> {
  switch (line.type) {
    case 'actor':
      await write(db, recordActor, { ...line, slug: line.id, grantedBy: ref(line.grantedBy) });
      break;
    case 'affiliation':
      await write(db, recordAffiliation, {
        ...line,
        actor: { slug: line.actor },
        of: { slug: line.of },
      });
      break;
    case 'article': {
      const { id, title, language, sha256, textFile = '' } = line;
      const text = readFileSync(new URL(textFile, folder), 'utf8');
      await write(db, recordArticle, {
        slug: id,
        title,
        language,
        sha256,
        text,
        outlet: ref(line.outlet),
      });
      break;
    }
    case 'claim':
      await write(db, recordClaim, {
        ...line,
        slug: line.id,
        concerns: line.concerns?.map((slug) => ({ slug })),
      });
      break;
    case 'claimLink':
      await write(db, linkClaims, { ...line, from: { slug: line.from }, to: { slug: line.to } });
      break;
    case 'stance':
      await write(db, recordStance, stanceInput(line));
      break;
    case 'record':
    case 'actorMerge':
  }
}

function stanceInput(line: StanceLine): Parameters<typeof recordStance>[1] {
  return {
    ...line,
    slug: line.id,
    claim: { slug: line.claim },
    actor: { slug: line.actor },
    saidAt: line.saidAt === undefined ? null : Date.parse(line.saidAt),
    saidIn: ref(line.saidIn),
    knownBy: line.knownBy === undefined ? null : Date.parse(line.knownBy),
    evidence: line.evidence.map((piece) => ({
      ...piece,
      article: { slug: piece.article },
      attribution: piece.attribution?.map((slug) => ({ slug })),
      firstShownBy: ref(piece.firstShownBy),
    })),
  };
}

function ref(slug: string | undefined): { slug: string } | null {
  return slug === undefined ? null : { slug };
}
