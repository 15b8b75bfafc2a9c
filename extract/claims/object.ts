import { deeds } from '../lexicon/deeds.ts';
import type { StanceKind } from '../stances/kinds.ts';
import { withArticle } from './affirmed.ts';
import { baseOf, pastOf } from './past.ts';

/** What a statement is made of where its object is no clause: `called for an inquiry`, `accused Lee of lying`. */
export interface ObjectParts {
  readonly speaker: string;
  /** Dictionary form of the verb, with the word behind it where both are the cue: `call for`. */
  readonly verb: string;
  readonly kind: StanceKind;
  readonly object: string;
}

type Build = (parts: ObjectParts) => string | undefined;

/** The proposition that such words stand for; undefined where none can be made of them. */
export function propositionOf(parts: ObjectParts): string | undefined {
  for (const build of [accusation, description, request, promise, wish, denial, existence]) {
    const made = build(parts);
    if (made !== undefined) return made;
  }
  return undefined;
}

/** `a sale`, `evidence`, `talks`. */
const withOne = (words: string) =>
  /^(?:an?|the|some|any|no|several|two|three|\p{Lu}\p{L}*) |s\b/u.test(
    words.replace(/ (?:of|in|with|to|by|for|at|on) .*$/u, ''),
  )
    ? words
    : withArticle(words);

const isPlural = (words: string) =>
  /^(?:both|all|many|some|two|three|these|those|they)\b|[^s’']s$/iu.test(
    words.replace(/(?<=\p{L}) (?:of|on|in|with|to|by|for|about|from|against) .*$/u, ''),
  );
const be = (words: string) => (isPlural(words) ? 'are' : 'is');

const subjects: Readonly<Record<string, string>> = {
  him: 'he',
  her: 'she',
  them: 'they',
  us: 'we',
};

/** `accused Lee of lying`: Lee lied. */
const accusation: Build = ({ verb, object }) => {
  const [, accused = '', of] =
    /^(.{1,80}?) of (.+)$/u.exec(/^accuse\b/u.test(verb) ? object : '') ?? [];
  const whom = subjects[accused] ?? accused;
  if (whom === '' || of === undefined) return undefined;
  if (/^having\b/u.test(of)) return of.replace(/^having/u, `${whom} had`);
  const deed = pastOf(of, isPlural(whom));
  return deed === undefined ? `${whom} ${be(whom)} guilty of ${of}` : `${whom} ${deed}`;
};

const naming = /^(?:call|describe|label|dismiss|brand|deem|denounce|portray|rate|hail|reject)$/u;

