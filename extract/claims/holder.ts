import type { ActorDraft } from '../actors/actor.ts';
import { personNouns, unnamedNouns } from '../actors/gazetteer.ts';
import type { Roster } from '../actors/roster.ts';
import { type Sex, sexOfTitle } from '../actors/sex.ts';
import type { StanceKind } from '../stances/kinds.ts';
import type { Statement } from '../stances/statement.ts';
import { type Passage, type Range, sentenceStart, type Word, wordsOf } from '../words/passage.ts';
import type { Holder } from './claim.ts';
import { calledIn, isEither } from './pronouns.ts';
import { tellerIn } from './teller.ts';

/** Who speaks, for the pronouns in what is said. */
export function holderOf(
  { passage, roster }: { passage: Passage; roster: Roster },
  statement: Statement,
  { actor, kind }: { actor: ActorDraft; kind: StanceKind },
): Holder {
  const { words } = passage;
  const opening = statement.content[0]?.first ?? 0;
  const start = sentenceStart(words, Math.min(opening, statement.quote.first));
  const isBetween = (at: number) =>
    roster.namedWithin(
      { first: statement.cue.last + 1, last: at - 1 },
      ({ id }) => id !== actor.id,
    );
  const opener = words[statement.source?.first ?? -1]?.lower ?? '';
  const isOfAnother = /^(?:his|her)$/u.test(opener);
  const isAmbiguous = (at: number) => {
    // `denied a report that it leaked`: not the report.
    if (statement.frame === 'nominal' && statement.lemma === 'report') return true;
    // `He denies it, his agent said`: somebody else.
    if (
      saysOfOther.test(
        words
          .slice(at, at + 5)
          .map(({ lower }) => lower)
          .join(' '),
      )
    )
      return true;
    if (
      isOfAnother &&
      ofPersons.test(words[at]?.lower ?? '') &&
      statement.content.some(({ first }) => first === at)
    )
      return true;
    const isOfPerson = actor.kind === 'PERSON' || ofPersons.test(words[at]?.lower ?? '');
    if (!isOfPerson) return isBetween(at) !== undefined;
    const isOpening = at === opening || (at === opening + 1 && words[opening]?.lower === 'that');
    const isAside = words[statement.cue.last]?.lower.endsWith('ing') === true;
    if (isAside && statement.isShared && hasRole(words, statement, at)) return true;
    const isLikely = isOpening && !isAside;
    if (isLikely && (roster.sexOf(actor) ?? sexOfPronoun(words, statement)) !== undefined)
      return false;
    const mayBe = (other: ActorDraft) =>
      other.id !== actor.id &&
      other.kind === 'PERSON' &&
      isEither(words[at], roster.sexOf(other)) &&
      (!isLikely || roster.sexOf(other) !== undefined);
    return roster.namedWithin({ first: start, last: at - 1 }, mayBe) !== undefined;
  };
  return {
    actor: { ...actor, name: calledIn(actor) },
    kind,
    isWish: kind === 'SUPPORTS' || kind === 'OPPOSES',
    sex: sexOfPronoun(passage.words, statement) ?? roster.sexOf(actor) ?? sexOfRole(actor),
    isAmbiguous,
    body: bodyOf({ passage, roster }, statement, actor),
    principal: principalOf(passage, statement, roster),
    otherAt: (at) => onlyOther({ passage, roster }, { actor, start }, at)?.name,
    owner: ownerIn({ passage, roster }, statement),
    teller: tellerIn({ passage, roster }, statement),
    called: (office) => bearer(roster, office, statement.cue.first)?.name,
    outer: words[statement.cue.first]?.quotation ?? -1,
  };
}

/** `confirmed the queen was ill, contradicting a claim that she`: somebody else has been told of. */
function hasRole(words: readonly Word[], { source, cue }: Statement, at: number): boolean {
  const last = source?.last ?? at;
  return words.slice(last + 1, cue.first).some(({ lower }) => personNouns.has(lower));
}

/** `Lee’s wife` is a woman. */
function sexOfRole({ name, isDescribed, kind }: ActorDraft): Sex | undefined {
  const isRole = isDescribed === true || kind === 'UNNAMED_SOURCE';
  return isRole ? sexOfTitle(name.toLowerCase().split(/[ ,]/u).at(-1) ?? '') : undefined;
}

// Nobody says so of himself.
const saysOfOther =
  /^s?he (?:(?:is|was|had been|has been) (?:\p{L}+ly )?(?:lying|bluffing|a liar|mistaken|dishonest|deluded)|lied|made (?:it|that|this) up)\b/u;
const ofPersons = /^(?:he|him|his|she|her)$/u;

/** `she` who speaks is a woman, whatever her name tells. */
function sexOfPronoun(words: readonly Word[], { source }: Statement): Sex | undefined {
  const only = source?.first === source?.last ? words[source?.first ?? -1]?.lower : undefined;
  if (only === 'she') return 'woman';
  return only === 'he' ? 'man' : undefined;
}

/** Who has the office, as far as the text tells before the word `at`: `the mayor`. */
function bearer(roster: Roster, office: string, at: number): ActorDraft | undefined {
  return roster.places.bearerOf(office.toLowerCase().replace(/^the /u, '').split(' '), at);
}

