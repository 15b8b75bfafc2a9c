import type { Attribution } from '../attributions/attribution.ts';
import { compelled, grants, nobody } from '../lexicon/refusals.ts';
import { sentenceEnd, type Word } from '../words/passage.ts';
import { kindOfVerb } from './kinds.ts';

/** `whether she agrees`, `asked her to say`, `would deny`, `nobody denied`: nobody says that somebody does. */
export function isSupposed(words: readonly Word[], attribution: Attribution): boolean {
  const { source, cue } = attribution;
  if (isAsked(words, cue.head) || isUnreal(words, attribution) || isRefusal(words, attribution))
    return true;
  if (isMeant(words, attribution) || isBeingAsked(words, attribution)) return true;
  if (source === undefined) return false;
  if (isNounAfterAll(words, attribution)) return true;
  // `Contrary to what the Post reported,`
  if (words[source.first]?.lower === 'contrary') return true;
  const before = words.slice(Math.max(0, cue.first - 2), cue.first).map(({ lower }) => lower);
  if (
    /(?:^|\s)(?:without|short of|far from|instead of|rather than|refrained from|avoided|stopped)$/u.test(
      before.join(' '),
    )
  )
    return true;
  if (/^(?:whether|if|unless|until|once|should)$/u.test(words[source.first - 1]?.lower ?? ''))
    return true;
  if (isNobody(words, attribution) || isInPassing(words, attribution)) return true;
  if (isOfObject(words, attribution) || isNotWho(words, source.first)) return true;
  if (words[cue.first]?.lower !== 'to') return false;
  return source.last === cue.first - 1 || holdingBack.has(words[cue.first - 1]?.lemma ?? '');
}

/** `hesitated to say that it leaked`, `hoped to show`: nobody has said so yet. */
const holdingBack = new Set(
  `hesitate fail neglect forget refuse decline want wish hope plan intend mean need like love struggle threaten prefer dare expect ask urge
  opt promise pledge vow agree wait`.split(/\s+/u),
);

/** `said Lee when asked about reports that it leaked`: who is asked says nothing by that. */
function isBeingAsked(words: readonly Word[], { cue, content: [only] }: Attribution): boolean {
  if (!/^(?:asked|pressed|questioned|quizzed)$/u.test(words[cue.head]?.lower ?? '')) return false;
  const before = words[cue.first - 1]?.lower ?? '';
  const isAbout = /^(?:about|on|over)$/u.test(words[cue.head + 1]?.lower ?? '');
  return isAbout && (/^(?:when|if|once|,|being)$/u.test(before) || only === undefined);
}

/** `Did Lee deny it?`: the text asks, and tells nothing. */
function isAsked(words: readonly Word[], at: number): boolean {
  const last = words[sentenceEnd(words, at) - 1];
  return last?.text === '?' && last.quotation === words[at]?.quotation;
}

/** `no animal had escaped, as some had claimed on the radio`: what they claimed is told before. */
function isInPassing(
  words: readonly Word[],
  { source, cue, content: [only] }: Attribution,
): boolean {
  const first = source?.first ?? 0;
  const isAs = words[first - 1]?.lower === 'as' && words[first - 2]?.text === ',';
  return isAs && cue.frame.startsWith('p:') && (only?.first ?? 0) > cue.last;
}

/** `sued Lee for saying that it leaked`: Lee says so; who `was sued for saying it` does. */
function isOfObject(words: readonly Word[], { source, cue }: Attribution): boolean {
  const isFor = words[cue.first - 1]?.lower === 'for' && words[cue.head]?.lower.endsWith('ing');
  if (isFor !== true || source === undefined || source.last > cue.first) return false;
  return words.slice(source.last + 1, cue.first).every(({ lemma }) => lemma !== 'be');
}

