import { datesIn } from './claim-dates.ts';
import { type Quantity, quantitiesIn, quantityMark } from './claim-quantities.ts';
import { canonical } from './claim-words.ts';

/** What a claim says, as far as words tell it. */
export interface ClaimReading {
  /** Who does what to whom: its words in their order, but for those of its phrases. */
  readonly core: readonly string[];
  /** What follows a preposition or a conjunction, behind that word. */
  readonly phrases: readonly (readonly string[])[];
  readonly quantities: readonly Quantity[];
  readonly dates: ReadonlySet<string>;
  /** What each negation stands before. */
  readonly negated: readonly string[];
  /** Whether it denies something of all: `no`, and not `not`. */
  readonly deniesAll: boolean;
}

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

const auxiliaries = setOf('is are was were be been being am has have had having do does did');
const dropped = setOf('a an the that which who there');
const determiners = setOf('a an the its his her their this these');
const negations = setOf(
  `not no never neither nor nothing nicht kein keine keinen keinem keiner keines nie niemals pas jamais aucun aucune rien ne nao
  nunca jamas nada ninguno ninguna ningun non не ни нет никогда ні niet geen nooit inte ikke ingen aldrig ei nem nu tidak
  bukan δεν μη لا لم لن ليس לא אין नहीं`,
);
const openers = setOf(
  `in on at by of from to with for about against after before during between over under into near since until through
  without within across toward towards among behind beyond around despite because when while if unless although though
  as than via per`,
);
const modals = setOf('will would could should may might must can shall');
/** What two do together, whoever is told first. */
const mutual = setOf('speak meet negotiat');

