import type { StanceKind } from '../stances/kinds.ts';

/** Words by which somebody takes a stance though no verb of saying is among them. */
export interface Idiom {
  /** The words that it may begin with, to find it by. */
  readonly from: string;
  readonly kind: StanceKind;
  /** A word that stands soon behind that one, wherever the pattern holds. */
  readonly near: RegExp;
  /** From that word on. `what` tells what it is about, `pointer` points at it, `who` is who does it. */
  readonly pattern: RegExp;
  /** What is said is built of the verb and its object: `pleaded not guilty to theft`. */
  readonly isObject?: boolean;
}

const claim =
  "(?<pointer>(?:it|this|that|(?:the|these|those|this|that|his|her|its|their|any|all|such)(?: [\\p{L}'’.-]+){0,4}? (?:reports?|claims?|allegations?|accusations?|charges?|story|stories|articles?|suggestions?|rumou?rs?|accounts?|versions?|assertions?)|(?:\\p{L}+ )?(?:reports|claims|allegations|accusations|stories|suggestions|rumou?rs|talk|speculation|gossip)(?= (?:of|about|in|over) ))(?: (?:of|by|in|from|about|on|over|against) .{1,60}?)?)";
const that =
  "(?:(?:the|these|any|all|such|an?|his|her|its|their) )?(?:[\\p{L}’'-]+ ){0,3}?(?:reports?|claims?|allegations?|suggestions?|rumou?rs?|accusations?|idea|notion|talk|speculation|assertions?|story|stories)(?: that|(?= (?:the|he|she|it|they|his|her|its|their|there) [\\p{L}'-]+ )) (?<what>.+?)";
const end = '(?:,? (?:on|in|at|after|when|as|during|but|and|though|although|while) .*|, .*)?$';
const name =
  "(?:\\p{Lu}[\\p{L}'’.-]*(?: (?:of |the )?\\p{Lu}[\\p{L}'’.-]*){0,5}(?: (?!(?:and|that|which|who|has|have|had|is|was|did|does|do|not|never|would|could|will|can|no)\\b)\\p{Ll}+){0,2}?|[Tt]he [\\p{L}'’-]+(?: (?!(?:has|have|had|is|was|did|does|do|not|never|would|could|will|can|no|cannot)\\b)[\\p{L}'’-]+){0,4}?|his|her|its|their)";

