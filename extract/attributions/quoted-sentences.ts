import { quotationEnd, type Range, type Word } from '../words/passage.ts';

/** Quotations that go on after the cue: `, "and that is that."`, and whole quoted sentences behind it. */
export function goingOn(words: readonly Word[], from: number): Range[] {
  const going: Range[] = [];
  for (let at = from; at < words.length; ) {
    const word = words[at];
    if (word === undefined || word.block !== words[from]?.block) break;
    if (word.quotation >= 0) {
      const end = quotationEnd(words, at);
      if (!isOwnSentence(words, at, end) && word.sentence !== words[from]?.sentence) break;
      if (isOther(words, from, at)) break;
      going.push({ first: at, last: end - 1 });
      at = end;
    } else if (
      word.pos === 'PUNCT' ||
      (going.length === 0 && word.sentence === words[from]?.sentence)
    )
      at++;
    else break;
  }
  return going;
}

/** `, referring to “it”`: words that the rest of the sentence quotes are not the second half of what was said. */
function isOther(words: readonly Word[], from: number, at: number): boolean {
  const isSame = words[at]?.sentence === words[from]?.sentence;
  return isSame && !/^[,:—–-]+$/u.test(words[at - 1]?.text ?? '') && at > from;
}

/** Sentences that are quotations from end to end, right behind what somebody says. */
export function quotedSentences(words: readonly Word[], from: number): Range[] {
  let at = from;
  while (words[at]?.pos === 'PUNCT' && words[at]?.quotation === -1) at++;
  const isQuote = (words[at]?.quotation ?? -1) >= 0 && words[at]?.block === words[from - 1]?.block;
  return isQuote && isOwnSentence(words, at, quotationEnd(words, at)) ? goingOn(words, at) : [];
}

function isOwnSentence(words: readonly Word[], first: number, end: number): boolean {
  const [before, after] = [words[first - 1], words[end]];
  const begins = before === undefined || before.sentence !== words[first]?.sentence;
  return begins && (after === undefined || after.sentence !== words[end - 1]?.sentence);
}
