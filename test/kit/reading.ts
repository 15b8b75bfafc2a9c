import { attributionsIn } from '../../extract/attributions/attributions.ts';
import { spansOf } from '../../extract/attributions/spans.ts';
import type { Drafts } from '../../extract/extractor.ts';
import { createAnnotator } from '../../extract/words/annotate.ts';
import { type Passage, passageOf } from '../../extract/words/passage.ts';

/** One tagger for a test file: it takes long to load. */
const annotator = createAnnotator();

export function passage(text: string): Passage {
  return passageOf(text, annotator);
}

/** The attributions of a text as `source | cue | content + content`. */
export function attributed(text: string): string[] {
  const read = passage(text);
  return attributionsIn(read).map((attribution) => {
    const { source, cue, content } = spansOf(read, attribution);
    const words = (spans: typeof source) =>
      spans.map(({ start, end }) => text.slice(start, end)).join(' + ');
    return [source, cue, content].map(words).join(' | ');
  });
}

/** The stances of drafts as `actor KIND claim`, and through whom where it is not the publisher alone. */
export function told({ actors, claims, stances }: Drafts): string[] {
  const name = (id: string) => actors.find((actor) => actor.id === id)?.name ?? id;
  const claim = (id: string) => claims.find((one) => one.id === id)?.text ?? id;
  return stances.map(({ actor, kind, claim: on }) => `${name(actor)} ${kind} ${claim(on)}`);
}

/** What others than the publisher say, and what it does not say in its own voice. */
export function spoken(drafts: Drafts): string[] {
  const stances = drafts.stances.filter(({ evidence }) => evidence.mode !== 'NARRATED');
  return told({ ...drafts, stances });
}
