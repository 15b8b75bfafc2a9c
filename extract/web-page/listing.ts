import type { Area, Block, Layout } from './layout.ts';
import { isLink, isNotice } from './prose.ts';

/** How often something that leads to another page has sentences under it, and how many sentences are under nothing. */
interface Tally {
  led: number;
  free: number;
}

/**
 * Whether a page lists others, each by a link with little under it, and holds no article itself: a heading that is a link, or a
 * link that shares a part of the page with what is under it and with no other such link.
 */
export function isListing(taken: readonly Block[], { blocks, areas }: Layout): boolean {
  const places = new Map(blocks.map((block, place) => [block, place]));
  const first = taken[0] === undefined ? 0 : (places.get(taken[0]) ?? 0);
  // What leads to the first of them stands above the first sentence.
  const above = blocks.slice(Math.max(0, first - farthestAbove), first).filter(isLabel);
  const all = [...above, ...taken];
  const labels = all.filter(isLabel).map((block) => places.get(block) ?? 0);
  const tally: Tally = { led: 0, free: 0 };
  let under = mostUnder;
  for (const block of all) {
    const place = places.get(block) ?? 0;
    if (isLabel(block) && leads(place, { blocks, areas, labels })) under = 0;
    else if (block.isSentence) {
      if (under === 0) tally.led += 1;
      if (under >= mostUnder) tally.free += 1;
      under += 1;
    }
  }
  return tally.led > 2 && tally.free <= Math.max(1, tally.led / 2);
}

const farthestAbove = 3;

/** So many sentences are under a link at most: more are an article. */
const mostUnder = 2;

function isLabel(block: Block): boolean {
  return isLink(block) && !isNotice(block.text);
}

interface Labelled {
  readonly blocks: readonly Block[];
  readonly areas: readonly Area[];
  readonly labels: readonly number[];
}

/** Whether it heads what is under it, rather than stands between the paragraphs of an article. */
function leads(place: number, { blocks, areas, labels }: Labelled): boolean {
  let area = areas[blocks[place]?.within ?? -1];
  const next = labels.find((label) => label > place) ?? blocks.length;
  const sentence = blocks.findIndex((block, at) => at > place && at < next && block.isSentence);
  if (area === undefined || sentence === -1) return false;
  if (/^(?:H[1-6]|DT)$/u.test(area.tagName)) return true;
  while (area !== undefined && area.end <= sentence) {
    if (/^H[1-6]$/u.test(area.tagName)) return true;
    area = areas[area.parent];
  }
  const { first, end } = area ?? { first: 0, end: blocks.length };
  return labels.every((label) => label === place || label < first || label >= end);
}
