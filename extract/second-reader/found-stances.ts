import type { ActorKind } from '../actors/actor.ts';
import type { ClaimKind } from '../claims/claim.ts';
import type { Certainty, StanceKind } from '../stances/kinds.ts';
import type { Mode } from '../stances/statement.ts';
import type { ReadText } from '../words/places.ts';
import { writtenSpan } from '../words/places.ts';
import type { Span } from '../words/span.ts';
import type { Answer, StanceAnswered } from './answer.ts';
import { FoldedText, foldedWords } from './folded-text.ts';
import { madeOfWordsOf } from './own-words.ts';

/** A stance of an answer that the text bears out: its words and names stand there, and its claim is made of the text's words. */
export interface StanceFound {
  /** Where its words stand in the text as it is written. */
  readonly place: Span;
  readonly mode: Mode;
  readonly actor: ActorFound;
  /** Those through whom it is told, as the text calls them. */
  readonly via: readonly string[];
  readonly kind: StanceKind;
  readonly certainty: Certainty;
  readonly claim: { readonly text: string; readonly kind: ClaimKind };
}

interface ActorFound {
  /** As the text calls it. */
  readonly name: string;
  readonly kind: ActorKind;
  /** Where it is called so. */
  readonly place: Span;
}

/** How many pieces of an answer were left out, by what was wrong with them: words or an actor that are not in the text, say. */
export type LeftOut = Readonly<Record<'words' | 'actor' | 'claim' | 'shape', number>>;

/** Bears an answer about a stretch of a text out by the text. */
export class AnswerCheck {
  readonly #text: ReadText;
  readonly #folded: FoldedText;
  readonly #isOwn: (sentence: string) => boolean;

  constructor(text: ReadText) {
    this.#text = text;
    this.#folded = new FoldedText(text.text);
    this.#isOwn = madeOfWordsOf(text.text);
  }

  check(answer: Answer, stretch: Span): { found: readonly StanceFound[]; leftOut: LeftOut } {
    const leftOut = { words: 0, actor: 0, claim: 0, shape: answer.misshapen };
    const found: StanceFound[] = [];
    let from = stretch.start;
    for (const stance of answer.stances) {
      // They are asked for in their order, so that words which stand there twice are taken twice.
      const quote = this.#quoteOf(stance, stretch, from);
      const actor = this.#nameOf(stance.actor, quote);
      const claim = claimText(stance.claim);
      if (quote === null) leftOut.words += 1;
      else if (actor === null) leftOut.actor += 1;
      else if (claim === null || !this.#isOwn(claim)) leftOut.claim += 1;
      else {
        from = quote.start;
        found.push(this.#found(stance, { quote, actor, claim }));
      }
    }
    return { found, leftOut };
  }

  #found(
    { kind, certainty, claimKind, actorKind, via }: StanceAnswered,
    { quote, actor, claim }: { quote: Span; actor: Named; claim: string },
  ): StanceFound {
    const links = via.flatMap((name) => this.#nameOf(name, quote)?.name ?? []);
    return {
      place: writtenSpan(this.#text, quote),
      mode: modeOf(this.#text.text, quote),
      actor: {
        name: actor.name,
        kind: actorKind ?? (isDescription(actor.name) ? 'UNNAMED_SOURCE' : 'PERSON'),
        place: writtenSpan(this.#text, actor.place),
      },
      via: links.filter((name) => name !== actor.name),
      kind,
      certainty,
      claim: { text: claim, kind: claimKind },
    };
  }

  #quoteOf({ quote }: StanceAnswered, stretch: Span, from: number): Span | null {
    for (const words of [quote, quote.replace(marksAround, '')]) {
      const place = this.#folded.find(words, stretch, from) ?? this.#folded.find(words, stretch);
      if (place !== null) return place;
    }
    return null;
  }

  /** The name as it stands in the text: where the words are, else anywhere. */
  #nameOf(told: string, near: Span | null): Named | null {
    const name = foldedWords(told);
    if (pronouns.has(name.toLowerCase()) || name.split(' ').length > mostNameWords) return null;
    const whole = { start: 0, end: this.#text.text.length };
    const place = (near && this.#folded.find(name, near)) ?? this.#folded.find(name, whole);
    if (place === null) return null;
    return { name: this.#text.text.slice(place.start, place.end).replace(/\s+/gu, ' '), place };
  }
}

interface Named {
  readonly name: string;
  readonly place: Span;
}

const mostNameWords = 12;

const marksAround = /^[\s"'“”‘’«».…]+|[\s"'“”‘’«».…]+$/gu;

const pronouns = new Set(
  'i you he she it we they me him her us them one who this that these those the a an his hers its their someone somebody everyone nobody'.split(
    ' ',
  ),
);

/** Whether it names nobody: `a senior official`, `the minister`. */
export function isDescription(name: string): boolean {
  return !/\p{Lu}|\p{N}/u.test(name.replace(/^(?:An?|The|One|Two|Some|Several|Many|Other) /u, ''));
}

/** A sentence in plain letters and marks; null where it holds anything else. */
function claimText(told: string): string | null {
  const claim = told.normalize('NFC').replace(/\s+/gu, ' ').trim().replace(/\.$/u, '');
  return /^[\p{L}\p{M}\p{N}\p{P}\p{Sc}%+=° ]+$/u.test(claim) ? claim : null;
}

const lookedBack = 2_000;

const openingMark = /["“«]/u;

/** Whether words are somebody's own: between quotation marks, with some that are, or told. */
function modeOf(text: string, { start, end }: Span): Mode {
  const words = text.slice(start, end);
  const before = text.slice(Math.max(text.lastIndexOf('\n', start) + 1, start - lookedBack), start);
  const marks = (before.match(/["“”«»]/gu) ?? []).length;
  const isInside = marks % 2 === 1 && !/["“”«»]/u.test(words.slice(0, -1).replace(/^["“«]/u, ''));
  const isQuoted = openingMark.test(words[0] ?? '') && /["”»][.,;!?]?$/u.test(words);
  if (isInside || (isQuoted && (words.match(/["“”«»]/gu) ?? []).length === 2)) return 'DIRECT';
  return /["“”«»]/u.test(words) ? 'MIXED' : 'INDIRECT';
}
