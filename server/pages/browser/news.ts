/** What a newer page shows that this one does not. */
export interface News {
  /** How many entries of its lists are not here, or not like this. */
  readonly count: number;
  /** How a claim stands by now, where that is the page's and has changed. */
  readonly status: string | null;
  /** Whether it is another page at all. */
  readonly isAny: boolean;
}

const statusIn = (content: Element): string | null =>
  content.querySelector(':scope > .standing .status')?.textContent ?? null;

/** The entries of lists: what a page is made of, without what these are made of. */
const entriesOf = (content: ParentNode): Element[] => [
  ...content.querySelectorAll('.entries > li'),
];

/** What is new in this content, compared with that. */
export function newsIn(content: Element, former: Element): News {
  const fresh = new Set(freshEntries(content, former).map(({ innerHTML }) => innerHTML));
  const status = statusIn(content);
  return {
    count: fresh.size,
    status: status === statusIn(former) ? null : status,
    isAny: !content.isEqualNode(former),
  };
}

/** The entries that are new, or changed. */
export function freshEntries(content: Element, former: Element): Element[] {
  const known = new Set(entriesOf(former).map(({ innerHTML }) => innerHTML));
  return entriesOf(content).filter(({ innerHTML }) => !known.has(innerHTML));
}

/** Marks what is new, and leads who reads to the first of it. */
export function leadTo(entries: readonly Element[], content: HTMLElement): void {
  for (const entry of entries) {
    entry.classList.add('fresh');
    const folded = entry.closest('details');
    if (folded) folded.open = true;
  }
  const [first = content] = entries;
  if (!(first instanceof HTMLElement)) return;
  first.tabIndex = -1;
  first.focus({ preventScroll: true });
  first.scrollIntoView({ block: 'nearest' });
}
