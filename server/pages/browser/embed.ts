import { claimOf, openAsking } from './embed-asking.ts';
import { hearChanges } from './embed-changes.ts';
import { openView } from './embed-view.ts';

const script = document.currentScript;
if (script instanceof HTMLScriptElement) defineClaim(new URL('.', script.src).href);

/**
 * Shows claims of that record on a page of others, which it changes nothing else of: `<onrecord-claim slug="…">`. What stands
 * in the element is shown until the claim is there, and stays where there is none.
 */
function defineClaim(record: string): void {
  const shown = new Set<OnrecordClaim>();
  const asking = openAsking(record);
  const changes = hearChanges(asking, (claims) => {
    for (const element of shown) if (!claims || element.isToldOf(claims)) void element.show();
  });

  class OnrecordClaim extends HTMLElement {
    static readonly observedAttributes = ['slug'];
    readonly #view = openView(this, record);
    #id: string | undefined;
    #asked = 0;

    isToldOf(claims: readonly string[]): boolean {
      return this.#id === undefined || claims.includes(this.#id);
    }

    async show(): Promise<void> {
      this.#asked += 1;
      const asked = this.#asked;
      const claim = await claimOf(asking, this.getAttribute('slug') ?? '');
      // What was asked for later is answered elsewhere; what cannot be read stays as it was read.
      if (claim === undefined || asked !== this.#asked) return;
      this.#id = claim?.id;
      this.#view.show(claim);
    }

    connectedCallback(): void {
      shown.add(this);
      changes.begin();
      void this.show();
    }

    disconnectedCallback(): void {
      shown.delete(this);
      if (shown.size === 0) changes.end();
    }

    attributeChangedCallback(): void {
      this.#id = undefined;
      if (shown.has(this)) void this.show();
    }
  }

  if (!customElements.get('onrecord-claim')) customElements.define('onrecord-claim', OnrecordClaim);
}
