import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { assertActor } from '../../../db/rules/actor.ts';
import { assertAffiliation } from '../../../db/rules/affiliation.ts';
import { assertSha256 } from '../../../db/rules/article.ts';
import { assertAttribution, type ChainLink } from '../../../db/rules/attribution.ts';
import { assertClaimLink } from '../../../db/rules/claim-link.ts';
import { assertPeriod } from '../../../db/rules/date.ts';
import { assertLanguage } from '../../../db/rules/language.ts';
import { locateQuote } from '../../../db/rules/quote.ts';
import { isSlug } from '../../../db/rules/slug.ts';
import {
  type ActorFacts,
  type AffiliationFacts,
  type ArticleFacts,
  type ClaimFacts,
  type LinkFacts,
  type StanceFacts,
  type StandingFacts,
  standingsIn,
} from '../../../db/rules/standing.ts';
import { summaryOf } from '../../../db/rules/summary.ts';
import { articleTextMax, assertText, fieldTextMax } from '../../../db/rules/text.ts';
import type {
  ActorKind,
  AffiliationKind,
  ClaimLinkKind,
  EvidenceMode,
  StanceKind,
} from '../../../db/rules/vocabulary.ts';

interface ActorLine {
  readonly type: 'actor';
  readonly id: string;
  readonly name: string;
  readonly kind: ActorKind;
  readonly grantedBy?: string;
  readonly wikidataId?: string;
}

interface AffiliationLine {
  readonly type: 'affiliation';
  readonly actor: string;
  readonly of: string;
  readonly kind: AffiliationKind;
}

interface ArticleLine {
  readonly type: 'article';
  readonly id: string;
  readonly title: string;
  readonly language: string;
  readonly outlet: string;
  readonly textFile: string;
  readonly sha256: string;
}

interface ClaimLine {
  readonly type: 'claim';
  readonly id: string;
  readonly text: string;
  readonly language: string;
  readonly happenedFrom?: string;
  readonly happenedUntil?: string;
}

interface ClaimLinkLine {
  readonly type: 'claimLink';
  readonly from: string;
  readonly to: string;
  readonly kind: ClaimLinkKind;
}

interface StanceLine {
  readonly type: 'stance';
  readonly id: string;
  readonly claim: string;
  readonly actor: string;
  readonly kind: StanceKind;
  readonly saidOn?: string;
  readonly saidIn?: string;
  readonly evidence: readonly {
    readonly article: string;
    readonly quote: string;
    readonly start: number;
    readonly end: number;
    readonly mode: EvidenceMode;
    readonly attribution: readonly string[];
  }[];
}

type Line = (
  | { readonly type: 'record' }
  | ActorLine
  | AffiliationLine
  | ArticleLine
  | ClaimLine
  | ClaimLinkLine
  | StanceLine
) & { readonly number: number };

const seeds = new URL('../../../../shared/seeds/', import.meta.url);
const present = existsSync(new URL('record.jsonl', seeds));
const lines: readonly Line[] = present ? readLines() : [];

const actors = linesOf('actor');
const articles = linesOf('article');
const claims = linesOf('claim');
const stances = linesOf('stance');
const keys = new Map([...actors, ...articles, ...claims].map(({ id, number }) => [id, number]));

