const self = new Set('i we me us my our ours myself ourselves'.split(' '));
const one = new Set('he she him himself herself'.split(' '));
const many = new Set('they them themselves'.split(' '));
const owners = new Set('his her hers their theirs its'.split(' '));
const anybody = new Set(
  'who people everyone everybody anyone anybody someone somebody nobody those'.split(' '),
);
const idle = new Set(
  `a an the of to in on at by for from with and or but that this these those it its is are was were be been being am has have had
  having do does did will would shall should must can could may might there their his her he she they them him we our us i my me you
  your as so if whether about into than then which whom what when where any some ever also just very own such mr mrs ms dr sir
  not no never none nothing neither nor cannot without`.split(/\s+/u),
);

// `That is wide of the mark`, `It shows he was there`: what?
const pointing =
  /^(?:(?:this|that|these|those) (?:(?:\p{L}+ly|also|just) )?(?:is|was|are|were|isn|wasn|aren|weren|has|had|have|would|will|could|can|does|did|never|means?|shows?|says?|makes?)\b|it (?:has no|does|did|will|owns|made|knew|shows?|says|means|contains|found|ha[sd] (?!(?:been|become|emerged|happened|taken|long|always|never|not)\b)|went|came|got|kept|gave|left|\p{L}+ed (?!that\b))\b)/iu;

// `Lee would not bet on it.`
const ofIt =
  /^(?:\S+ ){1,4}(?:would|could|will|can|do|does)(?: ?n[’']t| not| never)? \p{L}+ (?:on|about|with|for|of|to|at) (?:it|this|that)\.$/iu;

// `On Thursday.`, `Reports to the contrary are wrong.`
const fragment =
  /^(?:on|in|at|by|for|from|with|to)(?: [\p{L}\p{N}.’'-]+){1,2}\.$|\bto the contrary\b/iu;

/**
 * Whether a claim has a pronoun of which it does not tell whom or what it means: `we`; `he` before anybody, `they` before any
 * that are many, `his` before anything; `this` and `it` for another sentence.
 */
export function isOpen(text: string): boolean {
  if (/^you(?:rs?)?\b/iu.test(text)) return true;
  if (pointing.test(text) || fragment.test(text) || ofIt.test(text)) return true;
  const words = text.match(/(?:US|U\.S\.)|[\p{L}\p{N}]+/gu) ?? [];
  let [hasOne, hasMany, hasAny] = [/^(?:the|an?) /iu.test(text), false, false];
  for (const [at, word] of words.entries()) {
    const lower = word.toLowerCase();
    const isName = /^\p{Lu}/u.test(word) && (at > 0 || !idle.has(lower)) && !self.has(lower);
    if (self.has(lower) && !isNumeral(word, words[at - 1])) return true;
    if (one.has(lower) && !hasOne) return true;
    if (many.has(lower) && !hasMany) return true;
    if (owners.has(lower) && !hasAny) return true;
    const isTelling = !idle.has(lower) || anybody.has(lower);
    hasOne ||= (isName && !idle.has(lower)) || anybody.has(lower);
    hasMany ||= isName || anybody.has(lower) || (isTelling && lower.endsWith('s'));
    hasAny ||= isTelling;
  }
  return false;
}

/** `Level I`, `World War I`, and the US. */
function isNumeral(word: string, before: string | undefined): boolean {
  if (word === 'US') return true;
  return word === 'I' && before !== undefined && /^\p{Lu}\p{Ll}+$/u.test(before);
}