/** `It was not Lee who said so`. */
function isNotWho(words: readonly Word[], who: number): boolean {
  if (words[who]?.lower !== 'who') return false;
  let at = who - 1;
  while (/^(?:PROPN|NOUN|DET|ADJ)$/u.test(words[at]?.pos ?? '')) at--;
  return /^(?:not|n't|never)$/u.test(words[at]?.lower ?? '');
}

function isNobody(words: readonly Word[], attribution: Attribution): boolean {
  const { source } = attribution;
  const [first, next] = [words[source?.first ?? -1], words[(source?.first ?? -1) + 1]];
  if (first === undefined || silentTogether(words, attribution) !== undefined) return false;
  return nobody.has(first.lower) || (first.lower === 'no' && /^[a-z]+$/u.test(next?.lower ?? ''));
}

/** `Neither Lee nor Roe would comment`. */
export function silentTogether(
  words: readonly Word[],
  { source, cue }: Attribution,
): 'DECLINES' | 'NO_REPLY' | undefined {
  const { first, last } = source ?? { first: 0, last: -1 };
  const isNeither = words[first]?.lower === 'neither';
  if (!isNeither || !words.slice(first, last + 1).some(({ lower }) => lower === 'nor'))
    return undefined;
  if (words[cue.head]?.lemma === 'comment') return 'DECLINES';
  return /^(?:respond|reply)$/u.test(words[cue.head]?.lemma ?? '') ? 'NO_REPLY' : undefined;
}

/** `notes media reports that it leaked`: no verb, though the tagger may take it for one. */
function isNounAfterAll(words: readonly Word[], { source, cue }: Attribution): boolean {
  const isPlural = /^(?:reports|claims)$/u.test(words[cue.head]?.lower ?? '');
  const before = words[source?.last ?? -1]?.lower ?? '';
  if (isPlural && words[cue.first - 1]?.pos === 'ADP') return true;
  return isPlural && /^(?:media|news|press|such|recent|earlier|false|online)$/u.test(before);
}

/** `wants to deny`, `plans to dismiss`: what somebody means to do. */
function isMeant(words: readonly Word[], { cue, content: [first] }: Attribution): boolean {
  if (/^(?:decline|refuse)$/u.test(words[cue.head]?.lemma ?? '')) return false;
  const [to, verb] = [words[first?.first ?? -1], words[(first?.first ?? -1) + 1]];
  return to?.lower === 'to' && positions.has(kindOfVerb(verb?.lemma ?? '') ?? '');
}

const positions = new Set(['DENIES', 'CONFIRMS', 'RETRACTS', 'QUESTIONS']);
const modals = /^(?:would|could|may|might|can|will|shall|should|must|ought|'ll|'d|won|wo)$/u;

/** `would deny`, `refused to deny`, `no longer denies`: not yet, not at all, or not any more. */
function isUnreal(words: readonly Word[], { cue }: Attribution): boolean {
  if (!positions.has(kindOfVerb(words[cue.head]?.lemma ?? '') ?? '')) return false;
  const group = words.slice(cue.first, cue.head).map(({ lower }) => lower);
  const isAble =
    words[cue.head]?.lemma === 'confirm' &&
    (/^(?:can|could|able)$/u.test(group[0] ?? '') ||
      /^(?:would|will|wo) (?:not|n't)$/u.test(group.join(' ')));
  if (!isAble && group.some((word) => modals.test(word))) return true;
  const before = words[cue.first - 1]?.lower ?? '';
  if (group.includes('longer') || before === 'longer') return true;
  const to = group.indexOf('to');
  if (to === -1) return false;
  return to === 0 ? !compelled.has(before) : !compelled.has(group[to - 1] ?? '') && !isLed(group);
}

/** `went on to deny`, `continued to deny`. */
function isLed(group: readonly string[]): boolean {
  return /^(?:continu|beg[aiu]n|start|proceed|go|went)/u.test(
    group.join(' ').replace(/^(?:ha\w+|also) /u, ''),
  );
}

/** `denied him bail`, `denied the motion`: something is refused. */
function isRefusal(words: readonly Word[], { cue, content }: Attribution): boolean {
  const { first, last } = content.at(-1) ?? { first: 0, last: -1 };
  if (words[cue.head]?.lemma !== 'deny' || cue.frame === 'that' || cue.frame === 'ing')
    return false;
  const object = words.slice(first, last + 1);
  const end = object.findIndex(({ pos, lower }) => pos === 'ADP' || lower === 'to');
  const phrase = end === -1 ? object : object.slice(0, end);
  return (
    grants.has(phrase.at(-1)?.lower ?? '') &&
    phrase.slice(0, -1).every(({ pos }) => pos !== 'VERB' && pos !== 'AUX')
  );
}

/** `should consider`, `to dismiss`: wanted of somebody, who has not said it. */
export function isWanted(group: readonly Word[]): boolean {
  return group.some(({ lower }) => /^(?:should|must|could|may|might|can|ought|to)$/u.test(lower));
}