export const idioms: readonly Idiom[] = [
  {
    from: 'pour poured pours pouring throw throws threw',
    kind: 'QUESTIONS',
    near: /^cold$/u,
    pattern: new RegExp(`^\\p{L}+ cold water on (?:${that}|${claim})${end}`, 'diu'),
  },
  {
    from: 'throw throws threw raise raised raises cast casts',
    kind: 'QUESTIONS',
    near: /^doubts?$/u,
    pattern: new RegExp(
      `^(?:throws?|threw|raised?s?|cast) (?:\\p{L}+ )?doubts? (?:on|about|over|upon) (?:${that})${end}`,
      'diu',
    ),
  },
  {
    from: 'is are was were am remain remains remained',
    kind: 'QUESTIONS',
    near: /^(?:s[ck]eptical|dubious|doubtful|suspicious|unconvinced)$/u,
    pattern: new RegExp(
      `^\\p{L}+ (?:\\p{L}+ )?(?:s[ck]eptical|dubious|doubtful|suspicious|unconvinced) (?:of|about|by) (?:${that}|${claim})${end}`,
      'diu',
    ),
  },
  {
    from: 'is are was were am remain remains remained',
    kind: 'QUESTIONS',
    near: /^(?:s[ck]eptical|dubious|doubtful|unconvinced|unpersuaded)$/u,
    pattern:
      /^\p{L}+ (?:\p{L}+ )?(?:s[ck]eptical|dubious|doubtful|unconvinced|unpersuaded) that (?<what>.+?)(?:, .*)?$/diu,
  },
  {
    from: 'play plays played playing downplay downplays downplayed downplaying',
    kind: 'QUESTIONS',
    near: /^(?:reports?|claims?|allegations?|accusations?|suggestions?|rumou?rs?|idea|notion|talk|story|stories|speculation|assertions?)$/u,
    pattern: new RegExp(`^(?:play\\p{L}* down|downplay\\p{L}*) (?:${that}|${claim})${end}`, 'diu'),
  },
  {
    from: 'refuse refuses refused refusing',
    kind: 'DENIES',
    near: /^(?:accept|believe)$/u,
    pattern: /^\p{L}+ to (?:accept|believe) that (?<what>.+?)(?:, .*)?$/diu,
  },
  {
    from: 'apologise apologises apologised apologize apologizes apologized',
    kind: 'RETRACTS',
    near: /^(?:report|story|article|claim|post|tweet|headline|broadcast|column|video|suggestion|allegation)$/u,
    pattern:
      /^\p{L}+ (?:[^,]{1,40} )?(?:for|over) (?:an?|its|the|his|her|their) (?:\p{L}+ ){0,2}?(?:report|story|article|claim|post|tweet|headline|broadcast|column|video|suggestion|allegation)(?: on \p{L}+)? (?:(?:that|which) (?:(?:wrongly|falsely|incorrectly) )?(?:said|claimed|alleged|suggested|stated) (?:that )?|(?:(?:wrongly|falsely|incorrectly) )?(?:claiming|saying|alleging|suggesting|stating) (?:that )?|that )(?<what>.+?)(?:, .*)?$/diu,
  },
  {
    from: 'hit hits hitting pushed push pushes pushing shoot shoots shot shooting knock knocks knocked knocking bat bats batted batting wave waves waved waving swat swats swatted swatting brush brushes brushed brushing',
    kind: 'DENIES',
    near: /^(?:reports?|claims?|allegations?|accusations?|suggestions?|rumou?rs?|idea|notion|talk|story|stories|speculation|assertions?)$/u,
    pattern: new RegExp(
      `^\\p{L}+ (?:out at|back (?:at|on|against)|off|down|away|aside)(?: (?:as .{1,30}? ))? ?(?:${that}|${claim})${end}`,
      'diu',
    ),
  },
  {
    from: 'laugh laughs laughed laughing shrug shrugs shrugged shrugging',
    kind: 'DENIES',
    near: /^(?:reports?|claims?|allegations?|accusations?|suggestions?|rumou?rs?|idea|notion|talk|speculation)$/u,
    pattern: new RegExp(`^\\p{L}+ off (?:${that})${end}`, 'diu'),
  },
  {
    from: 'pour pours poured pouring heap heaped heaps',
    kind: 'DENIES',
    near: /^scorn$/u,
    pattern: new RegExp(`^\\p{L}+ scorn (?:on|over|upon) (?:${that}|${claim})${end}`, 'diu'),
  },
  {
    from: 'scoff scoffs scoffed scoffing sneer sneers sneered',
    kind: 'DENIES',
    near: /^(?:reports?|claims?|allegations?|accusations?|suggestions?|rumou?rs?|idea|notion|talk|story|stories|speculation|assertions?)$/u,
    pattern: new RegExp(`^\\p{L}+ at (?:${that}|${claim})${end}`, 'diu'),
  },
  {
    from: 'take takes took taking',
    kind: 'DENIES',
    near: /^issue$/u,
    pattern: new RegExp(`^\\p{L}+ issue with (?:${that}|${claim})${end}`, 'diu'),
  },
  {
    from: 'call calls called calling bring brought brings throw threw',
    kind: 'QUESTIONS',
    near: /^question$/u,
    pattern: new RegExp(`^\\p{L}+ into question (?:${that}|${claim})${end}`, 'diu'),
  },
  {
    from: 'issue issued issues release released made offered gave',
    kind: 'DENIES',
    near: /^denials?$/u,
    pattern:
      /^\p{L}+ (?:an?|another|his|her|its|their) (?:\p{L}+ ){0,2}denials?(?: (?:of|that) (?<pointer>(?:the|these|this|that) (?:reports?|claims?|allegations?|accusations?|story))| (?:of (?:(?:the )?(?:reports|claims|allegations) )?)?that (?<what>.+?))?(?:,? (?:on|in|at|after|when|through) .*|, .*)?$/diu,
  },
  {
    from: 'draw drew draws prompted brought met provoked',
    kind: 'DENIES',
    near: /^denial$/u,
    pattern: new RegExp(
      `^\\p{L}+ (?:with )?an? (?:\\p{L}+ ){0,2}denial (?:from|by) (?<who>.+?)${end}`,
      'diu',
    ),
  },
  {
    from: 'denial denials',
    kind: 'DENIES',
    near: /^(?:by|from)$/u,
    pattern: new RegExp(
      `^denials? (?:by|from) (?<who>${name}) (?:(?:of (?:the )?(?:reports?|claims?|allegations?|rumou?rs) )?that (?<what>.+?)|of (?<pointer>(?:the|these|this|that) (?:reports?|claims?|allegations?|story)))(?: (?:came|followed|drew|surprised|did not|failed|has not) .*|, .*)?$`,
      'du',
    ),
  },
  {
    from: 'give gives gave giving',
    kind: 'DENIES',
    near: /^lie$/u,
    pattern: new RegExp(`^\\p{L}+ ${claim} the lie${end}`, 'diu'),
  },
  {
    from: 'has have had',
    kind: 'DECLINES',
    near: /^neither$/u,
    pattern: /^ha(?:s|d|ve) neither confirm\p{L}* nor den\p{L}* that (?<what>.+)$/diu,
  },
  {
    from: 'plead pleaded pleads pled',
    kind: 'DENIES',
    near: /^guilty$/u,
    isObject: true,
    pattern:
      /^\p{L}+ not guilty(?:,? (?:on|in|at) [^,]{1,40}?)? to (?<what>.+?)(?: (?:on|at|in|before|and|but|after|when) .*|, .*)?$/diu,
  },
  {
    from: 'claim charge allegation accusation suggestion assertion figure version characterization characterisation description account finding',
    kind: 'DENIES',
    near: /^(?:den(?:y|ie[sd])|(?:disput|dismiss|reject)(?:e?[sd]?|ed|es))$/u,
    pattern: new RegExp(
      `^(?<pointer>\\p{L}+) (?:that |which )?(?<who>(?:he|she|they|it)|(?:his|her|its|their) [\\p{L}-]+ ?, [^,]{2,40},|(?:(?:his|her|its|their) [\\p{L}-]+ )?${name}|(?:his|her|its|their) [\\p{L}-]+(?: [\\p{L}-]+)?) (?:ha[sd] |have )?(?:(?:\\p{L}+ly|also|both|always) ){0,2}(?:denies|denied|deny|disputes|disputed|dispute|rejects|rejected|reject|dismisses|dismissed|dismiss)(?:,? .*)?$`,
      'du',
    ),
  },
  {
    from: 'which something',
    kind: 'DENIES',
    near: /^(?:den(?:y|ie[sd])|disput(?:es|ed)|reject(?:s|ed))$/u,
    pattern: new RegExp(
      `^(?<pointer>which|something)(?: that)? (?<who>(?:he|she|they|it)|${name}) (?:ha[sd] |have )?(?:(?:\\p{L}+ly|also|both) ){0,2}(?:denies|denied|deny|disputes|disputed|rejects|rejected)(?: .*)?$`,
      'du',
    ),
  },
  {
    from: 'brand branded brands contest contested contests rubbish rubbished debunk debunked debunks discredit discredited',
    kind: 'DENIES',
    near: /^/u,
    pattern: /^$/u,
  },
];

/** `Roe’s denial that he sold it`. */
export const ownDenial =
  /^denials? (?:of (?:the )?(?:reports?|claims?|allegations?|suggestions?) )?that (?<what>.+?)(?: (?:came|surprised|followed|drew|failed|was met|is contradicted|did not|has not|does not|contradicts|sounds|rings|sparked|prompted) .*|, .*)?$/diu;
