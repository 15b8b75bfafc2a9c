import type { ActorDraft } from '../actors/actor.ts';
import type { Sex } from '../actors/sex.ts';
import { documents } from '../lexicon/documents.ts';
import type { Passage, Range, Word } from '../words/passage.ts';
import { isDoing } from './doing.ts';
import { forms, thirdPerson } from './third-person.ts';
import type { Voice } from './voice.ts';

/** The words with the speaker's name for `he` and `she`, in quotations for `I`; the verb behind it follows. */
export function withName({ words, text }: Passage, { first, last }: Range, voice: Voice): string {
  let [named, isNamed] = ['', false];
  for (let at = first; at <= last; at++) {
    const [before, word] = [words[at - 1], words[at]];
    if (word === undefined) break;
    const isTight = at === first || before === undefined || before.end === word.start;
    const gap = isTight ? '' : text.slice(before.end, word.start).replace(/\s+/gu, ' ');
    const isAsked = words[at - 2]?.pos === 'AUX' && at - 2 >= first;
    const verb = beforeAdverb(words, at - 1);
    const isAfterI = at > first && !isAsked && verb !== undefined && isSelf(verb, voice);
    const place = { at, first, isNamed };
    const name = forPrincipal(words, place, voice) ?? nameFor(words, place, voice);
    if (name !== undefined && name === clientOf(words, at, voice)) at++;
    isNamed ||= name !== undefined && isOf(voice, name);
    named += gap + (name ?? (isAfterI ? thirdPerson(word) : word.text));
  }
  return named;
}

/** `I now accept`: what stands before the adverb. */
function beforeAdverb(words: readonly Word[], at: number): Word | undefined {
  const isAdverb = /^(?:now|also|still|fully|simply|certainly|always|just|truly|really)$/u;
  return isAdverb.test(words[at]?.lower ?? '') ? words[at - 1] : words[at];
}

/** `his client` and, of whom a text does not name, `he`: who speaks for Lee means Lee. */
function forPrincipal(
  words: readonly Word[],
  { at, isNamed }: Place,
  voice: Voice,
): string | undefined {
  const { principal, actor, teller } = voice;
  const lower = words[at]?.lower ?? '';
  const isTeller =
    teller !== undefined &&
    !isNamed &&
    (lower === 'it' || ofWomen.test(lower) || ofMen.test(lower));
  if (isTeller) return isOwner(words, at) ? `${teller}’s` : teller;
  if (principal === undefined) return undefined;
  const client = clientOf(words, at, voice);
  if (client !== undefined) return client;
  const isNameless = actor.kind !== 'PERSON' || !/\p{Lu}\p{L}+ \p{Lu}/u.test(actor.name);
  if (!isNameless || isNamed || !(ofWomen.test(lower) || ofMen.test(lower))) return undefined;
  return isOwner(words, at) ? `${principal}’s` : principal;
}

/** `his client` is the principal; `his client’s` keeps its ending. */
function clientOf(words: readonly Word[], at: number, { principal }: Voice): string | undefined {
  const isClient =
    /^(?:his|her|their|my|our)$/u.test(words[at]?.lower ?? '') && words[at + 1]?.lower === 'client';
  return isClient ? principal : undefined;
}

function isOf({ actor, body, principal, teller }: Voice, name: string): boolean {
  if (teller !== undefined && name.startsWith(teller)) return true;
  if (principal !== undefined && name.startsWith(principal)) return true;
  return name.startsWith(actor.name) || (body !== undefined && name.startsWith(body));
}

interface Place {
  readonly at: number;
  readonly first: number;
  /** The speaker has been named in these words already. */
  readonly isNamed: boolean;
}

function isOwnWord({ quotation }: Word, { isSpeech, outer }: Voice): boolean {
  return (quotation >= 0 && quotation !== outer) || isSpeech;
}

function isSelf(word: Word, voice: Voice): boolean {
  const isWe = word.lower === 'we' && nameOfUs(voice) !== undefined;
  return (isOwnWord(word, voice) || voice.isFree) && (word.lower === 'i' || isWe);
}

