import { slugOf } from '../actors/actor.ts';
import type { ClaimDraft, ExtractInput } from '../extractor.ts';
import { affirmed } from './affirmed.ts';
import type { Claim } from './claim.ts';
import { type Event, eventOf, isSameEvent } from './event.ts';
import { matterOf } from './matter.ts';

/** The claims of an article so far: one for each proposition, however it is worded. */
export interface ClaimEntries {
  readonly claimsLike: ExtractInput['claimsLike'];
  /** By their words, and by the words that carry what they are about, in their order. */
  readonly byText: Map<string, ClaimDraft>;
  readonly byMatter: Map<string, ClaimDraft>;
  readonly events: { readonly event: Event; readonly claim: ClaimDraft }[];
  /** How many claims have had each slug. */
  readonly slugs: Map<string, number>;
  /** Better words for a claim than those that it was first told in. */
  readonly reworded: Map<string, string>;
}

export function openClaimEntries(claimsLike: ExtractInput['claimsLike']): ClaimEntries {
  return {
    claimsLike,
    byText: new Map(),
    byMatter: new Map(),
    events: [],
    slugs: new Map(),
    reworded: new Map(),
  };
}

/** The claim that says so: one told before in the same words or in others, or a new one. */
export function entered(entries: ClaimEntries, { text, kind }: Claim): ClaimDraft {
  const { byText, byMatter, events, slugs, claimsLike } = entries;
  const known = byText.get(text);
  if (known !== undefined) return known;
  const event = kind === 'FACT' && !isNegation(text) ? eventOf(text) : undefined;
  const matter = `${kind} ${isNegation(text)} ${[...matterOf(text)].join(' ')}`;
  const same = byMatter.get(matter) ?? (event && claimOfEvent(entries, event));
  const claim = same ?? {
    id: unused(slugs, slugOf(text, 'claim')),
    text,
    kind,
    candidates: claimsLike?.(text) ?? [],
  };
  byText.set(text, claim);
  if (!byMatter.has(matter)) byMatter.set(matter, claim);
  if (event !== undefined) events.push({ event, claim });
  if (same !== undefined && isBetter(text, entries.reworded.get(same.id) ?? same.text))
    entries.reworded.set(same.id, text);
  return claim;
}

/** Stands for what somebody denies where the text does not tell it for certain; each is one of its own. */
export function untold({ byText, slugs }: ClaimEntries): ClaimDraft {
  const text = 'Something: what?';
  const id = unused(slugs, slugOf(text, 'claim'));
  const claim = { id, text, kind: 'FACT' as const, candidates: [], isUntold: true };
  byText.set(`${text} ${id}`, claim);
  return claim;
}

// Who tells of one event calls it the same a few sentences on.
const farthest = 60;

function claimOfEvent({ events }: ClaimEntries, event: Event): ClaimDraft | undefined {
  return events.slice(-farthest).findLast((one) => isSameEvent(one.event, event))?.claim;
}

/** Whether `There was a call` and headlines come off worse. */
function isBetter(text: string, than: string): boolean {
  const faults = (words: string) =>
    words.match(/^There (?:was|were) |\b(?:Mr|Mrs|Ms|Dr)\b/gu)?.length ?? 0;
  return faults(text) < faults(than);
}

/** The claims, each in its best words. */
export function claimDrafts({ byText, reworded }: ClaimEntries): ClaimDraft[] {
  return [...new Set(byText.values())].map((claim) => {
    const text = reworded.get(claim.id);
    return text === undefined ? claim : { ...claim, text };
  });
}

/** Whether what it says first is that something is not so. */
export function isNegation(text: string): boolean {
  const opening = text.split(/[,;:.]/u)[0] ?? '';
  return affirmed(opening) !== opening;
}

/** The slug, numbered where another claim of the article has it. */
function unused(slugs: Map<string, number>, slug: string): string {
  const count = (slugs.get(slug) ?? 0) + 1;
  slugs.set(slug, count);
  return count === 1 ? slug : `${slug.slice(0, 72)}-${count}`;
}
