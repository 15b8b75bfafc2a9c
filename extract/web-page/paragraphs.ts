import { articleAround, coreOf } from './core.ts';
import { type Area, type Block, type Layout, totals } from './layout.ts';
import { isByline, isLink, isNotice } from './prose.ts';
import type { Standing } from './standing.ts';

/** The paragraphs that a page shows; those that it tells where a script is to show most of them. */
export function fuller(shown: readonly string[], told: readonly string[]): readonly string[] {
  return told.join('').length > 2 * shown.join('').length ? told : shown;
}

/**
 * The blocks of an article. Where it is on the page is told by areas that were found: from its heading to its end all that is seen
 * is of it, but for what stands around articles everywhere.
 */
export function articleBlocks(layout: Layout, found: ReadonlySet<number>): readonly Block[] {
  const { blocks, areas } = layout;
  const core = coreOf(layout, found);
  const inner = areas[core] ?? { first: 0, end: 0 };
  const outer = areas[articleAround(areas, core)] ?? inner;
  const start = Math.min(outer.first, headingBefore(layout, inner.first));
  const isAside = within(layout, core, ({ standing }) => standing);
  const isMargin = within(layout, core, ({ isMargin }) => (isMargin ? 'aside' : 'inside'));
  // From its first sentence to its last one an article is whole.
  const tells = (block: Block) =>
    block.isSentence && !isAside[block.within] && !isMargin[block.within];
  const told = blocks.slice(0, outer.end);
  const isOfIt = (block: Block) =>
    !isAside[block.within] && !isMargin[block.within] && !isLink(block) && !isNotice(block.text);
  const sentence = start + told.slice(start).findIndex(tells);
  const first = openingOf(layout, { start, end: Math.min(inner.first, sentence) }, isOfIt);
  const last = Math.max(inner.end, told.findLastIndex(tells) + 1);
  const end = endingOf(layout, { start: last, end: outer.end }, isOfIt);
  let isAfterNotice = false;
  const taken = told.slice(start).filter((block, offset) => {
    if (isAside[block.within]) return false;
    if (isNotice(block.text)) isAfterNotice = true;
    else if (!isLink(block)) isAfterNotice = false;
    if (isAfterNotice) return false;
    const index = start + offset;
    if (block.isSentence) return true;
    if (isMargin[block.within] || index >= end) return false;
    return index >= first || isLeadIn(block) || isUnderTitle(layout, index);
  });
  return withoutLastLinks(withoutByline(taken), areas);
}

/** For each area whether it, or one around it, stands aside. What holds the core does not, nor what holds most of it by its name alone. */
function within(
  { areas, blocks }: Layout,
  core: number,
  standing: (area: Area) => Standing,
): boolean[] {
  const length = totals(blocks, ({ text }) => text.length);
  const all = areas[core];
  const most = all === undefined ? 0 : length(all) / 2;
  const found: boolean[] = [];
  for (const [number, area] of areas.entries()) {
    const holdsCore = number <= core && area.end >= (all?.end ?? 0);
    const isInOne = found[area.parent] ?? false;
    found.push(!holdsCore && (isInOne || standsAside(standing(area), length(area), most)));
  }
  return found;
}

/** Where the headings begin that stand over the first sentence, with lists and tables under them. */
function openingOf(
  { blocks, areas }: Layout,
  { start, end }: Stretch,
  isOfIt: (block: Block) => boolean,
): number {
  let opening = end;
  for (const [back, block] of blocks.slice(start, end).reverse().entries()) {
    if (!isOfIt(block)) break;
    if (headingRank(areas, block) > 1) opening = end - 1 - back;
    else if (!isOfList(areas, block)) break;
  }
  return opening;
}

