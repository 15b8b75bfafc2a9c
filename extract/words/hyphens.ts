import type { Token } from './token.ts';

/** Joins what a hyphen joins: `President-elect` is one word, and a noun. */
export function joinHyphens(text: string, tokens: readonly Token[]): Token[] {
  const words: Token[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const first = at;
    while (isHyphenated(tokens, at)) at += 2;
    const word = tokens[first];
    if (word !== undefined)
      words.push(at === first ? word : compound(text, tokens.slice(first, at + 1)));
  }
  return words;
}

function isHyphenated(tokens: readonly Token[], at: number): boolean {
  const [word, hyphen, next] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (word === undefined || next === undefined || hyphen?.text !== '-') return false;
  const isTight = word.end === hyphen.start && hyphen.end === next.start;
  return isTight && word.pos !== 'PUNCT' && next.pos !== 'PUNCT';
}

function compound(text: string, parts: readonly Token[]): Token {
  const [start, end] = [parts[0]?.start ?? 0, parts.at(-1)?.end ?? 0];
  const word = text.slice(start, end);
  const lower = word.toLowerCase().replaceAll('’', "'");
  return {
    start,
    end,
    text: word,
    lower,
    lemma: lower,
    pos: compoundPos(parts.map(({ pos }) => pos)),
  };
}

function compoundPos(pos: readonly string[]): string {
  if (pos.includes('PROPN')) return 'PROPN';
  const last = pos.at(-1);
  if (last === 'NOUN' || pos[0] === 'NOUN') return 'NOUN';
  return last === 'NUM' ? 'NUM' : 'ADJ';
}
