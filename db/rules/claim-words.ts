const wordsOf = (list: string): readonly string[] => list.trim().split(/\s+/);

/** By their other forms, as far as these do not follow from the ending. */
const irregular = new Map(
  wordsOf(
    `say:said speak:spoke,spoken meet:met hold:held take:took,taken go:went,gone give:gave,given make:made sell:sold
    buy:bought fall:fell,fallen rise:rose,risen lose:lost win:won build:built send:sent leave:left pay:paid tell:told
    know:knew,known begin:began,begun break:broke,broken see:saw,seen find:found sink:sank,sunk steal:stole,stolen
    write:wrote,written become:became come:came get:got,gotten keep:kept lead:led read:read run:ran shoot:shot
    sit:sat stand:stood strike:struck swear:swore,sworn think:thought wear:wore,worn withdraw:withdrew,withdrawn
    flee:fled fly:flew,flown fight:fought feed:fed feel:felt drive:drove,driven draw:drew,drawn choose:chose,chosen
    catch:caught bring:brought bear:bore,borne beat:beaten seek:sought shake:shook,shaken spend:spent teach:taught
    throw:threw,thrown understand:understood grow:grew,grown hide:hid,hidden eat:ate,eaten lie:lied,lying
    die:died,dying deny:denied child:children man:men woman:women people:person,persons he:him she:her they:them
    less:fewer`,
  ).flatMap((entry) => {
    const [base = '', forms = ''] = entry.split(':');
    return forms.split(',').map((form) => [form, base] as const);
  }),
);

/** Words that say the same, each of a line by the first. */
const synonyms = new Map(
  `shut:close purchase:buy telephone:phone meter:metre kilometer:kilometre liter:litre occur:happen talk:speak
  commence:begin start:begin finish:end halt:stop automobile:car labor:labour favor:favour approximately:about
  percentage:percent every:all each:all keine:kein keinen:kein`
    .split(/\s+/)
    .map((entry) => {
      const [word = '', canonical = ''] = entry.split(':');
      return [stemOf(word), stemOf(canonical)] as const;
    }),
);

/** What the words of a line mean, those of its other half exclude. */
const opposites = new Set(
  [
    'rise increase grow climb / fall decrease drop decline shrink',
    'accept approve back support endorse favour ratify / reject oppose refuse veto',
    'open / close',
    'alive / dead',
    'guilty / innocent',
    'win / lose',
    'leave withdraw / stay remain',
    'continue last / end stop',
    'begin / end stop',
    'true correct / false untrue wrong incorrect',
    'legal lawful / illegal unlawful',
    'possible / impossible',
    'legitimate / illegitimate',
    'authentic genuine real / fake inauthentic forged',
    'safe / dangerous unsafe',
    'allow permit / forbid ban prohibit',
    'agree / disagree',
    'confirm admit / deny',
    'present / absent',
    'succeed pass / fail',
    'before / after',
    'with / without',
    'high / low',
    'up / down',
    'responsible / irresponsible',
    'complete / incomplete',
    'dependent / independent',
  ].flatMap((line) => {
    const [ones = [], others = []] = line.split(' / ').map((side) => wordsOf(side).map(canonical));
    return ones.flatMap((one) => others.flatMap((other) => [`${one} ${other}`, `${other} ${one}`]));
  }),
);

/** A word without its ending, in one spelling and for all that say the same. */
export function canonical(word: string): string {
  const base = irregular.get(word) ?? word;
  const stem = stemOf(base);
  return synonyms.get(stem) ?? stem;
}

/** Of English words, what is left of them without the likes of `-ed`; what has other letters stays as it is. */
function stemOf(word: string): string {
  if (!/^[a-z]{4,}$/.test(word)) return word;
  const singular = word
    .replace(/ies$/, 'y')
    .replace(/(ss|sh|ch|x|z)es$/, '$1')
    .replace(/([^su])s$/, '$1');
  const bare = singular
    .replace(/ied$/, 'y')
    .replace(/^(.*[aeiouy].*?)(?:ed|ing)$/, '$1')
    .replace(/([bdfgmnprt])\1$/, '$1')
    .replace(/is(e?)$/, 'iz$1');
  const stem = bare.length < 3 ? singular : bare;
  return stem.length > 3 ? stem.replace(/e$/, '') : stem;
}

/** Whether the words, as `canonical` tells them, exclude each other. */
export function areOpposite(one: string, other: string): boolean {
  return opposites.has(`${one} ${other}`) || isUndone(one, other) || isUndone(other, one);
}

const isUndone = (word: string, undone: string): boolean =>
  word.length >= 4 && !word.endsWith('ment') && (undone === `un${word}` || undone === `non${word}`);

/** What leaves open, or to somebody else, whether the rest is so, or how much of it. */
const reserving = new Set(
  wordsOf(
    `say claim report believe think allege accord deny doubt insist suggest warn expect hope want plan intend try
    threaten promise demand ask urge propose vow consider seem appear assume fear predict pretend accuse suspect
    may might could would should must can will shall likely unlikely possible possibly probably perhaps maybe
    reportedly allegedly apparently supposedly supposed nearly almost hardly barely scarcely rarely seldom only just
    if unless whether although though except but than all some most many few several both half part fake false
    former would-be alleged impossible fail refuse decline reject refute dismiss prevent avoid lack cease deny hoax myth`,
  ).map(canonical),
);

/** Whether more is meant by the word, as `canonical` tells it, than something that is so besides. */
export const isReserving = (word: string): boolean => reserving.has(word);