/** Where the last sections end that have no sentence, each under a heading. */
function endingOf(
  { blocks, areas }: Layout,
  { start, end }: Stretch,
  isOfIt: (block: Block) => boolean,
): number {
  let [ending, isUnderHeading] = [start, false];
  for (const [offset, block] of blocks.slice(start, end).entries()) {
    if (!isOfIt(block)) break;
    if (headingRank(areas, block) > 1) isUnderHeading = true;
    else if (isUnderHeading) ending = start + offset + 1;
    else break;
  }
  return ending;
}

/** A stretch of blocks, by their numbers. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Whether a block is an entry of a list, or a cell. */
function isOfList(areas: readonly Area[], { within: number }: Block): boolean {
  const area = areas[number];
  const around = areas[area?.parent ?? -1];
  return [area, around].some((one) => /^(?:LI|D[DT]|T[DH])$/u.test(one?.tagName ?? ''));
}

/** How far above its text the heading of a page may stand. */
const farthestHeading = 15;

function headingBefore({ blocks, areas }: Layout, first: number): number {
  const above = blocks.slice(0, first).findLastIndex((block) => headingRank(areas, block) === 1);
  return above !== -1 && first - above <= farthestHeading ? above : first;
}

function headingRank(areas: readonly Area[], block: Block): number {
  return Number(/^H([1-6])$/u.exec(areas[block.within]?.tagName ?? '')?.[1] ?? 0);
}

/** Above an article, what is neither long nor a link tells of it, or leads into it. */
function isLeadIn(block: Block): boolean {
  return block.text.split(' ').length > 4 && !isLink(block);
}

/** Whether a block is a heading right under that of the page: it leads in, however short it is. */
function isUnderTitle({ blocks, areas }: Layout, index: number): boolean {
  const [title, block] = [blocks[index - 1], blocks[index]];
  if (title === undefined || block === undefined || isLink(block)) return false;
  return headingRank(areas, title) === 1 && headingRank(areas, block) > 1;
}

/** Without what is told of its authors at the end, who do not speak of themselves by their names. */
export function withoutNotes(
  paragraphs: readonly string[],
  byline: string | undefined,
): readonly string[] {
  const names = (byline ?? '').split(/\s*[,;|&]\s*|\s+and\s+/u).filter((name) => / /u.test(name));
  const isNote = (words: string) =>
    names.some((name) => words.startsWith(`${name} `) && ofAnAuthor.test(words.slice(name.length)));
  const last = paragraphs.findLastIndex((words) => !isNote(words));
  return last < 0 ? paragraphs : paragraphs.slice(0, last + 1);
}

const ofAnAuthor =
  /^ (?:is (?:an? |the )?(?:\p{L}+ ){0,5}(?:reporter|correspondent|editor|journalist|writer|columnist|author|producer)\b|(?:covers|writes|reports)\b|has (?:been )?(?:covered|covering|written|writing|reported|reporting)\b|can be reached\b)/iu;

function withoutByline(taken: readonly Block[]): readonly Block[] {
  const first = taken.findIndex((block) => block.isSentence);
  return taken.filter((block, index) => index >= first || !isByline(block.text));
}

/** Links behind the last words lead on, unless a heading or a colon before them says what they are. */
function withoutLastLinks(taken: readonly Block[], areas: readonly Area[]): readonly Block[] {
  const last = taken.findLastIndex((block) => !isLink(block));
  const words = taken[last];
  if (words === undefined) return [];
  return words.text.endsWith(':') || headingRank(areas, words) > 0
    ? taken
    : taken.slice(0, last + 1);
}

function standsAside(standing: Standing, length: number, most: number): boolean {
  return standing === 'aside' || (standing === 'named aside' && length <= most);
}

/** What is of no article whichever it is: what is not seen, and what stands aside where that is not most of the page. */
export function surroundings({ blocks, areas, unseen }: Layout): Element[] {
  const sentences = totals(blocks, (block) => (block.isSentence ? block.text.length : 0));
  const most = areas[0] === undefined ? 0 : sentences(areas[0]) / 3;
  const around = areas.filter((area) => standsAside(area.standing, sentences(area), most));
  return [...unseen, ...around.map(({ element }) => element)];
}
