import { marks } from '../../db/queries/search.ts';
import { builder } from '../builder.ts';

const HighlightField = builder.enumType('HighlightField', {
  description: 'Where the words of a search were found.',
  values: {
    TITLE: { description: 'In the title of an article.' },
    NAME: { description: 'In the name of an actor.' },
    DESCRIPTION: { description: 'In the aliases or the description of an actor.' },
    TEXT: { description: 'In the text of an article or of a claim.' },
  } as const,
});

interface Span {
  readonly start: number;
  readonly end: number;
}

/** An excerpt of what was found. */
export interface HighlightOfHit {
  readonly field: 'TITLE' | 'NAME' | 'DESCRIPTION' | 'TEXT';
  readonly text: string;
  readonly matches: readonly Span[];
}

const TextSpan = builder.objectRef<Span>('TextSpan').implement({
  description: 'A stretch of a text, in UTF-16 code units.',
  fields: (t) => ({
    start: t.exposeInt('start', { description: 'Its first code unit.' }),
    end: t.exposeInt('end', { description: 'The first code unit after it.' }),
  }),
});

export const Highlight = builder.objectRef<HighlightOfHit>('Highlight').implement({
  description: 'An excerpt in which words of the search stand.',
  fields: (t) => ({
    field: t.expose('field', { type: HighlightField, description: 'Where it was cut from.' }),
    text: t.exposeString('text', {
      description: 'The excerpt, as plain text. `…` stands for a cut.',
    }),
    matches: t.expose('matches', { type: [TextSpan], description: 'Where the words stand in it.' }),
  }),
});

type Found = 'article' | 'actor' | 'claim';

const fieldsOf: Readonly<Record<Found, Pick<Excerpts<HighlightOfHit['field']>, 'title' | 'body'>>> =
  {
    article: { title: 'TITLE', body: 'TEXT' },
    actor: { title: 'NAME', body: 'DESCRIPTION' },
    claim: { title: 'TEXT', body: 'TEXT' },
  };

interface Excerpts<T> {
  readonly title: T;
  readonly body: T;
}

/** The excerpts of a hit that hold a word of the search. */
export function highlightsOf(found: Found, marked: Excerpts<string | null>): HighlightOfHit[] {
  return (['title', 'body'] as const).flatMap((part) => {
    const excerpt = unmarked(marked[part] ?? '');
    return excerpt.matches.length === 0 ? [] : [{ field: fieldsOf[found][part], ...excerpt }];
  });
}

function unmarked(marked: string): { readonly text: string; readonly matches: readonly Span[] } {
  const matches: Span[] = [];
  let text = '';
  for (const [index, piece] of marked.split(marks.begin).entries()) {
    const [found = '', rest] = piece.split(marks.end);
    if (index > 0 && rest !== undefined)
      matches.push({ start: text.length, end: text.length + found.length });
    text += found + (rest ?? '');
  }
  return { text, matches };
}
