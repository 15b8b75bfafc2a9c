import { attributeOf, type PageElements } from './elements.ts';
import { lenientJson } from './lenient-json.ts';
import { mainThings, member, type Thing, type Things } from './thing.ts';

/** What the JSON-LD of a page tells. */
export interface JsonLd {
  /** All that stands for itself, or is what something else is about, in the order of the page. */
  readonly things: readonly Thing[];
  readonly byId: Things;
}

const mostThings = 10_000;

/** What is nested too deep is left out; `notes` tell so. */
export function jsonLdOn(elements: PageElements, notes: string[]): JsonLd {
  const things: Thing[] = [];
  const next = elements
    .named('script')
    .filter((script) => /ld\+json/iu.test(attributeOf(script, 'type') ?? ''))
    .map((script) => unwrapped(script.textContent ?? ''))
    .filter((json) => isShallow(json, notes))
    .map(lenientJson)
    .reverse();
  while (next.length > 0 && things.length < mostThings) {
    const value = next.pop();
    if (Array.isArray(value))
      for (const one of value.slice(0, mostThings).reverse()) next.push(one);
    else if (typeof value === 'object' && value !== null) {
      things.push(value);
      next.push(...mainThings(value));
    }
  }
  const named = things.filter((thing) => member(thing, '@id') && member(thing, 'name'));
  return { things, byId: new Map(named.map((thing) => [member(thing, '@id'), thing])) };
}

/** No page has half as much. */
const deepest = 100;

function isShallow(json: string, notes: string[]): boolean {
  let [depth, isInString] = [0, false];
  for (let at = 0; at < json.length; at += 1) {
    const unit = json[at];
    if (unit === '"') isInString = !isInString;
    else if (isInString && unit === '\\') at += 1;
    else if (isInString) continue;
    else if (unit === '{' || unit === '[') depth += 1;
    else if (unit === '}' || unit === ']') depth -= 1;
    if (depth > deepest) {
      notes.push(`JSON-LD of the page was left out: it is nested more than ${deepest} deep.`);
      return false;
    }
  }
  return true;
}

/** Pages wrap it in what old browsers needed, or write its quotation marks as HTML does. */
function unwrapped(script: string): string {
  const begun = script.trim().replace(/^(?:\/\/|\/\*)?\s*(?:<!\[CDATA\[|<!--)(?:\s*\*\/)?/u, '');
  const end = begun
    .slice(-longestEnd)
    .replace(/(?:\/\/|\/\*)?\s*(?:\]\]>|-->)\s*(?:\*\/)?;?$/u, '');
  const bare = `${begun.slice(0, -longestEnd)}${end}`;
  const isMarked = /^\s*[[{]\s*&quot;/u.test(bare);
  return isMarked ? bare.replaceAll('&quot;', '"').replaceAll('&amp;', '&') : bare;
}

const longestEnd = 40;
