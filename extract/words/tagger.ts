import model from 'wink-eng-lite-web-model';
import winkNLP, { type ItsFunction } from 'wink-nlp';
import { partGenitives } from './genitives.ts';
import type { Tag } from './place.ts';

/** The language model at work. */
export interface Tagger {
  /** Tags a run as if it were the first: what the model has once met as one word, `Ann's` before a mark, it would never part again. */
  readonly tag: Tag;
  /** Whether small letters are a word that it has learnt. */
  isKnown(word: string): boolean;
}

/** Values that the model tells apart by number; `index` is the next. */
interface Numbered {
  readonly hash: Record<string, number>;
  readonly list: string[];
  readonly intrinsicSize: number;
  index: number;
}

/** Of what its loader gives, what grows with words that it does not know: the words, and the kinds of values told by their letters. */
interface Core {
  readonly packing: { readonly efList: readonly string[] };
  readonly features: { readonly lexeme: Numbered; readonly [kind: string]: Partial<Numbered> };
}

// Each forgotten word is some 60 bytes until the tagger is set up anew, which takes 2 ms.
const mostForgotten = 100_000;

// It makes text of itself, and then of that text: called some thirty times it is too long for a string.
const meta = (model.metaCER as () => unknown)();

/** A tagger that works offline. It holds the model (some megabytes): make one and keep it. */
export function createTagger(): Tagger {
  const core = (model.core as () => Core)();
  const { lexeme: words } = core.features;
  const shapes = core.packing.efList.map((kind) => core.features[kind]).filter(isNumbered);
  const setUp = () => winkNLP({ ...model, core: () => core, metaCER: () => meta }, ['pos']);
  let nlp = setUp();
  let forgotten = words.intrinsicSize;
  const forget = () => {
    for (const shape of shapes) cutBack(shape, shape.intrinsicSize);
    unlearn(words, forgotten);
    forgotten = words.list.length;
    if (forgotten - words.intrinsicSize < mostForgotten) return;
    forgotten = words.intrinsicSize;
    cutBack(words, forgotten);
    nlp = setUp();
  };
  return {
    tag(run) {
      forget();
      const { its } = nlp;
      // Its types give `lemma` another list of arguments than the functions that tokens take.
      const lemma = its.lemma as ItsFunction<string>;
      const tokens = nlp.readDoc(run).tokens();
      return partGenitives({
        words: tokens.out(),
        pos: tokens.out(its.pos),
        lemmas: tokens.out(lemma),
      });
    },
    isKnown(word) {
      const ids = nlp.readDoc(word).tokens().out(nlp.its.uniqueId);
      return ids.length > 0 && ids.every((id) => Number(id) < words.intrinsicSize);
    },
  };
}

function isNumbered(values: Partial<Numbered> | undefined): values is Numbered {
  return values?.hash !== undefined;
}

/** What stands from `first` on is found no more. */
function unlearn({ hash, list }: Numbered, first: number): void {
  for (let at = first; at < list.length; at++) delete hash[list[at] ?? ''];
}

function cutBack(values: Numbered, size: number): void {
  unlearn(values, size);
  values.list.length = size;
  values.index = size;
}
