import { personNouns } from '../actors/gazetteer.ts';
import { kindOfNoun } from '../actors/name-kind.ts';
import type { Roster } from '../actors/roster.ts';
import type { Statement } from '../stances/statement.ts';
import { type Passage, wordsOf } from '../words/passage.ts';

/** Turkey of `Turkey’s claim that it did`: who put that forward of himself. Whoever accuses speaks of others. */
export function tellerIn(
  { passage, roster }: { readonly passage: Passage; readonly roster: Roster },
  { content: [first], cue, lemma }: Statement,
): string | undefined {
  if (first === undefined || first.first <= cue.last + 1) return undefined;
  const isThat = passage.words[first.first]?.lower === 'that';
  const opening = passage.words[isThat ? first.first + 1 : first.first]?.lower ?? '';
  const before = wordsOf(passage, [{ first: cue.last + 1, last: first.first - 1 }]).replace(
    /^as .{1,40}? (?=(?:the|an?|his|her|their)\b)/u,
    '',
  );
  const [, owner] =
    /^(?:the )?(.{2,40}?)(?:['’]s|(?<=s)['’]) (?:\p{L}+ )?(?:claims?|assertions?|contentions?|statements?|arguments?|denials?|version|account|story)(?: that)?$/iu.exec(
      before,
    ) ??
    // Who denies a claim by somebody else is told of in it.
    (lemma !== 'deny' && /^(?:that )?s?he$/iu.test(opening)
      ? /^(?:an?|the) (?:\p{L}+ )?(?:claims?|assertions?|contentions?|statements?|arguments?) (?:by|from|of) (?:the )?(.{2,40}?)(?: that)?$/iu.exec(
          before,
        )
      : undefined) ??
    [];
  const actor = owner === undefined ? undefined : roster.named(owner);
  if (actor === undefined) return roleOf(owner);
  return actor.kind === 'OUTLET' ? undefined : actor.name;
}

/** `the defendant`, `a former aide`: who has no name there. */
function roleOf(owner: string | undefined): string | undefined {
  const noun = owner?.toLowerCase().split(' ').at(-1) ?? '';
  const isRole = personNouns.has(noun) || kindOfNoun(noun) !== undefined;
  return isRole && /^\p{L}/u.test(owner ?? '')
    ? `the ${owner?.replace(/^(?:the|an?) /iu, '')}`
    : undefined;
}