/** Phrases by what says the same in one way. */
const phrasings: readonly (readonly [RegExp, string])[] = [
  [/\b(?:can't|cannot)\b/g, 'can not'],
  [/\bwon't\b/g, 'will not'],
  [/n't\b/g, ' not'],
  [/\b(it|he|she|that|there|who|what|here)'s\b/g, '$1 is'],
  [/'(?:re|m)\b/g, ' are'],
  [/'ve\b/g, ' have'],
  [/'ll\b/g, ' will'],
  [/'d\b/g, ' would'],
  [/\bn'(?=\p{L})/gu, 'ne '],
  // The other half of `ne … pas` negates.
  [/\bne (?=.*\b(?:pas|jamais|aucune?|rien)\b)/g, ''],
  [
    /\bit (?:is|was) (?:not (?:true|the case)|untrue|false|wrong|incorrect|a (?:myth|lie|hoax)) that\b/g,
    'not',
  ],
  [/\bthere is no truth to the claim that\b/g, 'not'],
  [/\bit (?:is|was) not (.+?) (?:that|who|which)\b/g, 'not $1'],
  [/\b(?:no longer|nowhere)\b|\b(?:fail(?:s|ed)?|refuse[sd]?|decline[sd]?) to\b/g, 'not'],
  [/\b(?:(?:is|are|was|were) )?not able to\b|\b(?:is |are |was |were )?unable to\b/g, 'could not'],
  [/\b(?:(?:is|are|was|were) )?able to\b/g, 'could'],
  [/\b(?:is|are|was|were) (?:going|set|due) to\b/g, 'will'],
  [/\bnone of\b/g, 'no'],
  [/\b(?:nobody|no one|no people)\b/g, 'no people'],
  [/\bnothing about\b/g, 'not about'],
  [/\baware of\b/g, 'know about'],
  [/\b(?:go|goes|going|went|gone) (up|down)\b/g, 'rise $1'],
  [/\brise up\b/g, 'rise'],
  [/\brise down\b/g, 'fall'],
  [/\b(?:take|takes|took|taken|taking) place\b/g, 'happen'],
  [/\b(?:by|on the|over the) (?:tele)?phone\b/g, 'by phone'],
  [/\b(?:hold|held|have|had) a (?:tele)?phone (?:call|conversation)\b/g, 'speak by phone'],
  [/\bper cent\b|%/g, ' percent'],
  [
    /([$€£¥])\s?([\d.,\u00a0]+(?:[kmb]n?\b)?(?: (?:thousand|million|billion|trillion)\b)?)/g,
    '$2 $1 ',
  ],
  [/(\d)(?=\p{L})|(\p{L})(?=\d)/gu, '$1$2 '],
  [/\bonce\b/g, '1 time'],
  [/\btwice\b/g, '2 times'],
];

const currencies: Readonly<Record<string, string>> = {
  $: 'dollar',
  '€': 'euro',
  '£': 'pound',
  '¥': 'yen',
};

/** Reads a claim in English; of another language its words, numbers and commonest negations. */
export function readClaim(text: string): ClaimReading {
  const { text: undated, dates } = datesIn(spelled(text));
  let plain = undated.toLowerCase();
  for (const [pattern, phrase] of phrasings) plain = plain.replace(pattern, phrase);
  const [lead = '', rest] = leading(plain);
  const words = quantitiesIn(wordsIn(rest === undefined ? lead : `${rest} , ${lead}`));
  return { ...parted(words.words), quantities: words.quantities, dates };
}

/** In one spelling of letters, countries and numbers. */
function spelled(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[’‘ʼ]/g, "'")
    .replace(/\b(?:U\.S\.(?:A\.)?|USA?|United States(?: of America)?)(?!\w)/g, 'Unitedstates')
    .replace(/\b(?:U\.K\.|UK|United Kingdom|Great Britain|Britain)(?!\w)/g, 'Unitedkingdom')
    .replace(/(?<!\d)\d{1,3}(?:[, ]\d{3})+(?!\d)/g, (number) => number.replace(/\D/g, ''));
}

/** What stands before what a sentence is about, `in Berlin`, and the sentence; both in one where nothing does. */
function leading(plain: string): readonly string[] {
  const words = plain.trim().replace(/^,\s*/, '').split(/\s+/);
  if (!openers.has(words[0] ?? '')) return [plain];
  const end = words.findIndex(
    (word, place) =>
      (place > 1 && determiners.has(word)) || (place > 0 && words[place - 1]?.endsWith(',')),
  );
  if (end < 1) return [plain];
  return [words.slice(0, end).join(' '), words.slice(end).join(' ')];
}

const wordsIn = (plain: string): readonly string[] =>
  (plain.match(/\d+(?:\.\d+)?|[\p{L}\p{N}]+(?:'s\b)?|[$€£¥,&]/gu) ?? [])
    .filter((word, place, all) => word !== ',' || openers.has(all[place + 1] ?? ''))
    .map((word) => currencies[word] ?? (word === '&' ? 'and' : word));

type Parts = Pick<ClaimReading, 'core' | 'phrases' | 'negated' | 'deniesAll'>;

function parted(words: readonly string[]): Parts {
  const core: string[] = [];
  const phrases: string[][] = [];
  const negated: string[] = [];
  let current = core;
  let isPassive = false;
  let awaits = 0;
  for (const word of words) {
    if (word === ',' || dropped.has(word)) continue;
    if (auxiliaries.has(word)) {
      if (current !== core && !isClause(current)) current = core;
      isPassive ||= isBeing.has(word);
    } else if (negations.has(word)) {
      // What `no` stands before belongs where it stands: `paid no ransom`.
      if (!isDeterminer(word) && current !== core && !isClause(current)) current = core;
      awaits += 1;
    } else if (openers.has(word)) {
      current = [word];
      phrases.push(current);
    } else {
      if (modals.has(word) && !isClause(current)) current = core;
      const told = word.endsWith("'s") ? word : canonical(word);
      for (; awaits > 0; awaits -= 1) negated.push(told);
      current.push(told);
    }
  }
  for (; awaits > 0; awaits -= 1) negated.push('');
  return {
    ...inOneOrder({ core, phrases, isPassive }),
    negated,
    deniesAll: words.some(isDeterminer),
  };
}

const isBeing = setOf('is are was were be been being am');
const isDeterminer = (word: string): boolean =>
  word === 'no' || word === 'nothing' || /^(?:keine?[nmrs]?|aucune?)$/.test(word);
const clauses = setOf('because when while if unless although though than as');
const isClause = ([opener = '']: readonly string[]): boolean => clauses.has(opener);

/** Who was called by whom as who called whom, and who spoke with whom as the two that spoke. */
function inOneOrder({
  core,
  phrases,
  isPassive,
}: {
  readonly core: readonly string[];
  readonly phrases: readonly (readonly string[])[];
  readonly isPassive: boolean;
}): Pick<Parts, 'core' | 'phrases'> {
  const agent = phrases.find(
    ([opener, ...by]) =>
      opener === 'by' && by.length > 0 && by[0] !== quantityMark && by[0] !== 'phon',
  );
  const verb = core.at(-1);
  if (isPassive && agent && verb !== undefined && core.length > 1) {
    const active = [...agent.slice(1), verb, ...core.slice(0, -1)];
    return { core: active, phrases: phrases.filter((phrase) => phrase !== agent) };
  }
  const [one = '', and = '', two = ''] = core;
  if (and === 'and') return { core: [...[one, two].sort(), ...core.slice(3)], phrases };
  const other = phrases.find(([opener, ...with_]) => opener === 'with' && with_.length === 1);
  if (core.length === 2 && mutual.has(and) && other?.[1] !== undefined)
    return {
      core: [...[one, other[1]].sort(), and],
      phrases: phrases.filter((phrase) => phrase !== other),
    };
  return { core, phrases };
}
