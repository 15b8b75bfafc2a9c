import { type Area, type Layout, totals } from './layout.ts';
import { isAll } from './marked-areas.ts';

/** The smallest area with all but a tenth of what was found, and with all that is made alike beside it. */
export function coreOf({ blocks, areas }: Layout, found: ReadonlySet<number>): number {
  const inside = totals(blocks, ({ within: area, text }) =>
    isFound(areas, area, found) ? text.length : 0,
  );
  const all = areas[0] === undefined ? 0 : inside(areas[0]);
  if (all === 0)
    return Math.max(
      0,
      areas.findIndex(({ tagName }) => tagName === 'MAIN'),
    );
  let core = areas.findLastIndex((area) => inside(area) >= 0.9 * all);
  const sentences = totals(blocks, (block) => (block.isSentence ? 1 : 0));
  for (;;) {
    const { parent, likeness } = areas[core] ?? { parent: -1, likeness: '' };
    const alike = areas.filter((area) => area.parent === parent && area.likeness === likeness);
    if (parent <= 0 || alike.filter((area) => sentences(area) > 0).length < 3) return core;
    core = parent;
  }
}

/** Whether an area was found, or the one that has nothing but it. */
function isFound(areas: readonly Area[], number: number, found: ReadonlySet<number>): boolean {
  const area = areas[number];
  if (area === undefined) return false;
  if (found.has(number)) return true;
  return isAll(area, areas[area.parent]) && isFound(areas, area.parent, found);
}

/** The nearest article around an area; itself where there is none. */
export function articleAround(areas: readonly Area[], number: number): number {
  const area = areas[number];
  if (area === undefined || area.tagName === 'ARTICLE') return number;
  const around = articleAround(areas, area.parent);
  return around === -1 ? number : around;
}
