import type { ActorDraft } from './actors/actor.ts';
import { spokespeople } from './actors/gazetteer.ts';
import { outletNear } from './actors/outlet-near.ts';
import { rosterOf } from './actors/roster.ts';
import type { Scene, Speaker } from './actors/scene.ts';
import { labelled, speakersOf } from './actors/speaker.ts';
import { spokenFor } from './actors/spokespeople.ts';
import { openClaimBook } from './claims/book.ts';
import { claimOf } from './claims/claim.ts';
import { claimMeant, mention, reportedFirst } from './claims/claim-book.ts';
import { claimDrafts, untold } from './claims/claim-entries.ts';
import { holderOf } from './claims/holder.ts';
import { withMainSentence } from './claims/main-sentence.ts';
import { isTurnedRound, remember } from './claims/turned-round.ts';
import type { Drafting } from './drafting.ts';
import type { Drafts, ExtractInput, Marks, StanceDraft } from './extractor.ts';
import { answering, insteadOfOutlet, isOwnWord, otherThanNamed } from './speaker-meant.ts';
import { citedSource } from './stances/cited.ts';
import { confidenceOf } from './stances/confidence.ts';
import { isAgainstOthers } from './stances/narrated.ts';
import { reportsFirst } from './stances/reports-first.ts';
import { saidOn } from './stances/said-on.ts';
import { saidPhrase } from './stances/said-phrase.ts';
import { positionOf } from './stances/stance.ts';
import type { Statement } from './stances/statement.ts';
import { withoutRepeats } from './without-repeats.ts';
import { type Passage, type Range, wordsOf, writtenAt } from './words/passage.ts';

/** Turns statements into drafts of actors, claims and stances. */
export function draftsOf(
  passage: Passage,
  statements: readonly Statement[],
  input: ExtractInput,
): Drafts {
  const roster = rosterOf(passage, input.publisher ?? {}, input.actors ?? []);
  const drafting: Drafting = {
    passage,
    roster,
    input,
    book: openClaimBook(input.claimsLike),
    stances: [],
    stands: new Map(),
    awaited: new Map(),
    chains: new Map(),
    lastSpeaker: undefined,
    lastSpokeAt: 0,
    before: undefined,
  };
  const ordered = reportsFirst(statements, {
    isOutlet: (source) => roster.namedWithin(source, ({ kind }) => kind === 'OUTLET') !== undefined,
    isNamed: (source) => roster.namedWithin(source, () => true) !== undefined,
  });
  for (const statement of ordered) if (isAsked(drafting, statement)) draft(drafting, statement);
  const stances = withoutRepeats(drafting, settled(drafting));
  const claims = new Set(stances.map(({ claim }) => claim));
  const holders = new Set(stances.map(({ actor }) => actor));
  const spoken = spokenFor(passage, roster).filter(({ actor }) => holders.has(actor.id));
  const ids = new Set([
    ...stances.flatMap(({ actor, evidence }) => [actor, ...evidence.attribution]),
    ...spoken.map(({ of }) => of.id),
  ]);
  return {
    actors: roster.drafts(ids),
    claims: claimDrafts(drafting.book.entries).filter(({ id }) => claims.has(id)),
    stances,
    affiliations: spoken.map(({ actor, of, role }) => {
      return { actor: actor.id, of: of.id, kind: 'SPEAKS_FOR', role };
    }),
  };
}

/** What the publisher tells is left out unless it is asked for, or is told against what others claim. */
function isAsked({ passage, input }: Drafting, { mode, content }: Statement): boolean {
  return (
    mode !== 'NARRATED' || input.narrated === true || isAgainstOthers(wordsOf(passage, content))
  );
}

/** The stances; those whose words point at a report are on what the text says later that was in it. */
function settled({ stances, stands, book, awaited }: Drafting): StanceDraft[] {
  const first = reportedFirst(book);
  return stances.flatMap((stance) => {
    if (stance.claim !== '') return [stance];
    const isTold = awaited.get(stance) !== undefined;
    const claim = first ?? (isTold ? untold(book.entries).id : undefined);
    if (claim === undefined) return [];
    const meant = { claim, kind: stance.kind, isPointed: true };
    return isTurnedRound(stands, stance.actor, meant) ? [] : [{ ...stance, claim }];
  });
}

function draft(drafting: Drafting, statement: Statement): void {
  const { roster } = drafting;
  const above = (statement.within && drafting.chains.get(statement.within)) ?? [roster.publisher];
  const hidden = roster.described('Unattributed (reportedly)', 'UNNAMED_SOURCE', roster.publisher);
  const passing = statement.isHidden ? outletNear(drafting, statement) : undefined;
  const chain = statement.isHidden ? [...above, passing ?? hidden] : above;
  if (statement.source !== undefined) {
    attribute(drafting, { statement, source: statement.source, above, chain });
    return;
  }
  const isOwn = statement.mode === 'NARRATED' || statement.frame === 'rating';
  if (statement.lemma === 'accuse' && !statement.negated) mentionAccusation(drafting, statement);
  if (isOwn || statement.isHidden) enter(drafting, statement, [roster.publisher]);
  if (statement.isHidden) enter(drafting, statement, chain);
}

function mentionAccusation(drafting: Drafting, statement: Statement): void {
  const { passage, roster, book } = drafting;
  const holder = holderOf(drafting, statement, { actor: roster.publisher, kind: 'ASSERTS' });
  const sentence = passage.words[statement.cue.first]?.sentence ?? 0;
  mention(book, claimOf(passage, statement, holder), sentence);
}

interface Attributed {
  readonly statement: Statement;
  readonly source: Range;
  /** Who passes it on, the publisher first. */
  readonly above: readonly ActorDraft[];
  /** The same, with the hidden source where there is one. */
  readonly chain: readonly ActorDraft[];
}