/** `described the plan as “mad”`, `called it “a lie”`: the plan is mad. */
const description: Build = ({ verb, object }) => {
  if (!naming.test(verb)) return undefined;
  const [, what, as] =
    /^([^“"]{1,80}?),? as (.+)$/u.exec(object) ??
    /^([^“"‘']{1,80}?) ([“"‘'].+)$/u.exec(object) ??
    [];
  return what === undefined || as === undefined ? undefined : `${what} ${be(what)} ${as}`;
};

const requesting =
  /^(?:urge|ask|tell|want|encourage|advise|order|beg|press|require|instruct|implore|invite|warn|remind|call(?: for| on| upon)?|push(?: for)?|press for|appeal(?: to)?|demand|plead)$/u;

/** `urged the town to leave`, `called for Lee to go`: the town should leave. */
const request: Build = ({ kind, verb, object }) => {
  const [, whom, not, what] =
    /^(?:for |on |upon )?(.{1,80}?) (not )?to ([“"‘']?\w.+)$/u.exec(
      kind === 'SUPPORTS' ? object : '',
    ) ?? [];
  if (!requesting.test(verb) || whom === undefined || what === undefined) return undefined;
  return `${subjects[whom] ?? whom} should ${not ?? ''}${what}`;
};

const promising =
  /^(?:promise|pledge|vow|threaten|plan|offer|agree|expect|intend|hope|guarantee)$/u;

const promise: Build = ({ speaker, verb, object }) =>
  promising.test(verb) && /^to \w/u.test(object)
    ? object.replace(/^to/u, `${speaker} will`)
    : undefined;

const demanding =
  /^(?:demand|call for|urge|seek|propose|recommend|request|advocate|want|prefer|push for|ask for)$/u;

const wishing =
  /^(?:(?:an?|the|his|her|its|their) )?(?:\w+ )?(?:importance|need|desire|hopes?|wish|demands?|calls?|urgency) (?:of|for) /iu;

const definite = /^(?:the|this|that|these|those|his|her|its|their)\b/iu;
const adverbial =
  /^(?:to|by|from|with|as|when|while|after|before|if|because|since|in|at|during)\b/iu;

const calls =
  /^(?:\w+ )?(?:calls?|demands?|requests?|pleas?|appeals?)(?: (?:for|on) (.{1,80}?))? to (\w.+)$/iu;

/** `called for an inquiry`: there should be one; `recommended selling`: that would be right. */
const wish: Build = ({ kind, speaker, verb, object }) => {
  if (kind !== 'SUPPORTS' && kind !== 'OPPOSES') return undefined;
  if (/^to \w/u.test(object)) return object.replace(/^to/u, `${speaker} should`);
  const [, whom = speaker, what] = calls.exec(object) ?? [];
  if (what !== undefined) return `${subjects[whom] ?? whom} should ${what}`;
  const wished = object.replace(wishing, '');
  if (/^\w+ing\b/u.test(wished)) return `${wished.split(',')[0]} would be right`;
  if (adverbial.test(wished)) return undefined;
  const isWanted = (demanding.test(verb) && !definite.test(object)) || wished !== object;
  if (isWanted) return `there should be ${wished}`;
  const backed = object.replace(/ (?:for|as|over|because|after|when|unless) .*$/u, '');
  return `${backed} ${be(backed)} right`;
};

// `denied hiding it after a witness said so`
const occasion =
  / (?:after|as|when) [^,]*\b(?:told|said|says|reported|claimed|alleged|accused|showed|found|emerged)\b.*$/u;

const counts = /^(?:[\p{L}\d]+ )?(?:charges?|counts?) of /iu;
const crimes =
  /^(?:attempted |sexual |common |indecent |aggravated |wire |tax |bank )?(?:murder|manslaughter|perjury|fraud|bribery|theft|robbery|burglary|assault|rape|arson|stalking|harassment|blackmail|extortion|embezzlement|kidnapping|treason|corruption|money laundering|misconduct in (?:a )?public office|actual bodily harm|grievous bodily harm|conspiracy to \p{L}+|perverting the course of justice|causing death by .+|dangerous driving|contempt of court|libel|forgery)(?: (?:of|on|against|at|in|by|between) .+)?$/iu;
const allegations =
  /^(?:(?:the|any|all|these|those) )?(?:reports?|allegations?|accusations?|claims?|charges?|suggestions?|rumou?rs?|talk|speculation|gossip|stories) (?:of|about) /iu;

// `denied involvement through his lawyer`
const medium =
  /,? (?:(?:through|via) (?:an?|the|his|her|its|their) (?:lawyers?|attorneys?|solicitors?|spokes\p{L}+|office|agents?|representatives?|publicist)|in (?:an?|the|his|her|its|their) (?:\p{L}+ )?(?:statement|interview|letter|post|tweet|e-?mail|video))\b.*$/iu;

/** `denied taking it`, `denied any role in it`: the speaker took it, had a role in it. */
const denial: Build = ({ kind, speaker, verb, object }) => {
  const isConfirmed = /^(?:admit|acknowledge|confirm|concede)(?: to)?$/u.test(verb);
  const crime = object.replace(counts, '');
  if (verb === 'plead' || (kind === 'DENIES' && crimes.test(crime)))
    return `${speaker} ${be(speaker)} guilty of ${crime}`;
  if (kind !== 'DENIES' && kind !== 'DECLINES' && !isConfirmed) return undefined;
  const what = object.replace(allegations, '').replace(medium, '');
  if (verb === 'rule out') return ruledOut(speaker, what);
  if (/^(?:ever )?having\b/u.test(what))
    return what.replace(/^(?:ever )?having/u, `${speaker} had`);
  const deed = pastOf(what.replace(occasion, ''), isPlural(speaker));
  if (deed !== undefined) return `${speaker} ${deed}`;
  return isConfirmed ? confirmed(what) : shareIn(speaker, what);
};

/** `confirmed the departure of Lee`: it took place. */
function confirmed(what: string): string | undefined {
  const noun = /^(?:the|his|her|its|their) (\p{L}+) of \p{L}/u.exec(what)?.[1];
  return noun !== undefined && deeds.has(noun) ? `${what} took place` : undefined;
}

// What an inquiry finds or does not.
const found =
  /^(?:any |an? )?(?:\p{L}+ )?(?:foul play|sabotage|terrorism|arson|murder|suicide|homicide|negligence|(?:mechanical|technical|engine|brake) (?:failure|fault)|(?:human|pilot) error|motive|links?|involvement|accident|gas leak|poisoning)\b/iu;

/** `ruled out selling it`, `ruled out a sale`: it will be sold, there will be a sale. */
function ruledOut(speaker: string, what: string): string | undefined {
  const gerund = /^(\w+ing)\b/u.exec(what)?.[1];
  const base = gerund && baseOf(gerund);
  if (base !== undefined) return `${speaker} will ${base}${what.slice(gerund?.length)}`;
  if (found.test(what)) return `there was ${withOne(what.replace(/^any /u, ''))}`;
  return /^(?:the|this|that|his|her|its|their)\b/iu.test(what)
    ? undefined
    : `there will be ${withOne(what.replace(/^any /u, ''))}`;
}

const shares: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:any |all |direct |personal )*(?:wrongdoing|misconduct|wrong-doing|guilt)\b/iu,
    'was guilty of wrongdoing',
  ],
  [
    /^(?:any |all |direct |personal |his |her |its |their )*(?:involvement|complicity|participation) in\b/iu,
    'was involved in',
  ],
  [/^(?:any |all |direct |personal |his |her |its |their )*involvement$/iu, 'was involved'],
  [
    /^(?:any |all |direct |personal |his |her |its |their )*(?:responsibility) for\b/iu,
    'was responsible for',
  ],
  [/^(?:any |direct |personal |prior )*(?=knowledge of\b)/iu, 'had '],
  [
    /^(?:any |an? |direct )+(?=(?:role|hand|part|interest|stake|say) in\b|(?:links?|ties?|connections?|contacts?) (?:to|with)\b|intentions? of\b|plans? (?:to|for)\b|relationship with\b)/iu,
    'had a ',
  ],
  [/^(?=(?:links|ties|connections|contacts|plans|role|intent) (?:to|with|for|in)\b)/iu, 'had '],
];

/** `any role in it`: the speaker had a role in it. */
function shareIn(speaker: string, what: string): string | undefined {
  const found = shares.find(([pattern]) => pattern.test(what));
  if (found === undefined) return undefined;
  const told = what.replace(found[0], found[1]).replace(/\bhad a (?=\w+s\b)/u, 'had ');
  return `${speaker} ${isPlural(speaker) ? told.replace(/^was\b/u, 'were') : told}`;
}

// Who rebuts an argument has not said what is not so.
const arguing =
  /^(?:(?:an?|the|any|all|both|many|some|several|this|that|these|his|her|its|their|of|what) |[\p{L}.]+(?:['’]s?)? ){0,5}?(?:points?|arguments?|criticisms?|critiques?|assessments?|characteri[sz]ations?|opinions?|portrayals?|interpretations?|narratives?|opposition|views?|attacks?|complaints?|descriptions?|findings?|conclusions?|charges?|accusations?)\b/iu;

const behind =
  /(?<=^(?!the |this |these |those |his |her |its |their |all |any )[^ ]+(?: [^ ]+)?) (?:rumou?rs|claims|allegations|reports|speculation|accusations)$/iu;

// `denied the first two`: of what, the text alone tells.
const counted =
  /^(?:the |all |both )?(?:first|second|third|latter|former|last|others?|rest|two|three|four|both|all|same|lot|everything|it all|any of it|all of it|any of that|all of that)(?: (?:two|three|four|one|ones|point|points|part|parts|half))?$/iu;

/** `denied any role`, `questioned the account`: there was one, it is true. */
const existence: Build = ({ kind, object }) => {
  const isAnswer = /^(?:DENIES|QUESTIONS|QUALIFIES)$/u.test(kind);
  const plain = object
    .replace(isAnswer ? allegations : /^(?!)/u, '')
    .replace(isAnswer ? behind : /^(?!)/u, '')
    .replace(/^(?:any|all) /iu, '')
    .replace(/^(?:alleged|reported|purported|supposed|rumou?red) /iu, '');
  if (adverbial.test(plain) || plain === '' || counted.test(plain)) return undefined;
  if (kind === 'DENIES' && arguing.test(plain)) return undefined;
  const isReported = isAnswer && allegations.test(object);
  if (isReported && definite.test(plain)) return `${plain} took place`;
  if ((kind === 'DENIES' || isReported) && !definite.test(plain))
    return `there ${isPlural(plain) ? 'were' : 'was'} ${withOne(plain)}`;
  const isJudged =
    kind === 'DENIES' || kind === 'QUESTIONS' || kind === 'CONFIRMS' || kind === 'RETRACTS';
  const judged = plain
    .replace(/^(?:on|about) /u, '')
    .replace(/ (?:after|when|because|following|amid) .*$/u, '');
  return isJudged ? `${judged} ${be(judged)} right` : undefined;
};