describe.skipIf(!present)(
  present ? 'the founding record' : 'the founding record: SKIPPED, ../shared/seeds is not here',
  () => {
    test('its forty claims stand as the guide says', () => {
      const standings = claims.map(({ id }) => ({ id, ...standingsIn(factsOf()).of(key(id)) }));

      const those = (is: (standing: (typeof standings)[number]) => boolean) =>
        standings.filter(is).map(({ id }) => id);
      expect(those(({ status }) => status === 'DISPUTED')).toEqual([
        'call-happened',
        'withdrawal-precondition',
      ]);
      expect(those(({ status }) => status === 'ASSERTED')).toHaveLength(34);
      expect(those(({ status }) => status === 'REPORTED')).toHaveLength(2);
      expect(those(({ status }) => status === 'CORROBORATED')).toEqual([
        'report-anonymous',
        'trump-no-specifics',
      ]);
      expect(those(({ disputedVia }) => disputedVia.length > 0)).toHaveLength(7);
      expect(those(({ onlyUnnamedSources }) => onlyUnnamedSources)).toHaveLength(9);
    });

    test('the call is told in one sentence, as are the others', () => {
      expect(summary('call-happened', factsOf())).toBe(
        'Denied by the Kremlin (also by Dmitry Peskov); reported by The Washington Post on the word of unnamed sources.',
      );
      expect(summary('withdrawal-precondition', factsOf())).toBe(
        'Opposed by Volodymyr Zelensky; supported by Vladimir Putin.',
      );
      expect(summary('musk-continues-starlink', factsOf())).toBe(
        'Asserted by Elon Musk, according to unnamed sources.',
      );
      expect(summary('six-billion', factsOf())).toBe(
        'Asserted by the Biden administration (through Jake Sullivan).',
      );
      expect(summary('call-troops-reminder', factsOf())).toBe('Reported by The Washington Post.');
    });

    test('if the Post retracts, the call is denied, and was disputed until then', () => {
      const number = lines.length + 1;
      const retraction: StanceLine & { readonly number: number } = {
        type: 'stance',
        id: 'washington-post-retracts-call-happened',
        claim: 'call-happened',
        actor: 'washington-post',
        kind: 'RETRACTS',
        saidOn: '2024-11-12',
        evidence: [
          {
            article: 'article-001',
            quote: 'The Washington Post',
            start: 961,
            end: 980,
            mode: 'NOMINAL',
            attribution: ['outlet-001', 'washington-post'],
          },
        ],
        number,
      };
      const facts = factsOf([...stances, retraction]);

      const call = key('call-happened');
      expect(standingsIn(facts).of(call).status).toBe('DENIED');
      expect(summary('call-happened', facts)).toBe(
        'Denied by the Kremlin (also by Dmitry Peskov); retracted by The Washington Post.',
      );
      expect(standingsIn(facts, { asOf: lines.length, saidBy: null }).of(call).status).toBe(
        'DISPUTED',
      );
      const dayBefore = Date.parse('2024-11-11');
      expect(standingsIn(facts, { asOf: null, saidBy: dayBefore }).of(call).status).toBe(
        'DISPUTED',
      );
    });

    test('every line keeps the rules', () => {
      for (const { id, kind, grantedBy, wikidataId } of actors) {
        const outlet = grantedBy === undefined ? null : link(grantedBy);
        assertActor({ kind, grantedBy: outlet, wikidataId: wikidataId ?? null }, [id]);
        expect(isSlug(id)).toBe(true);
      }
      for (const { actor, of } of linesOf('affiliation')) {
        assertAffiliation({ actor, of, from: null, until: null }, [actor]);
      }
      for (const { id, title, language, sha256, textFile } of articles) {
        assertSha256(sha256, [id]);
        assertLanguage(language, [id]);
        assertText(title, { max: fieldTextMax, path: [id] });
        assertText(textOf(textFile), { max: articleTextMax, path: [id] });
      }
      for (const { id, text, language, happenedFrom, happenedUntil } of claims) {
        assertText(text, { max: fieldTextMax, path: [id] });
        assertLanguage(language, [id]);
        const period = [happenedFrom ?? null, happenedUntil ?? null] as const;
        assertPeriod(period, ['happenedFrom', 'happenedUntil'], [id]);
      }
      for (const { from, to } of linesOf('claimLink')) {
        assertClaimLink({ from, to }, [from]);
      }
    });

    test('every quote stands in its article, and every chain leads from its outlet to the holder', () => {
      for (const { id, actor, evidence } of stances) {
        for (const { article, quote, start, end, attribution } of evidence) {
          const { outlet, textFile } = articleOf(article);
          const place = locateQuote(textOf(textFile), quote, { span: { start, end }, path: [id] });
          expect(place).toEqual({ start, end, text: quote });
          const chain = attribution.map(link);
          const facts = { chain, outlet, creditedTo: null, holder: actor };
          assertAttribution(facts, [id]);
        }
      }
    });
  },
);