function nameFor(words: readonly Word[], place: Place, voice: Voice): string | undefined {
  const word = words[place.at];
  if (word === undefined) return undefined;
  if (isOwnWord(word, voice))
    return (
      forSelf(word, place, voice) ?? forOurs(word, place, voice) ?? forOther(words, place, voice)
    );
  const own = voice.isFree
    ? (forSelf(word, place, voice) ?? forOurs(word, place, voice))
    : undefined;
  if (own !== undefined) return own;
  if (isObject(words, place)) return forOther(words, place, voice);
  if (voice.actor.kind === 'PERSON')
    return (
      forPerson(words, place, voice) ??
      (isTarget(words, place.at) || !isEither(word, voice.sex)
        ? forOther(words, place, voice)
        : undefined) ??
      // One word that `it` is said of is the name of a body, whatever it looks like.
      (word.lower === 'it' && voice.sex === undefined && !voice.actor.name.includes(' ')
        ? forBody(words, place, voice)
        : undefined)
    );
  if (voice.actor.kind === 'UNNAMED_SOURCE' && isOneOf(voice.actor.name))
    return forPerson(words, place, voice) ?? forOther(words, place, voice);
  return forBody(words, place, voice) ?? forOther(words, place, voice);
}

/** `a resident, who asked not to be named`: one person, so that `he` may mean whoever it is. */
const isOneOf = (description: string) =>
  !documents.has(
    description
      .replace(/[, ](?:of|in|from|seen|obtained|for|by|on|that|which)\b.*$/u, '')
      .split(' ')
      .at(-1) ?? '',
  ) &&
  /^(?:an?|one|another|the) (?:\p{L}+ )*?\p{L}+(?<!s)(?: (?:of|in|with|close|familiar)\b|,|$)/iu.test(
    description,
  );

/** Who speaks, as a claim calls them: without what the text adds to a description, `, who was there`. */
export function calledIn({ name, kind }: ActorDraft): string {
  return kind === 'UNNAMED_SOURCE' || kind === 'GROUP'
    ? name.replace(/(?:,| who\b| whose\b| speaking\b| familiar\b).*$/u, '')
    : name;
}

const pronouns: Readonly<Record<Sex, readonly [string, string, string]>> = {
  woman: ['she', 'her', 'her'],
  man: ['he', 'him', 'his'],
};

/** `I`, `me` and `my`: the name first, then a pronoun where the sex is known. */
function forSelf({ lower }: Word, { isNamed }: Place, { actor, sex }: Voice): string | undefined {
  const short = lower.startsWith("i'") ? forms[lower.slice(1)] : undefined;
  if (short !== undefined) return `${actor.name}${short}`;
  const which = ['i', 'me', 'my'].indexOf(lower);
  if (which === -1) return undefined;
  const again = isNamed && sex !== undefined ? pronouns[sex][which] : undefined;
  return again ?? (lower === 'my' ? `${actor.name}’s` : actor.name);
}

/** The body that says `we`, or else who speaks for all of them; nobody where all of us are meant. */
function nameOfUs({ body, actor, isWish }: Voice): string | undefined {
  return body ?? (isWish ? undefined : actor.name);
}

/** `we`, `us` and `our` of whoever speaks for a body: its name first, then `it`. */
function forOurs({ lower }: Word, { isNamed: isAgain }: Place, voice: Voice): string | undefined {
  const body = nameOfUs(voice);
  const isNamed = isAgain && voice.body !== undefined;
  if (body === undefined) return undefined;
  const short = lower.startsWith("we'") ? forms[lower.slice(2)] : undefined;
  if (short !== undefined) return `${isNamed ? 'it' : body}${short}`;
  if (lower === 'our') return isNamed ? 'its' : `${body}’s`;
  return lower === 'we' || lower === 'us' ? (isNamed ? 'it' : body) : undefined;
}

