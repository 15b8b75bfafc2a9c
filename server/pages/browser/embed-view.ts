import type { EmbeddedClaim } from './embed-asking.ts';
import { counted, statusWords, takenOff, whoSaysSo } from './embed-words.ts';

/** Where a claim is shown. */
export interface View {
  /** Shows it, or what stood in its place where there is none. */
  show(claim: EmbeddedClaim | null): void;
}

const style = `
:host { display: block; margin: 1em 0; padding: .6em .9em; border: 1px solid; border-radius: .25em; }
p { margin: .25em 0; }
small { display: block; }
a { color: inherit; }
a:focus-visible { outline: 3px solid; outline-offset: 2px; }
`;

/** Shows a claim in the element, apart from the styles of the page. All that was told is shown as text. */
export function openView(element: HTMLElement, record: string): View {
  const root = element.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  const before = document.createElement('slot');
  const live = document.createElement('div');
  live.setAttribute('role', 'status');
  root.append(before);
  return {
    show(claim) {
      if (claim === null) {
        root.adoptedStyleSheets = [];
        root.replaceChildren(before);
        return;
      }
      root.adoptedStyleSheets = [sheet];
      const standing = claim.withdrawnAt === null ? standingOf(claim) : [withText('p', takenOff)];
      const link = withText('a', whoSaysSo);
      link.setAttribute('href', `${record}claims/${claim.slug}`);
      const hadFocus = root.activeElement !== null;
      live.replaceChildren(...standing);
      root.replaceChildren(live, link);
      if (hadFocus) link.focus();
    },
  };
}

function standingOf({ echoes, language, standing, text }: EmbeddedClaim): HTMLElement[] {
  const claim = withText('p', text);
  claim.lang = language;
  claim.dir = 'auto';
  const { articleCount, originCount } = echoes;
  const stands = document.createElement('p');
  const { since, status } = standing;
  stands.append(withText('b', statusWords[status]));
  if (since !== null) stands.append(' since ', dayOf(since));
  stands.append(` · ${counted(articleCount, 'article')}, ${counted(originCount, 'origin')}`);
  const summary = withText('small', standing.summary);
  summary.lang = 'en';
  summary.dir = 'auto';
  return [claim, stands, summary];
}

/** The day of a moment in UTC, as the pages of the record tell it: by no zone. */
function dayOf(at: string): HTMLElement {
  const time = withText(
    'time',
    new Date(at).toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' }),
  );
  time.setAttribute('datetime', at);
  return time;
}

// What would turn the letters around it round is shown and not obeyed.
const turning = /\p{Bidi_Control}/gu;

function withText(tag: string, text: string): HTMLElement {
  const element = document.createElement(tag);
  element.textContent = text.replace(
    turning,
    (letter) => `[U+${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}]`,
  );
  return element;
}
