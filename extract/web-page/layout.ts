import { classOf } from './elements.ts';
import { isSentence } from './prose.ts';
import { isApart, isBlock, isNoteMark, isSeen, leadsAway } from './seen.ts';
import {
  type Around,
  aroundIn,
  isMargin,
  nothingAround,
  type Standing,
  standingOf,
} from './standing.ts';
import { tidy } from './tidy.ts';

/** What stands on lines of its own on a page. */
export interface Block {
  readonly text: string;
  /** The element that it stands in, by its number. */
  readonly within: number;
  /** How many of its characters are links to elsewhere. */
  readonly linked: number;
  /** Whether it is a sentence, and no link with all its words. */
  readonly isSentence: boolean;
}

/** An element of a page that is seen and stands on lines of its own. */
export interface Area {
  readonly element: Element;
  readonly tagName: string;
  /** Its tag and classes: what is alike on a page is made alike. */
  readonly likeness: string;
  /** The number of the one around it. */
  readonly parent: number;
  readonly around: Around;
  readonly standing: Standing;
  readonly isMargin: boolean;
  /** The number of its first block, and of the first one behind it. */
  readonly first: number;
  end: number;
}

/** All that is seen on a page, in its order: no two blocks share a word, and no word is left out. */
export interface Layout {
  readonly blocks: readonly Block[];
  readonly areas: readonly Area[];
  /** What is in the body and not seen. */
  readonly unseen: readonly Element[];
}

/** How a page is laid out. */
export function layoutOf(root: Element): Layout {
  const walk = new Walk();
  walk.enter(root);
  let node: Node | null = root.firstChild;
  let parent: Node = root;
  while (node !== null || parent !== root) {
    if (node === null) {
      walk.leave();
      node = parent.nextSibling;
      parent = parent.parentNode as Node;
    } else if (node.nodeType === 1 && walk.enter(node as Element)) {
      parent = node;
      node = node.firstChild;
    } else {
      if (node.nodeType === 3) walk.read(wholeText(node as Text));
      node = node.nextSibling;
    }
  }
  walk.leave();
  const { blocks, areas, unseen } = walk;
  return { blocks, areas, unseen };
}

/** The text of a node and of those that go on with it, which are one from here on: the parser makes one of each entity. */
function wholeText(text: Text): string {
  const rest: Text[] = [];
  for (let next = text.nextSibling; next?.nodeType === 3; next = next.nextSibling) {
    rest.push(next as Text);
  }
  if (rest.length === 0) return text.data;
  text.data += rest.map(({ data }) => data).join('');
  for (const one of rest) one.remove();
  return text.data;
}

/** How much there is in an area, by what each block is worth. */
export function totals(
  blocks: readonly Block[],
  worth: (block: Block) => number,
): (area: Area) => number {
  const upTo = [0];
  let sum = 0;
  for (const block of blocks) {
    sum += worth(block);
    upTo.push(sum);
  }
  return ({ first, end }) => (upTo[end] ?? 0) - (upTo[first] ?? 0);
}

/** The words that are seen in an element, with a space where they stand apart. */
export function wordsIn(element: Element): string {
  return layoutOf(element)
    .blocks.map(({ text }) => text)
    .join(' ');
}

/** What is known of an element until it is left. */
interface Entered {
  readonly tagName: string;
  readonly isLink: boolean;
  readonly isArea: boolean;
}

/** Gathers what stands between the edges of blocks. */
class Walk {
  readonly blocks: Block[] = [];
  readonly areas: Area[] = [];
  readonly unseen: Element[] = [];
  private readonly entered: Entered[] = [];
  private words = '';
  private linked = 0;
  private links = 0;
  private preformatted = 0;
  private isBroken = false;
  private isInBody = false;
  private current = -1;

  /** Whether what is in an element is seen. */
  enter(element: Element): boolean {
    const { tagName } = element;
    if (isApart(tagName)) this.words += ' ';
    if (tagName === 'BR') this.breakLine();
    if (!isSeen(element, tagName) || isNoteMark(element, tagName)) {
      if (this.isInBody) this.unseen.push(element);
      return false;
    }
    if (tagName === 'BODY') this.isInBody = true;
    const isLink = leadsAway(element, tagName);
    if (isLink) this.links += 1;
    if (tagName === 'PRE') this.preformatted += 1;
    const isArea = isBlock(element, tagName);
    this.entered.push({ tagName, isLink, isArea });
    if (isArea) this.open(element, tagName);
    return true;
  }

  leave(): void {
    const { tagName = '', isLink, isArea } = this.entered.pop() ?? {};
    if (isLink) this.links -= 1;
    if (tagName === 'PRE') this.preformatted -= 1;
    if (isArea) this.close();
    if (isApart(tagName)) this.words += ' ';
  }

  read(words: string): void {
    const { length } = words.trim();
    if (length > 0) this.isBroken = false;
    if (this.links > 0) this.linked += length;
    if (this.preformatted === 0) {
      this.words += words;
      return;
    }
    const [first = '', ...stanzas] = words.split(/\n[^\S\n]*\n/u);
    this.words += first;
    for (const stanza of stanzas) {
      this.flush();
      this.words += stanza;
    }
  }

  /** One more is a new paragraph. */
  private breakLine(): void {
    if (this.isBroken) this.flush();
    this.isBroken = true;
  }

  private open(element: Element, tagName: string): void {
    this.flush();
    const around = this.areas[this.current]?.around ?? nothingAround;
    this.areas.push({
      element,
      tagName,
      likeness: `${tagName} ${classOf(element)}`,
      parent: this.current,
      around: aroundIn(tagName, around),
      standing: standingOf(element, around),
      isMargin: isMargin(tagName, around),
      first: this.blocks.length,
      end: this.blocks.length,
    });
    this.current = this.areas.length - 1;
  }

  private close(): void {
    this.flush();
    const area = this.areas[this.current];
    if (area === undefined) return;
    area.end = this.blocks.length;
    this.current = area.parent;
  }

  private flush(): void {
    const text = this.words === '' ? '' : tidy(this.words);
    if (text !== '') {
      const words = { text, linked: this.linked };
      this.blocks.push({ ...words, within: this.current, isSentence: isSentence(words) });
    }
    this.words = '';
    this.linked = 0;
  }
}
