import type {
  ActorFacts,
  AffiliationFacts,
  ClaimFacts,
  EvidenceFacts,
  LinkFacts,
  StanceFacts,
  StandingFacts,
  StandingMoment,
} from '../../../db/rules/standing.ts';
import { stancesProjected, standingOf } from '../../../db/rules/standing.ts';
import { summaryOf } from '../../../db/rules/summary.ts';
import type { NamedActor } from '../../../db/rules/summary-name.ts';
import type { ActorKind, AffiliationKind, StanceKind } from '../../../db/rules/vocabulary.ts';

/** A piece of evidence by names. It starts out live, in an article of its own, from the outlet straight to the holder. */
interface ToldEvidence extends Partial<Omit<EvidenceFacts, 'article' | 'attribution'>> {
  readonly article?: string;
  /** The chain before the holder. */
  readonly via?: readonly string[];
}

/** A stance by names. It starts out verified, with one piece of evidence, recorded at its place in the list. */
export interface ToldStance extends Partial<Omit<StanceFacts, 'actor' | 'evidence' | 'saidIn'>> {
  readonly actor: string;
  readonly kind: StanceKind;
  readonly claim?: string;
  readonly saidIn?: string | null;
  readonly evidence?: readonly ToldEvidence[];
  /** The chain before the holder, where there is one piece of evidence. */
  readonly via?: readonly string[];
}

export interface ToldCase {
  readonly stances: readonly ToldStance[];
  /** Actors that are not plain persons; `sources of X`, `more sources of X` are X’s unnamed sources in any case. */
  readonly kinds?: Readonly<Record<string, ActorKind>>;
  readonly affiliations?: readonly ToldAffiliation[];
  readonly presupposes?: readonly ToldLink[];
}

export type ToldAffiliation = readonly [
  actor: string,
  kind: AffiliationKind,
  of: string,
  more?: Partial<AffiliationFacts>,
];

type ToldLink = readonly [from: string, to: string, more?: Partial<LinkFacts>];

const now: StandingMoment = { asOf: null, saidBy: null };

/** A record of a few stances, and its standings with names for keys. The claim is `claim` unless one is named. */
export function caseOf({ stances, kinds = {}, affiliations = [], presupposes = [] }: ToldCase) {
  const actorNames: string[] = [];
  const claimNames: string[] = [];
  const articleNames: string[] = [];
  const actor = (name: string) => keyIn(actorNames, name);
  const claim = (name: string) => keyIn(claimNames, name) + 100;
  const article = (name: string) => keyIn(articleNames, name);
  claim('claim');

  const stanceFacts = stances.map((told, i) => ({
    claim: claim(told.claim ?? 'claim'),
    facts: stanceOf(told, i + 1, { actor, claim, article }),
  }));
  const links = presupposes.map(([from, to, more]) => ({
    from: claim(from),
    link: { to: claim(to), recordedAt: 0, revokedAt: null, ...more },
  }));
  const held: AffiliationFacts[] = affiliations.map(([name, kind, of, more]) => ({
    actor: actor(name),
    of: actor(of),
    kind,
    from: null,
    until: null,
    recordedAt: 0,
    endedAt: null,
    ...more,
  }));
  for (const outlet of actorNames.flatMap((name) => outletOf(name) ?? [])) actor(outlet);

  const namedActors = new Map<number, NamedActor>(
    actorNames.map((name) => [actor(name), { name, ...actorOf(name, kinds, actor) }]),
  );
  const facts: StandingFacts = {
    claims: new Map<number, ClaimFacts>(
      claimNames.map((name) => [
        claim(name),
        {
          claim: claim(name),
          stances: stanceFacts.filter((of) => of.claim === claim(name)).map((of) => of.facts),
          presupposes: links.filter(({ from }) => from === claim(name)).map(({ link }) => link),
        },
      ]),
    ),
    actors: namedActors,
    affiliations: held,
  };

  const name = (key: number) => actorNames[key - 1] ?? '?';
  return {
    facts,
    /** The standing, with names for the keys of actors and claims. */
    standing: (of = 'claim', moment: Partial<StandingMoment> = now) => {
      const standing = standingOf(facts, claim(of), { ...now, ...moment });
      return {
        ...standing,
        sides: standing.sides.map((side) => ({
          ...side,
          actor: name(side.actor),
          holder: name(side.holder),
          spokenBy: side.spokenBy.map(name),
          dissenting: side.dissenting.map(name),
          onWordOf: side.onWordOf.map(name),
        })),
        retracted: standing.retracted.map((by) => ({ ...by, actor: name(by.actor) })),
        origins: standing.origins.map(name),
        disputedVia: standing.disputedVia.map((key) => claimNames[key - 101] ?? '?'),
      };
    },
    status: (of = 'claim', moment: Partial<StandingMoment> = now) =>
      standingOf(facts, claim(of), { ...now, ...moment }).status,
    /** The projected stances of the claim, in the order in which they were told. */
    stances: (moment: Partial<StandingMoment> = now) =>
      [...stancesProjected(facts, claim('claim'), { ...now, ...moment })].sort(
        (a, b) => a.stance - b.stance,
      ),
    summary: (of = 'claim') => summaryOf(standingOf(facts, claim(of)), namedActors),
  };
}

/** A stance for a case. */
export function said(actor: string, kind: StanceKind, more: Partial<ToldStance> = {}): ToldStance {
  return { actor, kind, ...more };
}

/** A moment in milliseconds. */
export function at(moment: string): number {
  return Date.parse(moment);
}

function keyIn(names: string[], name: string): number {
  if (!names.includes(name)) names.push(name);
  return names.indexOf(name) + 1;
}

function actorOf(
  name: string,
  kinds: Readonly<Record<string, ActorKind>>,
  actor: (name: string) => number,
): ActorFacts {
  const outlet = outletOf(name);
  if (outlet !== undefined) return { kind: 'UNNAMED_SOURCE', grantedBy: actor(outlet) };
  return { kind: kinds[name] ?? 'PERSON', grantedBy: null };
}

function outletOf(name: string): string | undefined {
  return /^(?:more )?sources of (.+)$/.exec(name)?.[1];
}

function stanceOf(
  { claim: _claim, actor, saidIn, evidence, via, ...told }: ToldStance,
  place: number,
  keys: Readonly<Record<'actor' | 'claim' | 'article', (name: string) => number>>,
): StanceFacts {
  const recordedAt = told.recordedAt ?? place;
  const shown = evidence ?? [via === undefined ? {} : { via }];
  return {
    stance: place,
    actor: keys.actor(actor),
    saidAt: null,
    saidOn: null,
    saidIn: saidIn ? keys.claim(saidIn) : null,
    hasNote: false,
    recordedAt,
    withdrawnAt: null,
    reviews: [{ review: 'VERIFIED', recordedAt }],
    evidence: shown.map(({ via: chain = ['outlet'], article, ...more }, i) => ({
      evidence: place * 100 + i,
      article: keys.article(article ?? `article of ${place}`),
      publishedAt: null,
      attribution: [...chain.filter((link) => link !== actor), actor].map(keys.actor),
      recordedAt,
      withdrawnAt: null,
      articleWithdrawals: [],
      ...more,
    })),
    ...told,
  };
}
