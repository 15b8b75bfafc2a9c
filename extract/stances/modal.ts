// Whatever stands before the modal of the main clause has no verb of its own and opens no clause.
const openers =
  /\b(?:that|which|who|whom|whose|whether|if|unless|when|where|how|why|what|because|while|than|is|are|was|were|been|had|has|have|did|do|does|said|says|saw|knew|thought|told|heard|felt|wrote|made|took|gave|found|went|came|got|kept|held|sent|lost|warning|saying|(?:before|after|until|since) (?=(?:it|he|she|they|we|you)\b)|\w+ed (?=(?:the|a|an|it|he|she|they|his|her|their)\b))\b/iu;

const condition =
  /^(?:if|when|unless|once|while|although|though|because|after|before|until|as)\b[^,]*, /iu;
const opinion =
  /^(?:i|we|he|she|they|\p{Lu}\p{L}+) (?:also |still )?(?:thinks?|believes?|hopes?|expects?|do(?:es)? not think|don[’']t think) (?:that )?/iu;
const aside = /, (?:which|who|whose)\b[^,]*, /giu;

const modal =
  /\b(?:(?<ought>(?<!\bi )should|should(?! have\b)|must(?! have\b)|ought to|needs? to)|(?<future>will|shall|won[’']t|would(?:n[’']t)?(?! (?:not |never |\w+ly )?have\b)|could(?! (?:not|never|have)\b)|(?:is|are|am) (?:not )?going to)|\p{L}+(?<short>[’']ll)\b)/iu;
const judging =
  /^ (?:not |never )?be (?:\w+ly )?(?:(?:in)?appropriate|(?:un)?fair|(?:un)?wise|(?:ir)?responsible|(?:un)?reasonable|(?:un)?acceptable|(?:im)?possible|(?:im)?proper|wrong|right|better|best|good|bad|premature|foolish|hard|difficult|easy)\b/iu;

/** The modal of the main clause of the first sentence, and what it makes of the words: something wanted, or something to come. */
function modalOf(words: string): 'ought' | 'future' | undefined {
  const [sentence = ''] = /^[^.!?;]*/u.exec(words.replace(/^\W*(?:that )?/iu, '')) ?? [];
  const main = sentence.replace(condition, '').replace(opinion, '').replace(aside, ' ');
  const found = modal.exec(main);
  if (found === null) return undefined;
  const isMain = !openers.test(main.slice(0, found.index));
  if (!isMain) return undefined;
  if (found.groups?.ought !== undefined) return 'ought';
  const rest = main.slice(found.index + found[0].length);
  return /^would/iu.test(found[0]) && judging.test(rest) ? undefined : 'future';
}

/** Whether the words want something rather than tell it. */
export function isPosition(words: string): boolean {
  return modalOf(words) === 'ought';
}

/** Whether the words promise or foretell: `it will open`, not `a memo that warned it would`. */
export function isCommitment(words: string): boolean {
  return modalOf(words) === 'future';
}
