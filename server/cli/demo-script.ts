import { written } from '../../db/interchange/content.ts';
import { type Line, parseLine } from '../../db/interchange/lines.ts';
import { sampleRecord } from '../../db/sample/sample.ts';

/** The sample record as it is played: who and what there is, then one stance after the other. */
export interface DemoScript {
  /** Actors, affiliations and articles. */
  readonly opening: readonly string[];
  readonly scenes: readonly Scene[];
}

/** A stance, with its claim where it is the first on it, and the links that it makes possible. */
interface Scene {
  readonly told: string;
  readonly lines: readonly string[];
}

/** The script; with an ending, its claims and stances get it, so that they are others than those on record. */
export async function demoScript(ending: string): Promise<DemoScript> {
  const lines: Line[] = [];
  for await (const text of sampleRecord.lines()) {
    const { line } = text === '' ? {} : parseLine(text);
    if (line !== undefined) lines.push(renamed(line, ending));
  }
  const opening = lines.filter(
    ({ type }) => type === 'actor' || type === 'affiliation' || type === 'article',
  );
  return { opening: opening.map(written), scenes: scenesOf(lines) };
}

function scenesOf(lines: readonly Line[]): Scene[] {
  const claims = new Map(lines.flatMap((line) => (line.type === 'claim' ? [[line.id, line]] : [])));
  const names = new Map(
    lines.flatMap((line) => (line.type === 'actor' ? [[line.id, line.name]] : [])),
  );
  const told = new Set<string>();
  const links = new Set(lines.filter((line) => line.type === 'claimLink'));
  const scenes: Scene[] = [];
  for (const stance of lines) {
    if (stance.type !== 'stance') continue;
    const needed = [stance.claim, stance.saidIn].flatMap((slug) => {
      const claim = slug === undefined || told.has(slug) ? undefined : claims.get(slug);
      if (claim !== undefined) told.add(claim.id);
      return claim ?? [];
    });
    const possible = [...links].filter(({ from, to }) => told.has(from) && told.has(to));
    for (const link of possible) links.delete(link);
    const text = claims.get(stance.claim)?.text ?? stance.claim;
    scenes.push({
      told: `${names.get(stance.actor) ?? stance.actor} ${stance.kind}: ${text}`,
      lines: [...needed, stance, ...possible].map(written),
    });
  }
  return scenes;
}

function renamed(line: Line, ending: string): Line {
  switch (line.type) {
    case 'claim':
      return { ...line, id: `${line.id}${ending}` };
    case 'claimLink':
      return { ...line, from: `${line.from}${ending}`, to: `${line.to}${ending}` };
    case 'stance': {
      const saidIn = line.saidIn === undefined ? undefined : `${line.saidIn}${ending}`;
      return { ...line, id: `${line.id}${ending}`, claim: `${line.claim}${ending}`, saidIn };
    }
    default:
      return line;
  }
}
