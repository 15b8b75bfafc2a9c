import type { Area, Layout } from './layout.ts';

/** The attribute with the number of an area, by which it is known to whoever takes the document apart. */
const areaMark = 'data-area';

/**
 * Marks the areas that have words of their own, and those that hold nothing but one of these: whoever takes a document apart may
 * keep either. What is in an element that was taken out is left as it is.
 */
export function markAreas({ blocks, areas }: Layout, takenOut: ReadonlySet<Element>): void {
  const isOut: boolean[] = [];
  for (const { element, parent } of areas)
    isOut.push((isOut[parent] ?? false) || takenOut.has(element));
  const marked = new Set<number>();
  for (const { within } of blocks) {
    for (let number = within; !marked.has(number); ) {
      const area = areas[number];
      if (area === undefined || isOut[number]) break;
      marked.add(number);
      area.element.setAttribute(areaMark, String(number));
      if (!isAll(area, areas[area.parent])) break;
      number = area.parent;
    }
  }
}

/** Whether an area is all that the one around it holds. */
export function isAll({ first, end }: Area, around: Area | undefined): boolean {
  return around?.first === first && around.end === end;
}

/** The areas that are left in a document, or in what was made of it. */
export function areasIn(content: Element | null | undefined): ReadonlySet<number> {
  const marked = content?.querySelectorAll(`[${areaMark}]`) ?? [];
  return new Set([...marked].map((area) => Number(area.getAttribute(areaMark))));
}
