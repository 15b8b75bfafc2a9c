import { affirmed, withArticle } from './affirmed.ts';

// What goes on in a mind is not done, and so not denied.
const inMind =
  /^(?:know|think|see|want|expect|understand|reali[sz]e|mean|hear|feel|like|need|believe|remember|recall|comment|care|mind|agree|say)\b/u;

// Who has no doubt or said nothing has done nothing that could be denied.
const noDeed =
  /^(?:said|told|knew|knows|saw|heard|thought|wanted|felt|found|had|has|have|needed|meant|expected|lost|cared|is|was|were|are|will|would|see|sees)$/u;
const without =
  /^(?:(?:has|have|had) )?(\p{L}+) (nothing|nobody|no one|no (?!longer\b|more\b|less\b|doubt\b|one\b|such\b)\p{L}+)(?= |[.,]|$)/iu;
const shareless =
  /^(?:ha[sd]|have) no (contacts?|role|part|hand|involvement|dealings|connections?|links?|ties|intention|say|stake|interest) /iu;

/** `Lee sold nothing`: that Lee sold something. */
function ofNothing(text: string, from: number): string | undefined {
  const told = text.slice(from);
  const [, verb = '', object = ''] = without.exec(told) ?? [];
  const isDeed =
    verb !== '' && !noDeed.test(verb.toLowerCase()) && /(?:ed|[^aeiouy\W]|o|w|ve)$/iu.test(verb);
  if (!shareless.test(told) && !isDeed) return undefined;
  const some = /^no one$|^nobody$/iu.test(object) ? 'somebody' : 'something';
  const plain = /^no(?:thing|body| one)\b/iu.test(object)
    ? told.replace(object, some)
    : told.replace(/ no (\p{L}+)/iu, (_all, next: string) => ` ${withArticle(next)}`);
  return `${text.slice(0, from)}${plain.replace(/ any(one|body|thing)\b/u, ' some$1')}`;
}

// `At no time did Lee take it`
const turned =
  /^(?:at no (?:time|point|stage)|never(?: once)?|not once|in no way|on no occasion|under no circumstances),? (did|do|does|has|had|was|is|will|would|could) /iu;

/** `Lee did not take it`, said by Lee: what it is that Lee denies. */
export function ownDenial(told: string, name: string): string | undefined {
  const verb = turned.exec(told);
  const rest = verb === null ? '' : told.slice(verb[0].length);
  const isOwn = rest.toLowerCase().startsWith(`${name.toLowerCase()} `);
  const text = isOwn
    ? `${rest.slice(0, name.length)} ${verb?.[1]} not${rest.slice(name.length)}`
    : told;
  if (!text.toLowerCase().startsWith(`${name.toLowerCase()} `)) return undefined;
  const nothing = ofNothing(text, name.length + 1);
  if (nothing !== undefined) return nothing;
  const [, deed] =
    /^(?:did not|did ?n[’']t|never|has never|had never|have never|has not|had not|ha[sd] ?n[’']t|was not|was ?n[’']t|were not|is (?:not|n[’']t) (?=an? |leaving|selling|quitting|resigning|guilty|pregnant|dating|moving|retiring|racist|corrupt|divorcing)) ?(?:ever )?(\p{L}+)/iu.exec(
      text.slice(name.length + 1),
    ) ?? [];
  if (
    deed === undefined ||
    inMind.test(deed) ||
    /\b(?:but|because|until|yet|only|enough)\b/u.test(text)
  )
    return undefined;
  const plain = affirmed(text);
  return plain === text ? undefined : plain;
}
