/** The elements of a page in its order. One walk finds all that anybody asks for. */
export class PageElements {
  readonly all: readonly Element[];
  readonly #named = new Map<string, Element[]>();

  constructor(document: Document) {
    this.all = [...document.querySelectorAll('*')];
    for (const element of this.all) {
      const { localName } = element;
      const alike = this.#named.get(localName);
      if (alike === undefined) this.#named.set(localName, [element]);
      else alike.push(element);
    }
  }

  /** Those of this name. */
  named(name: string): readonly Element[] {
    return this.#named.get(name) ?? [];
  }
}

/** The value of an attribute, in whichever letters its name is written; undefined where the element has none. */
export function attributeOf(element: Element, name: string): string | undefined {
  const value = element.getAttribute(name);
  if (value !== null) return value;
  const written = element.getAttributeNames().find((one) => one.toLowerCase() === name);
  return written === undefined ? undefined : (element.getAttribute(written) ?? undefined);
}

/** The classes of an element as they are written. To ask for the attribute by its name makes a list of them first. */
export function classOf(element: Element): string {
  return element.getAttributeNode('class')?.value ?? '';
}