function readLines(): readonly Line[] {
  return readFileSync(new URL('record.jsonl', seeds), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line, i) => ({ ...JSON.parse(line), number: i + 1 }));
}

function linesOf<T extends Line['type']>(type: T): readonly Extract<Line, { type: T }>[] {
  return lines.filter((line): line is Extract<Line, { type: T }> => line.type === type);
}

function key(id: string): number {
  const found = keys.get(id);
  if (found === undefined) throw new Error(`The record has no ${id}.`);
  return found;
}

function link(slug: string) {
  const actor = actors.find(({ id }) => id === slug);
  if (actor === undefined) throw new Error(`The record has no actor ${slug}.`);
  return { slug, kind: actor.kind, grantedBy: actor.grantedBy ?? null } satisfies ChainLink;
}

function actorFacts(slug: string): ActorFacts {
  const { kind, grantedBy } = link(slug);
  return { told: { kind }, corrections: [], grantedBy: grantedBy === null ? null : key(grantedBy) };
}

function articleOf(slug: string): ArticleLine {
  const article = articles.find(({ id }) => id === slug);
  if (article === undefined) throw new Error(`The record has no article ${slug}.`);
  return article;
}

function textOf(file: string): string {
  return readFileSync(new URL(file, seeds), 'utf8');
}

function summary(claim: string, facts: StandingFacts): string {
  const named = new Map(
    actors.map(({ id, name, kind }) => [key(id), { slug: id, ...actorFacts(id), kind, name }]),
  );
  return summaryOf(standingsIn(facts).of(key(claim)), named);
}

/** The record as facts: everything was recorded at the number of its line. */
function factsOf(of: readonly (StanceLine & { readonly number: number })[] = stances) {
  const factsOfClaim = (claim: ClaimLine): ClaimFacts => ({
    claim: key(claim.id),
    withdrawnAt: null,
    concerns: [],
    stances: of.filter((stance) => stance.claim === claim.id).map(stanceFacts),
  });
  const facts: StandingFacts = {
    claims: new Map(claims.map((claim) => [key(claim.id), factsOfClaim(claim)])),
    links: linesOf('claimLink').flatMap(({ from, to, kind, number }): LinkFacts[] =>
      kind === 'PRESUPPOSES'
        ? [{ from: key(from), to: key(to), kind, shown: null, recordedAt: number, revokedAt: null }]
        : [],
    ),
    merges: [],
    likenesses: [],
    articles: new Map(articles.map((article, i) => [key(article.id), articleFacts(article, i)])),
    actors: new Map(actors.map(({ id }) => [key(id), actorFacts(id)])),
    affiliations: linesOf('affiliation').map(
      (line): AffiliationFacts => ({
        actor: key(line.actor),
        of: key(line.of),
        kind: line.kind,
        from: null,
        until: null,
        recordedAt: line.number,
        endedAt: null,
      }),
    ),
  };
  return facts;
}

function articleFacts({ id, outlet }: ArticleLine, text: number): ArticleFacts {
  return {
    article: key(id),
    text,
    outlet: outlet === undefined ? null : key(outlet),
    recordedAt: 0,
    told: {
      creditedTo: null,
      publishedAt: null,
      publishedOn: null,
      modifiedAt: null,
      modifiedOn: null,
      supersedes: null,
    },
    corrections: [],
    withdrawals: [],
  };
}

function stanceFacts(line: StanceLine & { readonly number: number }): StanceFacts {
  return {
    stance: line.number,
    actor: key(line.actor),
    kind: line.kind,
    told: {
      saidAt: null,
      saidOn: line.saidOn ?? null,
      saidIn: line.saidIn === undefined ? null : key(line.saidIn),
      note: null,
    },
    corrections: [],
    knownBy: null,
    recordedAt: line.number,
    withdrawnAt: null,
    reviews: [{ review: 'VERIFIED', recordedAt: line.number }],
    evidence: line.evidence.map(({ article, attribution, mode }, i) => ({
      evidence: line.number * 100 + i,
      article: key(article),
      mode,
      versions: [],
      attribution: attribution.map(key),
      recordedAt: line.number,
      withdrawnAt: null,
    })),
  };
}
