import { isArticle } from './article-things.ts';
import type { PageElements } from './elements.ts';
import { mainThings, plainWords, type Thing } from './thing.ts';

/** How attributes tell what something is and what its values are. */
interface Syntax {
  readonly scope: string;
  readonly type: string;
  readonly property: string;
  readonly id: string;
}

const microdata: Syntax = {
  scope: 'itemscope',
  type: 'itemtype',
  property: 'itemprop',
  id: 'itemid',
};
const rdfa: Syntax = { scope: 'typeof', type: 'typeof', property: 'property', id: 'resource' };

/** What the elements of a page tell, in the form that JSON-LD has: all that is no value of something else. */
export function itemsOn(elements: PageElements): readonly Thing[] {
  return [
    ...(tells(elements, 'itemprop') ? itemsIn(elements, microdata) : []),
    ...(tells(elements, 'typeof') ? itemsIn(elements, rdfa) : []),
  ];
}

const tells = ({ all }: PageElements, attribute: string): boolean =>
  all.some((element) => element.hasAttribute(attribute));

type Item = Record<string, unknown>;

const mostValues = 500;

function itemsIn({ all }: PageElements, syntax: Syntax): readonly Thing[] {
  const items = new Map<Element, Item>();
  const scopes = all.filter((element) => element.hasAttribute(syntax.scope));
  for (const scope of scopes.slice(0, mostValues)) {
    const types = (scope.getAttribute(syntax.type) ?? '').split(/\s+/u);
    items.set(scope, { '@type': types, '@id': scope.getAttribute(syntax.id) ?? undefined });
  }
  // What is in no scope is told of the article on the page.
  const loose: Item = {};
  const values = new Set<Item>();
  const around = new Map<Element, Item>(scopesReferringTo(items));
  let count = 0;
  for (const element of all) {
    const parent = element.parentElement;
    const outer = around.get(element) ?? (parent && around.get(parent)) ?? loose;
    const own = items.get(element);
    around.set(element, own ?? outer);
    const property = element.getAttribute(syntax.property);
    if (property === null || count >= mostValues) continue;
    count += 1;
    if (own !== undefined && outer !== loose) values.add(own);
    for (const name of property.split(/\s+/u)) tell(outer, name, own ?? toldBy(element, name));
  }
  const outer = [...items.values()]
    .filter((item) => !values.has(item))
    .flatMap((item) => [item, ...mainThings(item).flat()])
    .filter((thing) => typeof thing === 'object' && thing !== null);
  return outer.some(isArticle) ? outer : [...outer, { '@type': 'Article', ...certain(loose) }];
}

/** Without what is told twice: where nothing holds values together, nothing tells whose they are. */
function certain(loose: Item): Item {
  return Object.fromEntries(Object.entries(loose).filter(([, value]) => !Array.isArray(value)));
}

/** The elements that scopes name by their ids, and for which scope. */
function scopesReferringTo(items: ReadonlyMap<Element, Item>) {
  return [...items].slice(0, 100).flatMap(([scope, item]) =>
    (scope.getAttribute('itemref') ?? '')
      .split(/\s+/u)
      .slice(0, 20)
      .flatMap((id) => {
        const named = id === '' ? null : scope.ownerDocument.getElementById(id);
        return named === null ? [] : [[named, item] as const];
      }),
  );
}

function tell(item: Item, property: string, value: unknown): void {
  const name = property.replace(/^(?:schema:|https?:\/\/schema\.org\/)/u, '');
  if (value === undefined || name === '__proto__') return;
  item[name] = name in item && item[name] !== value ? [item[name], value].flat() : value;
}

const addresses = ['url', 'mainEntityOfPage', 'schema:url', 'schema:mainEntityOfPage'];

function toldBy(element: Element, property: string): string | undefined {
  const attributes = addresses.includes(property)
    ? ['href', 'resource', 'content']
    : ['content', 'datetime', ...(element.localName === 'abbr' ? ['title'] : [])];
  const told = attributes.map((name) => element.getAttribute(name)).find((value) => value !== null);
  return told ?? plainWords(textWithin(element));
}

const longestText = 5000;
const breaks = /^(?:br|p|div|li|tr|h[1-6])$/iu;

/** Its text as far as a value goes: elements that hold each other are many, and each holds all the text. A line that ends is a space. */
function textWithin(element: Element): string {
  let text = '';
  let node: Node | null = element;
  while (node !== null && text.length < longestText) {
    if (node.nodeType === node.TEXT_NODE) text += node.textContent ?? '';
    else if (breaks.test(node.nodeName)) text += ' ';
    node = node.firstChild ?? nextBehind(node, element);
  }
  return text.slice(0, longestText);
}

function nextBehind(node: Node, root: Element): Node | null {
  for (let at: Node | null = node; at !== null && at !== root; at = at.parentNode) {
    if (at.nextSibling !== null) return at.nextSibling;
  }
  return null;
}