/** `called for her to leave`: what the cue does to somebody it does not do to the speaker. */
function isObject(words: readonly Word[], { at, first }: Place): boolean {
  const lower = words[at]?.lower;
  return at === first && (lower === 'him' || (lower === 'her' && !isNoun(words[at + 1])));
}

function forOther(
  words: readonly Word[],
  { at, isNamed }: Place,
  { otherAt }: Voice,
): string | undefined {
  const lower = words[at]?.lower ?? '';
  const name = isNamed || !(ofWomen.test(lower) || ofMen.test(lower)) ? undefined : otherAt(at);
  return name && (isOwner(words, at) ? `${name}’s` : name);
}

function isOwner(words: readonly Word[], at: number): boolean {
  const lower = words[at]?.lower;
  return lower === 'his' || (lower === 'her' && isNoun(words[at + 1]));
}

/** `him`, `her` to whom something is done. */
function isTarget(words: readonly Word[], at: number): boolean {
  const lower = words[at]?.lower;
  return lower === 'him' || (lower === 'her' && !isNoun(words[at + 1]));
}

const ofWomen = /^(?:she|her)$/u;
const ofMen = /^(?:he|him|his)$/u;

/** Whether the word may mean one of this sex, or one of whom that is not known. */
export function isEither(word: Word | undefined, sex: Sex | undefined): boolean {
  if (word === undefined || sex === undefined) return true;
  return sex === 'woman' ? !ofMen.test(word.lower) : !ofWomen.test(word.lower);
}

function forPerson(
  words: readonly Word[],
  { at, isNamed }: Place,
  { actor, sex, isAmbiguous }: Voice,
): string | undefined {
  const lower = words[at]?.lower ?? '';
  if (!ofWomen.test(lower) && !ofMen.test(lower)) return undefined;
  if (!isEither(words[at], sex) || isNamed || isAmbiguous(at)) return undefined;
  const isTarget = lower === 'him' || (lower === 'her' && !isOwner(words, at));
  if (isTarget && sex === undefined) return undefined;
  return isOwner(words, at) ? `${actor.name}’s` : actor.name;
}

function isNoun(word: Word | undefined): boolean {
  return word?.pos === 'NOUN' || word?.pos === 'ADJ';
}

/** `it was ready` of a body: not where `it` only opens the clause, `it was clear that`. */
function forBody(
  words: readonly Word[],
  { at, first }: Place,
  { actor, isAmbiguous, kind }: Voice,
): string | undefined {
  const isAside =
    words[at + 1]?.pos === 'PUNCT' ||
    /^(?:never|also|always|only)$/u.test(words[at + 1]?.lower ?? '');
  const verb = isAside ? at + 2 : at + 1;
  const [word, next] = [words[at], words[verb]];
  const isFirst = at === first || (at === first + 1 && words[first]?.lower === 'that');
  // `denied Lee’s accusation that it leaked`: who denies it is accused.
  const isDenier = kind === 'DENIES' && word?.lower === 'it';
  if (!isFirst || (isAmbiguous(at) && !isDenier)) return undefined;
  const isOwn = word?.lower === 'its' || (word?.lower === 'their' && actor.kind === 'GROUP');
  if (isOwn) return `${actor.name}’s`;
  if (word?.lower === 'they' || word?.lower === 'we')
    return ofOthers.test(actor.name) ? undefined : actor.name;
  const isSubject = next?.pos === 'AUX' || next?.pos === 'VERB';
  const isEmpty = next?.lemma === 'be' && !isDoing(words, verb + 1, actor.kind === 'PERSON');
  const isMany = actor.kind === 'GROUP' && /[^s]s$/u.test(actor.name);
  return word?.lower === 'it' && isSubject && !isEmpty && !isMany ? actor.name : undefined;
}

// They speak of others mostly, and `they` are those.
const ofOthers =
  /\b(?:critics|opponents|experts|analysts|observers|economists|scientists|researchers)\b/iu;
