import type { Database } from '../../db/client.ts';
import { fileOf, imported, sha256 } from '../integration/interchange/files.ts';

const name = (place: number): string => `Clerk ${String(place + 1).padStart(4, '0')}`;
const sentence = (place: number): string => `${name(place)} said that berth ${place + 1} was shut.`;

/** Puts an article on record of which as many drafts wait, each of somebody else on a claim of its own. */
export async function recordDrafts(db: Database, count: number, title = 'Berths'): Promise<void> {
  const places = Array.from({ length: count }, (_, place) => place);
  const text = `${title}\n\n${places.map(sentence).join('\n')}\n`;
  await imported(
    db,
    fileOf([
      { type: 'actor', id: 'gazette', name: 'Harbour Gazette', kind: 'OUTLET' },
      {
        type: 'article',
        id: 'berths',
        title,
        language: 'en',
        outlet: 'gazette',
        sha256: sha256(text),
        text,
      },
      ...places.flatMap((place) => linesOf(place)),
    ]),
  );
}

function linesOf(place: number): readonly object[] {
  const [claim, actor] = [`berth-${place + 1}`, `clerk-${place + 1}`];
  return [
    { type: 'actor', id: actor, name: name(place), kind: 'PERSON', review: 'DRAFT' },
    {
      type: 'claim',
      id: claim,
      text: `Berth ${place + 1} was shut.`,
      kind: 'FACT',
      language: 'en',
      review: 'DRAFT',
    },
    {
      type: 'stance',
      id: `draft-${place + 1}`,
      claim,
      actor,
      kind: 'ASSERTS',
      certainty: 'PLAIN',
      review: 'DRAFT',
      evidence: [
        {
          article: 'berths',
          quote: sentence(place),
          mode: 'INDIRECT',
          cue: 'said',
          confidence: 0.8,
        },
      ],
    },
  ];
}
