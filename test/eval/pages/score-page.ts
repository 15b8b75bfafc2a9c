import { folded, type GoldDate, type GoldPage } from './gold-page.ts';

/** What a reader of pages takes out of one; null where it sees no article. */
export interface PageFound {
  readonly title: string;
  readonly text: string;
  readonly published: GoldDate;
  readonly modified: GoldDate;
  readonly byline: string | undefined;
  readonly language: string | undefined;
  readonly url: string | undefined;
}

export type PageReader = (html: string) => PageFound | null;

export const facts = ['title', 'published', 'modified', 'byline', 'language', 'url'] as const;
export type Fact = (typeof facts)[number];

export interface PageScore {
  readonly name: string;
  /** Whether an article was seen where there is one, and none where there is none. */
  readonly isToldApart: boolean;
  readonly paragraphs: number;
  /** Paragraphs whose words do not stand in the text in their order. */
  readonly lost: readonly string[];
  /** Paragraphs whose words run into each other, or into their neighbours', without a space, or are torn by one. */
  readonly glued: readonly string[];
  /** Paragraphs that stand before one that they follow on the page. */
  readonly moved: readonly string[];
  readonly chrome: number;
  /** What is no part of the article and stands in the text all the same. */
  readonly letIn: readonly string[];
  /** What is told, and whether it is right. */
  readonly facts: Partial<Record<Fact, boolean>>;
}

export function scoreOfPage(page: GoldPage, found: PageFound | null): PageScore {
  const { name, paragraphs, chrome } = page;
  if (page.none !== undefined) return { ...nothing, name, isToldApart: found === null };
  const text = new PageText(found?.text ?? '');
  const places = paragraphs.map((forms) => ({ words: forms[0] ?? '', place: text.placeOf(forms) }));
  const at = (place: Place) =>
    places.filter((paragraph) => paragraph.place === place).map(({ words }) => words);
  return {
    name,
    isToldApart: found !== null,
    paragraphs: paragraphs.length,
    lost: at('lost'),
    glued: at('glued'),
    moved: at('moved'),
    chrome: chrome.length,
    letIn: chrome.filter((piece) => text.holdsBesides(piece)),
    facts: factsOf(page, found),
  };
}

const nothing = {
  paragraphs: 0,
  lost: [],
  glued: [],
  moved: [],
  chrome: 0,
  letIn: [],
  facts: {},
};

type Place = 'whole' | 'moved' | 'glued' | 'lost';

/** As short as a cell or a label: it may stand in a text by chance, and so its place tells nothing. */
const isShort = (words: string): boolean => words.length < 25;

class PageText {
  private readonly text: string;
  private readonly taken: boolean[];
  private cursor = 0;

  constructor(text: string) {
    this.text = folded(text);
    this.taken = new Array<boolean>(this.text.length).fill(false);
  }

  placeOf(forms: readonly string[]): Place {
    for (const words of forms) {
      const after = this.find(words, this.cursor);
      const at = after === undefined ? this.find(words, 0) : after;
      if (at === undefined) continue;
      this.take(at, at + words.length);
      if (!isShort(words)) this.cursor = Math.max(this.cursor, at + words.length);
      return after === undefined && !isShort(words) ? 'moved' : 'whole';
    }
    return forms.some((words) => this.standsWithoutSpaces(words)) ? 'glued' : 'lost';
  }

  /** Whether words stand in what no paragraph has taken. */
  holdsBesides(words: string): boolean {
    for (let at = this.text.indexOf(words); at >= 0; at = this.text.indexOf(words, at + 1)) {
      const isTaken = this.taken.slice(at, at + words.length).some(Boolean);
      if (!isTaken && !this.cutsAWord(at, at + words.length)) return true;
    }
    return false;
  }

  /** Between spaces, or at an end of the text. */
  private find(words: string, from: number): number | undefined {
    for (let at = this.text.indexOf(words, from); at >= 0; at = this.text.indexOf(words, at + 1)) {
      const end = at + words.length;
      const isApart =
        (at === 0 || this.text[at - 1] === ' ') &&
        (end === this.text.length || this.text[end] === ' ');
      if (isApart) return at;
    }
    return undefined;
  }

  private cutsAWord(from: number, to: number): boolean {
    return this.areLetters(from - 1, from) || this.areLetters(to - 1, to);
  }

  private areLetters(...places: readonly number[]): boolean {
    return places.every((at) => /[\p{L}\p{N}]/u.test(this.text[at] ?? ''));
  }

  private take(from: number, to: number): void {
    this.taken.fill(true, from, to);
  }

  private standsWithoutSpaces(words: string): boolean {
    const bare = words.replaceAll(' ', '');
    return bare.length > 3 && this.text.replaceAll(' ', '').includes(bare);
  }
}

function factsOf(page: GoldPage, found: PageFound | null): Partial<Record<Fact, boolean>> {
  const isRight: Record<Fact, boolean> = {
    title: folded(found?.title ?? '') === folded(page.title),
    published: sameDate(page.published, found?.published),
    modified: sameDate(page.modified, found?.modified) || isNoChange(page, found),
    byline: sameNames(page.byline ?? '', found?.byline),
    language: page.language === found?.language,
    url: page.url === found?.url,
  };
  const isMeasured = (fact: string) =>
    ['title', 'published', 'modified'].includes(fact) || Object(page)[fact] !== undefined;
  return Object.fromEntries(
    Object.entries(isRight)
      .filter(([fact]) => isMeasured(fact))
      .map(([fact, right]) => [fact, found !== null && right]),
  );
}

/** A day is right only as a day, a moment at any offset. */
function sameDate(right: GoldDate, told: GoldDate): boolean {
  if (right === undefined || told === undefined) return right === told;
  if (!right.includes('T') || !told.includes('T')) return right === told;
  return Date.parse(right) === Date.parse(told);
}

/** A page that was changed when it was published was not: that may be told or left. */
const isNoChange = ({ published, modified }: GoldPage, found: PageFound | null): boolean =>
  published === modified && found?.modified === undefined;

function sameNames(right: string, told: string | undefined): boolean {
  if (right === 'none' || told === undefined) return right === (told ?? 'none');
  const names = (line: string) => line.split(/\s*(?:[,;|&]| and )\s*/u).filter(Boolean);
  return names(folded(right)).join() === names(folded(told)).join();
}
