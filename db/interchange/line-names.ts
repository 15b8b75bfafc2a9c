import { awaitedName } from '../rules/awaited.ts';
import type { Line } from './lines.ts';

/** What lines before this one may have named that it brings. */
export function namesBrought(line: Line): readonly string[] {
  if (line.type === 'actor') return [awaitedName('actor', { by: 'slug', value: line.id })];
  if (line.type !== 'article') return [];
  const { id, sha256 = '' } = line;
  return [
    awaitedName('article', { by: 'slug', value: id }),
    awaitedName('article', { by: 'sha256', value: sha256 }),
  ];
}

/** The keys by which an affiliation or a stance names an actor or a claim that is another on record. */
export function keysNaming(line: Line, others: ReadonlySet<string>): readonly string[] {
  if (others.size === 0) return [];
  const named =
    line.type === 'affiliation'
      ? { actor: `actor ${line.actor}`, of: `actor ${line.of}` }
      : line.type === 'stance'
        ? { claim: `claim ${line.claim}`, actor: `actor ${line.actor}` }
        : {};
  return Object.entries(named).flatMap(([key, name]) => (others.has(name) ? [key] : []));
}

/** What the record calls what a line tells. */
export function lineText(line: Line): string {
  if ('id' in line) return line.id;
  return line.type === 'affiliation' ? `${line.actor} ${line.kind} ${line.of}` : '';
}
