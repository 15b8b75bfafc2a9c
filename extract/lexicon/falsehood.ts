const either = (list: string): string =>
  list
    .trim()
    .split(/\s*,\s*|\s*\n\s*/u)
    .map((word) => word.replaceAll(' ', '\\s+'))
    .join('|');

/** What is called so is said to be no fact, whatever it is: source of a pattern. */
export const falseWords =
  either(`not true, not correct, not accurate, not so, not the case, not factual, not right, false, falsehoods?, untrue, untruths?,
  untruthful, fakes?, fake news, faked, fabricat(?:ed|ions?), fiction, fictional, fictitious, fictions, hoax, hoaxes, bogus, baseless, unfounded,
  groundless, a lie, lie, lies, incorrect, inaccurate, factually wrong, made[- ]up, invented, inventions?, concocted, concoctions?, disinformation,
  misinformation, erroneous, non-existent, nonexistent, bunk, without foundation, without any foundation, without basis, without any basis,
  without substance, without merit, without any merit, devoid of truth, far from the truth, far from true, anything but true,
  contrary to the facts, at odds with the facts, wide of the mark, off the mark, off base`);

/** The same of what claims to be a fact; of anything else it is an opinion. */
export const scornfulWords =
  either(`nonsense, nonsensical, rubbish, garbage, trash, absurd, absurdity, wrong, preposterous, ludicrous, laughable,
  ridiculous, propaganda, libel, libell?ous, slander, slanderous, defamatory, smears?, smear campaign, mistaken, fantasy, fantasies,
  fantastical, fanciful, fairy ?tales?, hogwash, poppycock, balderdash, tripe, baloney, bull, hokum, claptrap, imagination, gossip,
  scaremongering, far-fetched, outlandish, junk, codswallop, piffle, drivel, twaddle, bull(?:shit)?, crap`);

/** What is called so is partly true. */
export const halfTrueWords =
  either(`misleading, exaggerated, exaggerations?, overstated, overblown, half[- ]true, half[- ]truths?, partly true, partly false, only partly true,
  out of context, taken out of context, lacking context, an? oversimplification, oversimplified`);

/** What is called so has not been shown. */
export const unprovenWords =
  either(`unproven, unproved, unverified, unsubstantiated, unconfirmed, dubious, doubtful, questionable, speculative, premature, pure speculation, mere speculation, not proven, not substantiated,
  open to question, open to doubt`);

/** Words that make such a word stronger or lead to it: `a complete`, `nothing but`. */
export const intensifiers =
  either(`\\p{L}+ly, just, all, so, pure, purest, sheer, utter, absolute, total, complete, outright, plain, blatant, another, more,
  nothing but, nothing more than, nothing other than, a, an, the, one, big, pack of, tissue of, bunch of, load of, figment of, piece of,
  work of, kind of, of, most, entirely, very, malicious, deliberate, political, motivated, pathetic, old, deeply, his, her, their, its, someone's,
  somebody's, the author's, as, and, false`);

/** What somebody may have put forward as a fact. */
export const claimNouns =
  either(`reports?, claims?, allegations?, accusations?, charges?, story, stories, articles?, suggestions?, rumou?rs?, accounts?,
  versions?, assertions?, insinuations?, reporting, coverage, speculation, talk, gossip, notion, idea, narrative, news, tale, tales, contentions?,
  theory, theories, statements?, remarks?, comments?, complaints?, imputations?`);

/** What is said of a claim that it has nothing to do with the facts: behind its name. */
export const falsePredicates = [
  'ha(?:s|d|ve) (?:\\p{L}+ ){0,2}?no (?:\\p{L}+ ){0,2}?(?:basis|foundation|truth|substance|merit|grounding)\\b.*',
  '(?:bears?|bore) (?:no|little) (?:relation|resemblance|relationship) to (?:the )?(?:reality|truth|facts|what happened)\\b.*',
  "(?:do|does|did) (?:not|n't) (?:correspond|conform|accord) (?:to|with) (?:the )?(?:reality|truth|facts)\\b.*",
  "(?:(?:is|are|was|were) (?:not|n't)|not) (?:based|grounded|rooted) (?:in|on) (?:any )?(?:facts?|reality|truth)\\b.*",
  '(?:could|can) not be (?:further|farther) from the truth\\b.*',
  "(?:is|are|was|were) (?:not|n't) in (?:line|keeping|accordance) with (?:the )?(?:reality|truth|facts)\\b.*",
  '(?:contradicts?|contradicted|distorts?|distorted) (?:the )?(?:reality|truth|facts)\\b.*',
  'never (?:happened|took place|occurred)',
];
