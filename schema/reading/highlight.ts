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

const fieldsOf: Readonly<Record<Found, Record<keyof Excerpts, HighlightOfHit['field']>>> = {
  article: { title: 'TITLE', also: 'TITLE', body: 'TEXT' },
  actor: { title: 'NAME', also: 'DESCRIPTION', body: 'DESCRIPTION' },
  claim: { title: 'TEXT', also: 'TEXT', body: 'TEXT' },
};

interface Excerpts {
  readonly title: string | null;
  readonly also?: string | null;
  readonly body: string | null;
}

/** The excerpts of a hit that hold a word of the search, or a run of letters of it that is a part of a word there. */
export function highlightsOf(
  found: Found,
  marked: Excerpts,
  runs: readonly string[] = [],
): HighlightOfHit[] {
  return (['title', 'also', 'body'] as const).flatMap((part) => {
    const { text, matches } = unmarked(marked[part] ?? '');
    const all = [...matches, ...placesOf(runs, text, matches)];
    all.sort((one, other) => one.start - other.start);
    return all.length === 0 ? [] : [{ field: fieldsOf[found][part], text, matches: all }];
  });
}

/** Where the runs stand in a text, but for what is marked already. */
function placesOf(runs: readonly string[], text: string, marked: readonly Span[]): readonly Span[] {
  const taken = [...marked];
  for (const run of runs) {
    for (let start = text.indexOf(run); start >= 0; start = text.indexOf(run, start + run.length)) {
      const end = start + run.length;
      if (!taken.some((one) => one.start < end && start < one.end)) taken.push({ start, end });
    }
  }
  return taken.slice(marked.length);
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
