import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ActorDraft } from '../../extract/actors/actor.ts';
import { keyOf } from '../../extract/actors/roster.ts';
import type { Drafts, Extractor, StanceDraft } from '../../extract/extractor.ts';
import { overlap } from '../../extract/words/span.ts';

const seeds = '../shared/seeds';

export const hasFounding = existsSync(join(seeds, 'record.jsonl'));

interface RecordActor {
  readonly type: string;
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly aliases?: readonly string[];
}

/** One piece of evidence on the founding record that has a cue, with its stance. */
export interface Piece {
  readonly article: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly cue: string;
  readonly actor: RecordActor;
  readonly kind: string;
}

interface Line extends RecordActor {
  readonly textFile: string;
  readonly actor: string;
  readonly kind: string;
  readonly evidence: readonly {
    article: string;
    start: number;
    end: number;
    quote: string;
    cue?: string;
  }[];
}

export interface Founding {
  readonly articles: readonly { readonly id: string; readonly text: string }[];
  readonly pieces: readonly Piece[];
}

export function founding(): Founding {
  const lines = readFileSync(join(seeds, 'record.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line): Line => JSON.parse(line));
  const actors = new Map(
    lines.filter(({ type }) => type === 'actor').map((actor) => [actor.id, actor]),
  );
  const articles = lines
    .filter(({ type }) => type === 'article')
    .map(({ id, textFile }) => ({ id, text: readFileSync(join(seeds, textFile), 'utf8') }));
  const pieces = lines
    .filter(({ type }) => type === 'stance')
    .flatMap(({ actor, kind, evidence }) =>
      evidence.flatMap(({ cue, ...piece }) => {
        const holder = actors.get(actor);
        return cue === undefined || holder === undefined
          ? []
          : [{ ...piece, cue, kind, actor: holder }];
      }),
    );
  return { articles, pieces };
}

/** What `findings` come to. */
export interface Tally {
  readonly found: ReadonlySet<Piece>;
  readonly right: number;
  readonly extra: readonly Finding[];
  readonly denials: readonly Piece[];
  readonly denialsFound: number;
}

export function tallyOf(findings: readonly Finding[], pieces: readonly Piece[]): Tally {
  const found = new Set(findings.flatMap(({ piece }) => piece ?? []));
  const denials = pieces.filter(({ kind }) => kind === 'DENIES');
  return {
    found,
    right: findings.filter(({ isRight }) => isRight).length,
    extra: findings.filter(({ piece }) => piece === undefined),
    denials,
    denialsFound: denials.filter((piece) => found.has(piece)).length,
  };
}

/** A draft, and the piece that it finds. */
export interface Finding {
  readonly article: string;
  readonly draft: StanceDraft;
  readonly actor: ActorDraft | undefined;
  readonly piece: Piece | undefined;
  /** Actor and kind are those of the piece. */
  readonly isRight: boolean;
}

/** Reads the founding articles and lays the drafts beside the record: each piece and each draft counts once. */
export function findings({ articles, pieces }: Founding, extractor: Extractor): Finding[] {
  return articles.flatMap(({ id, text }) => {
    const drafts = extractor.extract({ text });
    return matched(
      drafts,
      id,
      pieces.filter(({ article }) => article === id),
    );
  });
}

function matched(drafts: Drafts, article: string, pieces: readonly Piece[]): Finding[] {
  const actors = new Map(drafts.actors.map((actor) => [actor.id, actor]));
  const spoken = drafts.stances.filter(({ evidence }) => evidence.mode !== 'NARRATED');
  const isRight = (draft: StanceDraft, piece: Piece) => {
    const actor = actors.get(draft.actor);
    return draft.kind === piece.kind && actor !== undefined && isSame(actor, piece.actor, draft);
  };
  const right = assign(
    spoken,
    pieces,
    (draft, piece) => overlapByHalf(draft, piece) && isRight(draft, piece),
  );
  const leftPieces = pieces.filter((piece) => ![...right.values()].includes(piece));
  const leftDrafts = spoken.filter((draft) => !right.has(draft));
  const wrong = assign(leftDrafts, leftPieces, overlapByHalf);
  return spoken.map((draft) => ({
    article,
    draft,
    actor: actors.get(draft.actor),
    piece: right.get(draft) ?? wrong.get(draft),
    isRight: right.has(draft),
  }));
}

/** Half of the longer of the two is common to both. */
function overlapByHalf({ evidence }: StanceDraft, piece: Piece): boolean {
  return (
    overlap(evidence, piece) >= Math.max(evidence.end - evidence.start, piece.end - piece.start) / 2
  );
}

function isSame(draft: ActorDraft, actor: RecordActor, { evidence }: StanceDraft): boolean {
  if (actor.id.startsWith('outlet-')) return evidence.attribution.length === 1;
  if (actor.id.startsWith('unattributed-')) return draft.name.startsWith('Unattributed');
  const names = new Set([actor.name, ...(actor.aliases ?? [])].map(keyOf));
  return [draft.name, ...draft.aliases].some((name) => names.has(keyOf(name)));
}

/** As many pairs as can be made where nobody is in two. */
function assign(
  drafts: readonly StanceDraft[],
  pieces: readonly Piece[],
  fits: (draft: StanceDraft, piece: Piece) => boolean,
): Map<StanceDraft, Piece> {
  const held = new Map<Piece, StanceDraft>();
  const place = (draft: StanceDraft, tried: Set<Piece>): boolean =>
    pieces.some((piece) => {
      if (tried.has(piece) || !fits(draft, piece)) return false;
      tried.add(piece);
      const holder = held.get(piece);
      if (holder !== undefined && !place(holder, tried)) return false;
      held.set(piece, draft);
      return true;
    });
  for (const draft of drafts) place(draft, new Set());
  return new Map([...held].map(([piece, draft]) => [draft, piece]));
}
