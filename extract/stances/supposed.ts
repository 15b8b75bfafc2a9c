import type { Attribution } from '../attributions/attribution.ts';
import type { Word } from '../words/passage.ts';

/** `whether she agrees`, `asked her to say`, `stopped short of saying`: nobody says that she does. */
export function isSupposed(words: readonly Word[], { source, cue }: Attribution): boolean {
  if (source === undefined) return false;
  const before = words.slice(Math.max(0, cue.first - 2), cue.first).map(({ lower }) => lower);
  if (/(?:^|\s)(?:without|short of|instead of|refrained from)$/u.test(before.join(' ')))
    return true;
  if (/^(?:whether|if|unless)$/u.test(words[source.first - 1]?.lower ?? '')) return true;
  return words[cue.first]?.lower === 'to' && source.last === cue.first - 1;
}

/** `should consider`, `to dismiss`: wanted of somebody, who has not said it. */
export function isWanted(group: readonly Word[]): boolean {
  return group.some(({ lower }) => /^(?:should|must|could|may|might|can|ought|to)$/u.test(lower));
}
