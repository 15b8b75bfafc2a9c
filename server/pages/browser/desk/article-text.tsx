import { useEffect, useRef } from 'preact/hooks';
import type { Desk } from './desk.ts';
import type { DeskState, MarkedWords } from './desk-state.ts';
import { wordsOf } from './draft-entry.ts';
import { words } from './words.ts';

// What would turn the letters around it round is shown, by a sign of the same length: places stay what they are.
const shownOf = (text: string): string => text.replace(/\p{Bidi_Control}/gu, '\u2426');

interface Span {
  readonly start: number;
  readonly end: number;
}

/** The text of the open article, with the words of the open draft marked, and those that somebody marks in it. */
export function ArticleText({ desk, state }: { readonly desk: Desk; readonly state: DeskState }) {
  const { article, drafts, at, marked, panel } = state;
  const place = useRef<HTMLElement>(null);
  const draft = panel === 'draft' ? drafts[at]?.draft : undefined;
  const shown = (draft && wordsOf(draft)) ?? marked;
  useEffect(() => {
    const onSelect = (): void => {
      const selected = place.current && selectedIn(place.current, article?.text ?? '');
      if (selected) desk.store.set({ marked: selected });
    };
    // When they are selected whole: to mark them earlier would take the selection away.
    const ends = ['pointerup', 'keyup'] as const;
    for (const end of ends) document.addEventListener(end, onSelect);
    return () => {
      for (const end of ends) document.removeEventListener(end, onSelect);
    };
  }, [article?.id]);
  useEffect(() => {
    if (panel === 'draft')
      place.current?.querySelector('mark')?.scrollIntoView({ block: 'center' });
  }, [draft?.id, article?.id]);
  if (article === null) return <p>{words.nothingOpen}</p>;
  return (
    <section class="article" aria-labelledby="article-title">
      <h2 id="article-title">
        <a href={`/articles/${article.slug}`}>
          <bdi lang={article.language}>{article.title}</bdi>
        </a>{' '}
        <small>
          <bdi>{article.outlet?.name}</bdi>
        </small>
      </h2>
      {article.text === null ? (
        <p>{words.noText}</p>
      ) : (
        <section
          class="text"
          ref={place}
          tabIndex={0}
          aria-label={words.text}
          lang={article.language}
          dir="auto"
        >
          {marks(article.text, shown ?? null)}
        </section>
      )}
    </section>
  );
}

function marks(text: string, span: Span | null) {
  if (span === null) return shownOf(text);
  return (
    <>
      {shownOf(text.slice(0, span.start))}
      <mark>{shownOf(text.slice(span.start, span.end))}</mark>
      {shownOf(text.slice(span.end))}
    </>
  );
}

/** The words that are selected in a text, by their place in it; null where none are. */
function selectedIn(container: HTMLElement, text: string): MarkedWords | null {
  const selection = getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!container.contains(range.commonAncestorContainer)) return null;
  const before = document.createRange();
  before.selectNodeContents(container);
  before.setEnd(range.startContainer, range.startOffset);
  const start = before.toString().length;
  const end = start + range.toString().length;
  const quote = text.slice(start, end);
  const trimmed = quote.trim();
  if (trimmed === '') return null;
  const from = start + quote.indexOf(trimmed);
  return { quote: trimmed, start: from, end: from + trimmed.length };
}
