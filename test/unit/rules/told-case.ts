import type {
  ActorFacts,
  AffiliationFacts,
  ArticleFacts,
  ClaimFacts,
  EvidenceFacts,
  LinkFacts,
  MergeFacts,
  StanceFacts,
  StandingFacts,
  StandingMoment,
} from '../../../db/rules/standing.ts';
import { standingsIn } from '../../../db/rules/standing.ts';
import { summaryOf } from '../../../db/rules/summary.ts';
import type { NamedActor } from '../../../db/rules/summary-name.ts';
import type { ActorKind, AffiliationKind, StanceKind } from '../../../db/rules/vocabulary.ts';

/** A piece of evidence by names. It starts out live, in an article of its own, from the outlet straight to the holder. */
interface ToldEvidence
  extends Partial<Omit<EvidenceFacts, 'article' | 'attribution' | 'versions'>> {
  readonly article?: string;
  readonly publishedAt?: number | null;
  readonly articleWithdrawals?: ArticleFacts['withdrawals'];
  /** The versions of its article in which its words stand. */
  readonly versions?: readonly string[];
  /** The chain before the holder. */
  readonly via?: readonly string[];
}

/** A stance by names. It starts out verified, with one piece of evidence, recorded at its place in the list. */
export interface ToldStance
  extends Partial<Omit<StanceFacts, 'actor' | 'evidence' | 'told'>>,
    Partial<Omit<StanceFacts['told'], 'saidIn' | 'note'>> {
  readonly actor: string;
  readonly hasNote?: boolean;
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
  /** What the kinds of actors were before they were corrected. */
  readonly kindsBefore?: Readonly<Record<string, ActorFacts['corrections']>>;
  readonly affiliations?: readonly ToldAffiliation[];
  readonly presupposes?: readonly ToldLink[];
  /** Claims that are one, and which of the two is shown. */
  readonly sameAs?: readonly ToldLink[];
  readonly merges?: readonly (readonly [from: string, into: string, more?: Partial<MergeFacts>])[];
  /** What is told of articles besides what their evidence says. */
  readonly articles?: Readonly<Record<string, ToldArticle>>;
  /** By claim, whom it bears on. */
  readonly concerns?: Readonly<Record<string, readonly string[]>>;
  /** Articles whose texts are alike. */
  readonly alike?: readonly (readonly [one: string, other: string])[];
}

export interface ToldArticle
  extends Partial<Omit<ArticleFacts['told'], 'supersedes' | 'creditedTo'>>,
    Partial<Pick<ArticleFacts, 'recordedAt' | 'withdrawals'>> {
  readonly outlet?: string;
  readonly creditedTo?: string;
  readonly supersedes?: string;
  /** The article of which it has the very text. */
  readonly textOf?: string;
  readonly corrections?: readonly { readonly at: number; readonly before: ToldBefore }[];
}

/** What a correction of an article replaced, by names. */
interface ToldBefore extends Partial<Omit<ArticleFacts['told'], 'supersedes' | 'creditedTo'>> {
  readonly supersedes?: string | null;
  readonly creditedTo?: string | null;
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
export function caseOf(told: ToldCase) {
  const { stances, kinds = {}, affiliations = [], presupposes = [], sameAs = [] } = told;
  const actorNames: string[] = [];
  const claimNames: string[] = [];
  const articles = new Articles();
  const actor = (name: string) => keyIn(actorNames, name);
  const claim = (name: string) => keyIn(claimNames, name) + 100;
  claim('claim');

  const stanceFacts = stances.map((one, i) => ({
    claim: claim(one.claim ?? 'claim'),
    facts: stanceOf(one, i + 1, { actor, claim, articles }),
  }));
  const linkOf =
    (kind: LinkFacts['kind']) =>
    ([from, to, more]: ToldLink): LinkFacts => ({
      from: claim(from),
      to: claim(to),
      kind,
      shown: kind === 'SAME_AS' ? 'FROM' : null,
      recordedAt: 0,
      revokedAt: null,
      ...more,
    });
  const links = [...presupposes.map(linkOf('PRESUPPOSES')), ...sameAs.map(linkOf('SAME_AS'))];
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
  const merges: MergeFacts[] = (told.merges ?? []).map(([from, into, more]) => ({
    from: actor(from),
    into: actor(into),
    recordedAt: 0,
    revokedAt: null,
    ...more,
  }));
  for (const [name, more] of Object.entries(told.articles ?? {})) articles.tell(name, more, actor);
  const likenesses = (told.alike ?? []).map(
    ([one, other]) => [articles.textOf(one), articles.textOf(other)] as const,
  );
  for (const outlet of actorNames.flatMap((name) => outletOf(name) ?? [])) actor(outlet);

  const named = actorNames.map((name) => {
    const facts = actorOf(name, kinds, actor);
    return [actor(name), { ...facts, corrections: told.kindsBefore?.[name] ?? [] }] as const;
  });
  const namedActors = new Map<number, NamedActor>(
    named.map(([key, { told: known, grantedBy }]) => [
      key,
      { name: actorNames[key - 1] ?? '?', ...known, grantedBy },
    ]),
  );
  const facts: StandingFacts = {
    claims: new Map<number, ClaimFacts>(
      claimNames.map((name) => [
        claim(name),
        {
          claim: claim(name),
          withdrawnAt: null,
          concerns: (told.concerns?.[name] ?? []).map(actor),
          stances: stanceFacts.filter((of) => of.claim === claim(name)).map((of) => of.facts),
        },
      ]),
    ),
    links,
    actors: new Map(named),
    merges,
    affiliations: held,
    articles: articles.facts,
    likenesses,
  };

  const name = (key: number) => actorNames[key - 1] ?? '?';
  const standingsAt = (moment: Partial<StandingMoment>) =>
    standingsIn(facts, { ...now, ...moment });
  return {
    facts,
    /** The standing, with names for the keys of actors and claims. */
    standing: (of = 'claim', moment: Partial<StandingMoment> = now) => {
      const standing = standingsAt(moment).of(claim(of));
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
        origins: standing.origins.map((origin) => name(origin.actor)),
        originArticles: standing.origins.map(({ articleCount }) => articleCount),
        disputedVia: standing.disputedVia.map((key) => claimNames[key - 101] ?? '?'),
      };
    },
    status: (of = 'claim', moment: Partial<StandingMoment> = now) =>
      standingsAt(moment).of(claim(of)).status,
    /** Who answered the claim, with names for keys, and how much it is disputed. */
    answers: () => {
      const { against, dispute, replies } = standingsAt(now).answersTo(claim('claim'));
      return {
        replies: replies.map((reply) => `${name(reply.actor)} ${reply.state} ${reply.stance}`),
        against: against.map(name),
        dispute,
      };
    },
    /** The projected stances of the claim, in the order in which they were told. */
    stances: (moment: Partial<StandingMoment> = now) =>
      [...standingsAt(moment).stancesOn(claim('claim'))].sort((a, b) => a.stance - b.stance),
    summary: (of = 'claim') => summaryOf(standingsAt(now).of(claim(of)), namedActors),
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
  const kind = outlet === undefined ? (kinds[name] ?? 'PERSON') : 'UNNAMED_SOURCE';
  return {
    told: { kind },
    corrections: [],
    grantedBy: outlet === undefined ? null : actor(outlet),
  };
}

function outletOf(name: string): string | undefined {
  return /^(?:more )?sources of (.+)$/.exec(name)?.[1];
}

/** The articles of a case: each has a text of its own unless it is told otherwise. */
class Articles {
  readonly facts = new Map<number, ArticleFacts>();
  readonly #names: string[] = [];

