import type { Tagged } from './tags.ts';

const genitive = /^(.+)(['’]s)$/iu;

/** Parts `Trump's` in two, also where a mark follows it: there the tagger leaves it whole. */
export function partGenitives(tagged: Tagged): Tagged {
  if (!tagged.words.some((_, at) => parted(tagged, at) !== null)) return tagged;
  const words: string[] = [];
  const pos: string[] = [];
  const lemmas: string[] = [];
  for (const [at, word] of tagged.words.entries()) {
    const [, owner = word, ending] = parted(tagged, at) ?? [];
    const lemma = tagged.lemmas[at] ?? word;
    words.push(owner);
    pos.push(tagged.pos[at] ?? 'X');
    lemmas.push(ending === undefined ? lemma : owner.toLowerCase());
    if (ending === undefined) continue;
    words.push(ending);
    pos.push('PART');
    lemmas.push(ending);
  }
  return { words, pos, lemmas };
}

function parted({ words, pos }: Tagged, at: number): RegExpExecArray | null {
  const isNoun = pos[at] === 'NOUN' || pos[at] === 'PROPN';
  return isNoun ? genitive.exec(words[at] ?? '') : null;
}
