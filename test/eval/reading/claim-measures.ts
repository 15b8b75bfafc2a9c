import type { Extractor, StanceDraft } from '../../../extract/extractor.ts';
import { overlap, type Span } from '../../../extract/words/span.ts';
import type { GoldArticle } from '../polnear.ts';
import { likeness, unresolved } from './claim-likeness.ts';
import { goldClaim } from './gold-file.ts';

/** What the claims of a corpus' drafts look like, without anybody's judgement. */
export interface ClaimMeasures {
  readonly articles: number;
  readonly spoken: number;
  /** In the publisher's own voice. */
  readonly narrated: number;
  /** Claims of spoken drafts that leave a pronoun open: `he`, `they`, `we`. */
  readonly open: readonly string[];
  /** Those that leave none open but `you`, which may be anybody. */
  readonly toYou: readonly string[];
}

export function claimMeasures(extractor: Extractor, texts: readonly string[]): ClaimMeasures {
  const drafts = texts.flatMap((text) => draftsWithClaims(extractor, text));
  const spoken = drafts.filter(({ draft }) => draft.evidence.mode !== 'NARRATED');
  const marked = spoken.map(({ claim }) => {
    const left = unresolved(claim);
    return { claim: `${claim} (${left.join(', ')})`, left };
  });
  const isYou = (word: string) => word.startsWith('you');
  return {
    articles: texts.length,
    spoken: spoken.length,
    narrated: drafts.length - spoken.length,
    open: marked.flatMap(({ claim, left }) => (left.every(isYou) ? [] : [claim])),
    toYou: marked.flatMap(({ claim, left }) =>
      left.length > 0 && left.every(isYou) ? [claim] : [],
    ),
  };
}

interface DraftWithClaim {
  readonly draft: StanceDraft;
  readonly holder: string;
  readonly claim: string;
}

function draftsWithClaims(extractor: Extractor, text: string): DraftWithClaim[] {
  const { actors, claims, stances } = extractor.extract({ text });
  const names = new Map(actors.map(({ id, name }) => [id, name]));
  const texts = new Map(claims.map((claim) => [claim.id, claim.text]));
  return stances.map((draft) => ({
    draft,
    holder: names.get(draft.actor) ?? '',
    claim: texts.get(draft.claim) ?? '',
  }));
}

export function claimReport(title: string, measures: ClaimMeasures): string {
  const { articles, spoken, narrated, open, toYou } = measures;
  const each = (count: number) => (count / articles).toFixed(1);
  const share = (count: number) => `${((100 * count) / spoken).toFixed(1)} %`;
  return [
    `\n${title}: ${articles} articles`,
    `  drafts an article: ${each(spoken)} spoken, ${each(narrated)} narrated`,
    `  claims of spoken drafts that leave a pronoun open: ${open.length} of ${spoken} (${share(open.length)}); none but you: ${toYou.length} (${share(toYou.length)})`,
  ].join('\n');
}

/** A denial that people marked in the corpus, and what was drafted where it stands. */
export interface MarkedDenial {
  readonly article: string;
  readonly source: string;
  readonly cue: string;
  readonly content: string;
  readonly drafts: readonly DraftWithClaim[];
}

const denying = /\b(?:den(?:y|ied|ies|ying)|disput(?:e|ed|es|ing)|refut\w+|rebut\w*|debunk\w*)\b/iu;
// A permit, a motion or a nominee is denied, too, and a dispute is none.
const refusing = /\b(?:permits?|status|motion|nomination|victory|dispute is|dispute over)\b/iu;

/** Explicit denials: the verb denies, somebody is named or told of, and what is denied can be true or false. */
export function markedDenials(
  extractor: Extractor,
  articles: readonly GoldArticle[],
): MarkedDenial[] {
  return articles.flatMap(({ name, text, attributions }) => {
    const words = (spans: readonly Span[]) =>
      spans.map(({ start, end }) => text.slice(start, end)).join(' … ');
    const denials = attributions.filter(
      ({ source, cue, content }) =>
        source.length > 0 &&
        denying.test(words(cue)) &&
        !refusing.test(`${words(cue)} ${words(content)}`),
    );
    if (denials.length === 0) return [];
    const drafts = draftsWithClaims(extractor, text);
    return denials.map(({ source, cue, content }) => ({
      article: name,
      source: words(source),
      cue: words(cue),
      content: words(content),
      drafts: drafts.filter(({ draft }) =>
        draft.evidence.marks.cue.some((one) => cue.some((other) => overlap(one, other) > 0)),
      ),
    }));
  });
}

export function denialReport(denials: readonly MarkedDenial[]): string {
  const isAgainst = ({ drafts }: MarkedDenial) =>
    drafts.some(({ draft: { kind } }) => kind === 'DENIES' || kind === 'OPPOSES');
  const lines = denials.flatMap(({ article, source, cue, content, drafts }) => [
    `\n  ${article}`,
    `    ${source} | ${cue} | ${content}`,
    ...drafts.map(({ holder, draft, claim }) => `    -> ${holder} ${draft.kind} «${claim}»`),
  ]);
  const count = (name: string, of: readonly MarkedDenial[]) =>
    `${name}: ${of.length}, drafted as such ${of.filter(isAgainst).length}`;
  const byDeny = denials.filter(({ cue }) => /\bden(?:y|ied|ies|ying)\b/iu.test(cue));
  return [
    ...lines,
    `\n${count('explicit denials', denials)}; ${count('by the verb deny', byDeny)}; whether the claim is right is for a person to say`,
  ].join('\n');
}

const call = goldClaim(
  'the call',
  `Trump Putin phone|phoned|call|called|spoke|spoken|talked|conversation|contacted|reached [Donald] [Vladimir] [President] [elect] [Russian] [US]
  [held] [phone] [Thursday] [week] [last] [Ukraine] [conflict] [Florida] [resort] [out] [Mar-a-Lago] [took] [place] -would [ongoing] [discuss] [war] [alleged] [allegedly]
  // two|both leaders phone|call|conversation|communication [phone] [took] [place] [between]
  // phone|such|any call|communication|conversation [phone] [call] [took] [place] [there] [was]`.replace(
    /\s+/gu,
    ' ',
  ),
);

/** The claims that one call comes out as in a text: one is right. */
export function claimsOfTheCall(extractor: Extractor, text: string): string[] {
  const about = draftsWithClaims(extractor, text).filter(({ claim }) => {
    const { recall, precision } = likeness(claim, call, []);
    return recall === 1 && precision >= 0.6;
  });
  return [...new Set(about.map(({ draft, claim }) => `${draft.claim} ${claim}`))].map((each) =>
    each.slice(each.indexOf(' ') + 1),
  );
}
