import type { Scores } from './corpus.ts';
import { type Finding, type Piece, tallyOf } from './founding.ts';
import { type Count, percent, roles } from './score.ts';

const legend = `exact: unbroken runs of words, first and last word both right, over the whole split (as tag sequences are scored; whether
  the published systems were, their papers do not say for certain). Parts of a content that is interrupted count one by one. Marks at the edges count.
relaxed: the words of one role of one attribution, marks aside; right where both share half of the longer one, once each.
modes: relaxed, on contents; DIRECT is quoted from end to end, MIXED in part, INDIRECT not at all.
Where several people annotated an article, the first by name counts.
speed: processor time from text to attributions and to drafts, beside that of cutting the same texts into sentences, best of several rounds.
  N: the multiple that the rules may take to attributions at most; fixed from the first run and kept.`;

const anchors = `published, on the test split (exact F1 source/cue/content): CoreNLP 13.9/-/17.5, CRF 50.6/53.3/28.6,
  BiLSTM+CRF 69.6/66.7/59.0, BERT 81.1/74.0/68.9, two people 78.8/71.1/69.3`;

export function corpusReport(
  title: string,
  readers: readonly (readonly [string, Scores])[],
): string {
  const lines = [`\n${title}`, legend, anchors];
  for (const [name, { exact, relaxed, modes }] of readers) {
    lines.push(`\n${name}`);
    for (const role of roles) lines.push(line(`exact ${role}`, exact[role]));
    for (const role of roles) lines.push(line(`relaxed ${role}`, relaxed[role]));
    for (const [mode, count] of Object.entries(modes)) lines.push(line(mode, count));
  }
  return lines.join('\n');
}

function line(name: string, count: Count): string {
  const { precision, recall, f1 } = percent(count);
  const shown = [precision, recall, f1].map((value) => value.toFixed(1).padStart(6));
  return `  ${name.padEnd(22)} P ${shown[0]}  R ${shown[1]}  F1 ${shown[2]}  (${count.hits} of ${count.gold}, read ${count.read})`;
}

/** The drafts of the founding articles beside the record: what was found, what was not, what nobody asked for. */
export function foundingReport(
  name: string,
  findings: readonly Finding[],
  pieces: readonly Piece[],
): string {
  const { found, right, extra, denials, denialsFound } = tallyOf(findings, pieces);
  const missed = pieces.filter((piece) => !found.has(piece));
  return [
    `\nfounding articles, ${name}: pieces of evidence with a cue; found where the spans share half of the longer, one to one`,
    `  found ${found.size} of ${pieces.length}, actor and kind right ${right} (${Math.round((100 * right) / found.size)} %), extra ${extra.length}, denials ${denialsFound} of ${denials.length}`,
    ...missed.map(
      ({ article, start, actor, kind }) => `  missed  ${article} ${start} ${actor.id} ${kind}`,
    ),
    ...findings
      .filter(({ piece, isRight }) => piece !== undefined && !isRight)
      .map(
        ({ article, draft, actor, piece }) =>
          `  wrong   ${article} ${piece?.start} ${actor?.id} ${draft.kind} for ${piece?.actor.id} ${piece?.kind}`,
      ),
    ...extra.map(
      ({ article, draft, actor }) =>
        `  extra   ${article} ${draft.evidence.start} ${actor?.id} ${draft.kind}`,
    ),
  ].join('\n');
}
