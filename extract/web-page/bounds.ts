import { Unreadable } from '../unreadable.ts';

// Some ten times what the largest pages of newspapers have. Taking a page apart costs the square of its depth.
const mostCharacters = 16_000_000;
const mostTags = 100_000;
const deepest = 200;
const mostAttributes = 500;

/** Elements that end where the next one begins, or that hold nothing. */
const flat = new Set(
  'area base br col dd dt embed hr img input li link meta optgroup option p param rb rp rt source tbody td tfoot th thead tr track wbr'.split(
    ' ',
  ),
);

const ends: Readonly<Record<string, string>> = {
  '!--': '-->',
  script: '</script',
  style: '</style',
};

/** How many tags a page has. Refuses one that would take too long to be taken apart, before anything is made of it. */
export function boundedTags(html: string): number {
  if (html.length > mostCharacters) {
    throw new Unreadable(`this page has more than ${mostCharacters / 1e6} million characters.`);
  }
  const tag = /<(?:(\/?)([a-z][^\s/>]*)|(!--))/giu;
  const open: string[] = [];
  let count = 0;
  for (let found = tag.exec(html); found !== null; found = tag.exec(html)) {
    const name = (found[2] ?? found[3] ?? '').toLowerCase();
    if (found[2] !== undefined) count += 1;
    const end = html.indexOf('>', tag.lastIndex);
    if (end === -1) break;
    assertFewAttributes(html.slice(tag.lastIndex, end));
    if (count > mostTags) throw new Unreadable(`this page has more than ${mostTags} tags.`);
    if (found[1]) {
      const begun = open.lastIndexOf(name);
      if (begun !== -1) open.length = begun;
    } else if (name in ends) {
      const over = html.indexOf(ends[name] ?? '', tag.lastIndex);
      if (over === -1) break;
      tag.lastIndex = over;
    } else if (!flat.has(name) && open.push(name) > deepest) {
      throw new Unreadable(`elements of this page are nested more than ${deepest} deep.`);
    }
  }
  return count;
}

function assertFewAttributes(tag: string): void {
  if (tag.length < 2 * mostAttributes) return;
  const names = tag.replace(/"[^"]*"|'[^']*'/gu, '').split(/\s+/u).length;
  if (names > mostAttributes) {
    throw new Unreadable(`an element of this page has more than ${mostAttributes} attributes.`);
  }
}