function attribute(drafting: Drafting, { statement, source, above, chain }: Attributed): void {
  const { roster } = drafting;
  const scene: Scene = {
    passage: drafting.passage,
    roster,
    // Reports are drafted before what answers them: who speaks further down is nobody's `he`.
    lastSpeaker: statement.cue.first < drafting.lastSpokeAt ? undefined : drafting.lastSpeaker,
    outlet: above.findLast(({ kind }) => kind === 'OUTLET') ?? roster.publisher,
  };
  const found = isOwnWord(drafting, statement, source)
    ? [{ actor: roster.publisher }]
    : speakersOf(scene, source);
  const speakers =
    found.length === 0 && statement.frame === 'colon' ? labelled(scene, source) : found;
  for (const found of speakers) {
    if (statement.within !== undefined && above.at(-1)?.id === found.actor.id) {
      drafting.chains.set(statement, above);
      continue;
    }
    const meant = otherThanNamed(drafting, statement, insteadOfOutlet(drafting, statement, found));
    const speaker = meant && answering(drafting, statement, meant);
    if (speaker !== undefined) speak(drafting, statement, { speaker, chain });
  }
  if (statement.within === undefined) drafting.before = statement;
  const [first] = speakers;
  if (first?.actor.kind === 'OUTLET') cite(drafting, statement, scene);
}

/** An outlet and those whom it cites say the same. */
function cite(drafting: Drafting, statement: Statement, scene: Scene): void {
  const cited = citedSource(drafting.passage, statement);
  const chain = drafting.chains.get(statement);
  const outlet = chain?.at(-1);
  if (cited === undefined || chain === undefined || outlet === undefined) return;
  for (const { actor } of speakersOf({ ...scene, outlet }, cited)) {
    if (actor.kind === 'UNNAMED_SOURCE') enter(drafting, statement, [...chain, actor]);
  }
}

function speak(
  drafting: Drafting,
  statement: Statement,
  { speaker, chain }: { speaker: Speaker; chain: readonly ActorDraft[] },
): void {
  const { actor, through } = speaker;
  const own = through === undefined || chain.includes(through) ? chain : [...chain, through];
  if (own !== chain && speaker.isSilent !== true) enter(drafting, statement, own);
  const whole = own.at(-1)?.id === actor.id ? own : [...own, actor];
  const isUnsure = speaker.isUnsure === true;
  if (!drafting.chains.has(statement)) drafting.chains.set(statement, whole);
  const isHeard = isOne(actor) || isSpokesperson(drafting, statement);
  if (isHeard && statement.within?.mode !== 'DIRECT') {
    drafting.lastSpeaker = actor;
    drafting.lastSpokeAt = statement.cue.first;
  }
  enter(drafting, isUnsure ? { ...statement, isUnsure } : statement, whole);
}

/** Whether `he` or `she` may mean the actor: a person, or a source who is alone. */
function isOne({ kind, name }: ActorDraft): boolean {
  return kind === 'PERSON' || (kind === 'UNNAMED_SOURCE' && /^(?:an?|one|another) /iu.test(name));
}

/** `A spokesman for Holm said it. He added`: he is Holm again. */
function isSpokesperson({ passage: { words } }: Drafting, { source }: Statement): boolean {
  const { first, last } = source ?? { first: 0, last: -1 };
  return words.slice(first, last + 1).some(({ lower }) => spokespeople.has(lower));
}

function enter(drafting: Drafting, whole: Statement, chain: readonly ActorDraft[]): void {
  const { passage, stances, stands } = drafting;
  if (whole.isChain === true) return;
  const statement = withMainSentence(passage, whole);
  const actor = chain.at(-1);
  const position = actor && positionOf(passage, statement, actor);
  if (actor === undefined || position === undefined) return;
  const { start, end } = writtenAt(passage, statement.quote);
  const holder = holderOf(drafting, statement, { actor, kind: position.kind });
  const meant = claimMeant(drafting.book, passage, { statement, holder });
  if (meant === undefined) {
    if (whole.otherwise !== undefined) enter(drafting, whole.otherwise, chain);
    return;
  }
  if (isTurnedRound(stands, actor.id, meant)) return;
  if (meant.kind === 'DENIES' && meant.claim !== undefined)
    drafting.book.denied.set(actor.id, meant.claim);
  const claim = meant.isUntold === true ? untold(drafting.book.entries).id : meant.claim;
  const stance: StanceDraft = {
    claim: claim ?? '',
    actor: actor.id,
    ...position,
    kind: meant.kind,
    ...whenSaid(saidPhrase(passage, statement), drafting.input),
    evidence: {
      quote: drafting.input.text.slice(start, end),
      start,
      end,
      mode: statement.mode,
      ...(statement.mode === 'NARRATED' ? {} : { cue: wordsOf(passage, [statement.cue]) }),
      attribution: chain.map(({ id }) => id),
      confidence: confidenceOf(statement, meant),
      marks: marksOf(passage, whole),
    },
  };
  stances.push(stance);
  remember(stands, stance);
  if (claim === undefined) drafting.awaited.set(stance, meant.otherwise);
}

function whenSaid(phrase: string | undefined, { publishedOn }: ExtractInput) {
  if (phrase === undefined) return {};
  const day = saidOn(phrase, publishedOn);
  return { saidPhrase: phrase, ...(day !== undefined && { saidOn: day }) };
}

function marksOf(passage: Passage, { source, cue, content, mode }: Statement): Marks {
  const spans = (ranges: readonly Range[]) => ranges.map((range) => writtenAt(passage, range));
  return {
    source: spans(source === undefined ? [] : [source]),
    cue: spans(mode === 'NARRATED' ? [] : [cue]),
    content: spans(content),
  };
}