/** The senator of `the senator’s post`, Roe of `Roe’s claim`. */
function ownerIn({ passage, roster }: Text, { content, cue }: Statement): ActorDraft | undefined {
  const said = wordsOf(passage, content);
  const owner = (statedBy.exec(said) ??
    /((?:the )?\p{L}+)['’]s (?:\w+ ){0,2}\w+/iu.exec(said))?.[1];
  if (owner === undefined) return undefined;
  return roster.named(owner) ?? bearer(roster, owner, cue.first);
}

/** Whose words are meant by `what Roe has stated`. */
export const statedBy =
  /^\W*(?:everything |all )?(?:what|that) (?:Mr\.? |Ms\.? |Mrs\.? )?([\p{L}. ]{2,40}?) (?:ha[sd] |have )?(?:said|stated|claimed|alleged|written|told|says|claims)\b/iu;

interface Text {
  readonly passage: Passage;
  readonly roster: Roster;
}

/** The one person of that sex in this sentence and the one before, or else in all that comes before; undefined where another may be meant. */
function onlyOther(
  text: Text,
  { actor, start }: { actor: ActorDraft; start: number },
  at: number,
): ActorDraft | undefined {
  const { words } = text.passage;
  const sex: Sex = /^(?:she|her)$/u.test(words[at]?.lower ?? '') ? 'woman' : 'man';
  const from = sentenceStart(words, Math.max(0, start - 1));
  const isRival = (word: Word, index: number) =>
    (personNouns.has(word.lower) || unnamedNouns.has(word.lower)) &&
    (sexOfTitle(word.lower) ?? sex) === sex &&
    !isNamedNext(words, from + index);
  if (words.slice(from, at).some(isRival)) return undefined;
  const near = personsIn(text, { first: from, last: at - 1 }, { actor, sex });
  const [only, another] =
    near.size > 0 ? near : personsIn(text, { first: 0, last: from - 1 }, { actor, sex });
  return another === undefined && only !== undefined && text.roster.sexOf(only) === sex
    ? only
    : undefined;
}

/** The persons but the speaker who are named there and may be of that sex. */
function personsIn(
  { roster }: Text,
  { first, last }: Range,
  { actor, sex }: { actor: ActorDraft; sex: Sex },
): Set<ActorDraft> {
  const found = new Set<ActorDraft>();
  for (const { name } of roster.places.namesFrom(Math.max(first, last - farthestName), last)) {
    const other = roster.named(name);
    const mayBe = other?.kind === 'PERSON' && other.id !== actor.id;
    if (mayBe && (roster.sexOf(other) ?? sex) === sex) found.add(other);
  }
  return found;
}

// In words: long texts name too many for one to be the only one.
const farthestName = 1000;

/** `the mayor, Ida Roe` and `Ida Roe, the mayor`: not somebody else. */
function isNamedNext(words: readonly Word[], at: number): boolean {
  const next = words[at + 1]?.text === ',' ? words[at + 2] : words[at + 1];
  return (
    next?.pos === 'PROPN' || words.slice(Math.max(0, at - 4), at).some(({ text }) => text === ',')
  );
}

const acting =
  'lawyers?|attorneys?|solicitors?|barristers?|counsel|doctors?|agents?|spokes\\p{L}+|office|publicist|representatives?|press secretary|team|campaign|camp|family|aides?|allies|advisers?|advisors?';
const owned = new RegExp(
  `^(.{2,40}?)(?:['’]s|(?<=s)['’]) (?:\\p{L}+ ){0,2}?(?:${acting})(?:,|$)`,
  'iu',
);
const spokenBy = new RegExp(
  `^(?:an? |the |his |her )?(?:\\p{L}+ ){0,2}?(?:${acting}) (?:for|of|to|representing) (.{2,40}?)(?:,|$)`,
  'iu',
);

const campaignOf =
  /^(?:[Tt]he |[Aa]n? )?(\p{Lu}[\p{L}’'.-]+(?: \p{Lu}[\p{L}’'.-]+)?) (?:campaign|team|camp)\b/u;

/** Whose lawyer, doctor or spokesman speaks: one person. */
function principalOf(passage: Passage, { source }: Statement, roster: Roster): string | undefined {
  const words = source === undefined ? '' : wordsOf(passage, [source]);
  const told = (owned.exec(words) ?? spokenBy.exec(words) ?? campaignOf.exec(words))?.[1];
  if (told === undefined) return undefined;
  const named = roster.named(told.replace(/^(?:Mr|Mrs|Ms|Miss|Dr)\.? /u, ''));
  if (named !== undefined) return named.kind === 'PERSON' ? named.name : undefined;
  const noun = told.toLowerCase().split(' ').at(-1) ?? '';
  return /^(?:the|an?) /iu.test(told) && personNouns.has(noun)
    ? told.replace(/^The /u, 'the ')
    : undefined;
}

const heads =
  /\b(?:chief executive|ceo|chair\p{L}*|president|director|founder|owner|boss|head|editor|manager|spokes\p{L}+|secretary|its)\b/iu;

/** The body itself, or the one that the speaker heads: `the Post’s editor`, `its president`. */
function bodyOf(
  { passage, roster }: Text,
  { source }: Statement,
  actor: ActorDraft,
): string | undefined {
  const isBody = ({ kind }: ActorDraft) => /^(?:ORGANIZATION|GOVERNMENT|OUTLET)$/u.test(kind);
  if (isBody(actor)) return actor.name;
  if (source === undefined || !heads.test(wordsOf(passage, [source]))) return undefined;
  const owner = /\bthe (\p{L}+)['’]s\b/iu.exec(wordsOf(passage, [source]))?.[1]?.toLowerCase();
  const own = roster.namedWithin(source, isBody) ?? roster.body(owner ?? '');
  if (own !== undefined) return own.name;
  const { words } = passage;
  const start = sentenceStart(words, source.first);
  const before = sentenceStart(words, Math.max(0, start - 1));
  const isNear = words[before]?.block === words[start]?.block;
  const subject = { first: before, last: before + 2 };
  return isNear && !/['’]s\b/u.test(wordsOf(passage, [source]))
    ? roster.namedWithin(subject, isBody)?.name
    : undefined;
}