  key(name: string, seen: Pick<ToldEvidence, 'publishedAt' | 'articleWithdrawals'> = {}): number {
    const key = keyIn(this.#names, name);
    const known = this.facts.get(key);
    this.facts.set(key, {
      article: key,
      text: known?.text ?? key,
      outlet: known?.outlet ?? null,
      recordedAt: 0,
      told: known?.told ?? {
        creditedTo: null,
        publishedAt: seen.publishedAt ?? null,
        publishedOn: null,
        modifiedAt: null,
        modifiedOn: null,
        supersedes: null,
      },
      corrections: [],
      withdrawals: known?.withdrawals ?? seen.articleWithdrawals ?? [],
    });
    return key;
  }

  tell(name: string, told: ToldArticle, actor: (name: string) => number): void {
    const { outlet, creditedTo, supersedes, textOf, recordedAt = 0, ...more } = told;
    const { corrections = [], withdrawals, ...dates } = more;
    const key = this.key(name);
    const older = supersedes === undefined ? null : this.key(supersedes);
    const known = this.facts.get(key);
    if (known === undefined) throw new Error(`There is no article ${name}.`);
    this.facts.set(key, {
      ...known,
      recordedAt,
      withdrawals: withdrawals ?? known.withdrawals,
      corrections: corrections.map(({ at, before }) => ({
        at,
        before: {
          ...withoutNames(before),
          ...(before.supersedes !== undefined && {
            supersedes: before.supersedes === null ? null : this.key(before.supersedes),
          }),
          ...(before.creditedTo !== undefined && {
            creditedTo: before.creditedTo === null ? null : actor(before.creditedTo),
          }),
        },
      })),
      text: textOf === undefined ? known.text : this.textOf(textOf),
      outlet: outlet === undefined ? null : actor(outlet),
      told: {
        ...known.told,
        ...dates,
        creditedTo: creditedTo === undefined ? null : actor(creditedTo),
        supersedes: older,
      },
    });
  }

  textOf(name: string): number {
    return this.facts.get(this.key(name))?.text ?? 0;
  }
}

function withoutNames({ supersedes: _older, creditedTo: _agency, ...dates }: ToldBefore) {
  return dates;
}

function stanceOf(
  { claim: _claim, actor, evidence, via, ...more }: ToldStance,
  place: number,
  keys: Readonly<Record<'actor' | 'claim', (name: string) => number>> & {
    readonly articles: Articles;
  },
): StanceFacts {
  const { saidAt = null, saidOn = null, saidIn, hasNote = false, ...told } = more;
  const recordedAt = told.recordedAt ?? place;
  const shown = evidence ?? [via === undefined ? {} : { via }];
  return {
    stance: place,
    actor: keys.actor(actor),
    told: {
      saidAt,
      saidOn,
      saidIn: saidIn ? keys.claim(saidIn) : null,
      note: hasNote ? 'A note.' : null,
    },
    corrections: [],
    knownBy: null,
    recordedAt,
    withdrawnAt: null,
    reviews: [{ review: 'VERIFIED', recordedAt }],
    evidence: shown.map((piece, i) => {
      const { via: chain = ['outlet'], article, publishedAt, articleWithdrawals, ...more } = piece;
      const { versions = [], ...rest } = more;
      return {
        evidence: place * 100 + i,
        article: keys.articles.key(article ?? `article of ${place}, ${i}`, {
          ...(publishedAt === undefined ? {} : { publishedAt }),
          ...(articleWithdrawals === undefined ? {} : { articleWithdrawals }),
        }),
        mode: 'INDIRECT',
        versions: versions.map((version) => keys.articles.key(version)),
        attribution: [...chain.filter((link) => link !== actor), actor].map(keys.actor),
        recordedAt,
        withdrawnAt: null,
        ...rest,
      };
    }),
    ...told,
  };
}
