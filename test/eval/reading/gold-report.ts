import type { GoldStance } from './gold-file.ts';
import { type GoldReading, type GoldTally, goldTally } from './gold-tally.ts';
import type { Graded } from './grade.ts';

const legend = `Each draft of a stance beside the gold of its text: who holds it, which way, and the claim.
acceptable: holder, kind and chain right, the claim has all words that it needs and no quarter of others, and leaves no pronoun open.
to edit: holder and polarity right; words missing or too many, a pronoun, a negated claim, another kind of one polarity, certainty, day, chain,
  more than the name, or a second claim for a proposition that an earlier draft has.
wrong: inverted (for where the gold is against, against where it is for, a side where none was taken), another polarity (mixed, silence or
  retraction against a side), somebody else's words, a claim that is none of the holder's, or sure where two readings are possible.
unasked: the publisher's own voice where no gold asks for it; not counted among the drafts.
found: of the stances that are right, those with a draft that is acceptable or to edit.
claims: how many claims were drafted for each proposition of the gold; one is right.`;

/** A reader's tables: by genre, and by what the texts try. */
export function goldReport(title: string, readings: readonly GoldReading[]): string {
  return [
    `\n${title}`,
    legend,
    heading,
    ...rows(readings, ({ text }) => text.genre),
    row('all', goldTally(readings)),
    '',
    heading,
    ...rows(readings, ({ text }) => text.tag),
    '',
    ...reasonsOf(readings),
  ].join('\n');
}

const heading = `${''.padEnd(16)} texts drafts  acceptable     to edit       wrong  inverted  named  unasked         found  claims`;

function rows(
  readings: readonly GoldReading[],
  groupOf: (reading: GoldReading) => string,
): string[] {
  return [...grouped(readings, groupOf)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, of]) => row(name, goldTally(of)));
}

function grouped(readings: readonly GoldReading[], groupOf: (reading: GoldReading) => string) {
  const groups = new Map<string, GoldReading[]>();
  for (const reading of readings) {
    const name = groupOf(reading);
    groups.set(name, [...(groups.get(name) ?? []), reading]);
  }
  return groups;
}

function row(name: string, tally: GoldTally): string {
  const drafts = tally.acceptable + tally.edit + tally.wrong;
  const share = (count: number, of: number) =>
    `${count} (${of === 0 ? 0 : Math.round((100 * count) / of)} %)`;
  return [
    name.padEnd(16),
    `${tally.texts}`.padStart(6),
    `${drafts}`.padStart(7),
    share(tally.acceptable, drafts).padStart(12),
    share(tally.edit, drafts).padStart(12),
    share(tally.wrong, drafts).padStart(12),
    `${tally.inverted}`.padStart(10),
    `${tally.wrongNamed}`.padStart(7),
    `${tally.unasked}`.padStart(9),
    `${tally.found}/${tally.wanted}`.padStart(14),
    (tally.claims / Math.max(1, tally.propositions)).toFixed(2).padStart(8),
  ].join('');
}

function reasonsOf(readings: readonly GoldReading[]): string[] {
  const counts = new Map<string, number>();
  for (const { grade, reasons } of readings.flatMap(({ drafts }) => drafts))
    for (const reason of reasons) {
      const name = `${grade.toLowerCase()}: ${reason}`;
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  return [...counts].sort(([, a], [, b]) => b - a).map(([name, count]) => `  ${name} ${count}`);
}

/** Each text with a draft that is not acceptable or a stance that was not found. */
export function goldFaults(readings: readonly GoldReading[]): string {
  return readings
    .flatMap(({ text, drafts, missed }) => {
      const lines = [
        ...drafts.flatMap(faultOf),
        ...missed.map((gold) => `  missed   ${shown(gold)}`),
      ];
      return lines.length === 0 ? [] : [`\n${text.id} ${text.tag}`, ...lines];
    })
    .join('\n');
}

function faultOf({ grade, reasons, told }: Graded): string[] {
  if (grade === 'ACCEPTABLE' || grade === 'UNASKED') return [];
  return [`  ${grade.toLowerCase().padEnd(8)} ${told} [${reasons.join(', ')}]`];
}

function shown({ actor, through, kinds, claim }: GoldStance): string {
  const chain = [...through, actor].map(([name]) => name).join(' > ');
  const words = claim.variants[0]?.map(({ forms, use }) =>
    use === 'OPTIONAL' ? `[${forms.join('|')}]` : forms.join('|'),
  );
  return `${chain} ${kinds.join('/')} ${words?.join(' ')}`;
}
