const declined =
  /\b(?:declin|refus)\w* (?:\w+ )?(?:to )?(?:\w+ )?(?:comment|confirm|say|answer|discuss|elaborate|disclose|reveal)|\bno (?:further |immediate )?comment\b|\bnothing (?:further |more )?to (?:say|add)\b|\b(?:not|n[’']t) (?:going to |go to )?(?:speculate|be drawn)\b|\b(?:refused to|(?:would|will|did) ?(?:not|n[’']t)) be drawn\b|\b(?:(?:will|would|can|could|wo)(?: ?not|n[’']t)|not going to) (?:answer|get into) (?:that|this|the question|it)\b|\b(?:would|will|did|does|do|could|can)(?: ?not|n[’']t) (?:\w+ )?(?:comment|elaborate|confirm or deny)\b|\b(?:would|will)(?: not|n[’']t) (?:\w+ )?discuss|\b(?:is|are|was|were)(?: ?not|n[’']t) (?:\w+ )?(?:commenting|discussing)|\bwon[’']t (?:comment|discuss)|\bconfirm\w*(?: \w+){0,2} n?or den|\b(?:can|could)(?: ?not|n[’']t) (?:yet )?(?:say|tell (?:you|us|reporters)|confirm) (?=(?:whose|who|whether|if|what|when|where|why|how)\b)|\b(?:not be |in)appropriate to (?:\w+ )?comment/iu;
const unanswered =
  /\b(?:not|n[’']t|never)\b.{0,30}\b(?:respond|reply|replied|return|answer)\w*\b.{0,40}\b(?:request|comment|call|message|e-?mail|question|inquir)|\b(?:not|n[’']t) (?:\w+ )?be (?:\w+ )?(?:reached|contacted)\b|\b(?:not|n[’']t)(?: \w+)? available (?:for|to) comment|\bunavailable for comment|\b(?:approached|contacted|asked) for comment/iu;

// Further on somebody else is silent: `said the ministry had declined`.
const ownWords = 14;

/** `declined to comment`, `did not respond to a request`, `said she had no comment`: asked, and took no position. */
export function silenceIn(cue: string, content: string): 'DECLINES' | 'NO_REPLY' | undefined {
  const isOwn = (pattern: RegExp) => {
    const at = `${cue} ${content}`.search(pattern);
    return at !== -1 && at < cue.length + ownWords;
  };
  if (isOwn(declined)) return 'DECLINES';
  return isOwn(unanswered) ? 'NO_REPLY' : undefined;
}
