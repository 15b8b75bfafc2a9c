import { isProse } from './prose.ts';

/** What sites offer and ask of whoever comes to them. */
const services = [
  'subscri(?:be|bers?|bing|ptions?)',
  'sign(?:ing|ed)?[ -](?:in|up)',
  'log(?:ging|ged)?[ -](?:in|on)',
  'regist(?:er|ered|ering|ration)',
  'accounts?',
  'passwords?',
  'e-?mail address(?:es)?',
  'cookies?',
  'consent',
  'partners',
  'personali[sz]ed',
  'privacy',
  'terms (?:of use|of service|and conditions)|our terms',
  'tracking',
  'javascript',
  '(?:your|this) (?:web )?browser|browse the web(?:site)?',
  'automat(?:ed|ion)|(?:a )?(?:robot|human)',
  'newsletters?',
  'free (?:articles?|stories|month|trial)',
  'unlimited (?:access|reading)',
  'cancel',
  'your choices?',
  'continue reading|go on reading|read on',
  '(?:this|that|the|our) (?:page|content|address|link|archive|front ?page|home ?page)',
  'search (?:our|the|again|for it)|try again',
  'by (?:e-?)?mail|inbox',
].join('|');

const strong =
  /^(?:(?:already|not yet) an? (?:subscriber|member)|(?:please )?(?:sign|log) in (?:here )?(?:to|for|with)\b|(?:please )?enable (?:javascript|cookies)|(?:(?:the rest of|to read) )?th(?:is|e) (?:article|story|content|page|text)(?: is)? (?:only |exclusively )?(?:for|available to|open to|reserved for|exclusive to) (?:our |paying |registered )*(?:subscribers?|members?)\b)/iu;

/** It speaks to whoever reads it, of what the site does for them. */
const speaksToReader = /\b(?:you|your|we|our|us|please|sorry|here)\b/iu;
const service = new RegExp(`\\b(?:${services})\\b`, 'iu');

const price =
  /^(?:(?:then|from|only|just|for|pay|join|at) )*(?:[$€£] ?\d[\d.,]*|\d[\d.,]* \p{L}+) (?:a|per|each|every) (?:week|month|year)\b/iu;

const gates =
  /^(?:(?:sign|log)[ -]?(?:in|up|on)\b.{0,60}|register\b.{0,40}|create (?:an|your)\b.{0,20} account|subscribe\b.{0,60}|newsletters?|before you continue.{0,30}|(?:cookie|privacy|consent)s?(?: (?:settings|choices|preferences|notice|policy))?|.{0,40}\b(?:is|are) for subscribers.{0,20}|please verify\b.{0,60}|.{0,30}\bno longer available.{0,20})(?:\s+[|–—-].*)?$/iu;

/** Parts of what a page says: half of it and more, or less where its title says that it is at a gate. */
const share = { usual: 0.5, titled: 0.3, told: 0.6 };

/** What an article has and a gate has not. */
const mostBeside = 300;

/**
 * Whether a page asks for something before it shows an article, or tells that it has none: to sign in, to subscribe, to consent,
 * to look elsewhere. `isTold` is whether it tells that it is an article: some of it may be shown.
 */
export function isGate(title: string, paragraphs: readonly string[], isTold: boolean): boolean {
  const prose = paragraphs.filter(isProse).map((words) => words.slice(0, longestLooked));
  const asking = prose.map((words) => sentencesIn(words).filter(isOfService).length);
  const count = asking.reduce((sum, one) => sum + one, 0);
  const isTitled = gates.test(title);
  if (count < (isTitled ? 1 : fewest)) return false;
  const all = prose.join('').length;
  const asked = prose.filter((_, at) => (asking[at] ?? 0) > 0).join('').length;
  if (all - asked > mostBeside) return false;
  return asked >= all * (isTitled ? share.titled : isTold ? share.told : share.usual);
}

const longestLooked = 1000;

/** One sentence may be somebody's words on any of this. */
const fewest = 2;

function sentencesIn(words: string): readonly string[] {
  return words.split(/(?<=[.!?…])\s/u);
}

function isOfService(sentence: string): boolean {
  if (/[“”"«»]/u.test(sentence)) return false;
  return (
    (speaksToReader.test(sentence) && service.test(sentence)) ||
    strong.test(sentence) ||
    price.test(sentence)
  );
}
