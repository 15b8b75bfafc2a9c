import type { ReactNode } from 'react';

/** What a page of claims shows, whatever it was read by. */
export interface Shown {
  readonly slugs: readonly string[];
  readonly more: () => void;
  readonly claim: ReactNode;
  readonly refuse: () => void;
  readonly refused: string;
  readonly heard: string;
}

/** The page that the driver looks at (in-chromium.ts). */
export function Shown({ slugs, more, claim, refuse, refused, heard }: Shown) {
  return (
    <main>
      <ol id="claims">
        {slugs.map((slug) => (
          <li key={slug}>{slug}</li>
        ))}
      </ol>
      <button id="more" type="button" onClick={more}>
        More
      </button>
      <p id="claim">{claim}</p>
      <button id="refuse" type="button" onClick={refuse}>
        Record
      </button>
      <p id="refused">{refused}</p>
      <p id="heard">{heard}</p>
    </main>
  );
}
