/** Whether words are a sentence, which no entry of a menu or a list of headlines is. */
export function isProse(words: string): boolean {
  const count = words.split(' ').length;
  if (count > 24) return true;
  if (count > 4) return /[\p{STerm}…][^\p{L}\p{N}]*$/u.test(words.slice(-20));
  return (words.match(unspaced)?.length ?? 0) > 15;
}

/** Letters of scripts that set no space between words. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/gu;

const notices =
  /^(?:advertisement(?:\W+scroll to continue)?|anzeige|werbung|publicité|publicidad|sponsored(?: content)?|(?:article|story) continues (?:below|after).*|scroll (?:down )?to continue.*|skip (?:to|past) .*|share(?: (?:this|on|via|the) .*)?|(?:read|see|discover) more|(?:read (?:more|next|also|on)|also read|lire aussi|lesen sie auch|lea también|watch(?: now)?:|see also:|more:) ?[:.]?.{0,120}|up next|have your say|(?:.{0,40}\W)?\d+ min(?:ute)?s? read|view this post on \w+|become a (?:supporter|member|subscriber)|open in (?:the )?app|sign in|log in|follow|[\d.,]+[km]? followers|latest(?: .{0,20})?|elsewhere(?: .{0,30})?|in other news|don[’']t miss|(?:what to )?(?:read|watch) next|trending(?: .{0,20})?|popular(?: .{0,20})?|top stories|editors?[’']?s? picks|from our partners|explore more|related(?: (?:articles?|stories|topics|content|posts?|reading|(?:\w+ )?links))?:?|more (?:on|from|about|stories|news|like) ?.{0,60}|most (?:read|popular|viewed)|recommended(?: .{0,30})?|you (?:may|might) also (?:like|be interested in).*|(?:topics|tags|tagged|labels|filed under|keywords):?.{0,80}|sign up.{0,80}|subscribe.{0,80}|follow us.*|comments?(?: \(?\d+\)?)?|(?:leave|post|add) a comment.*|print(?: this .{0,20})?|hits: ?\d+|e-?mail|copy link|save|facebook|twitter|x|whatsapp|linkedin|reddit|pinterest|telegram|listen to this .{0,40}|\d+ (?:min(?:ute)?s?)(?: read)?|back to top|close|menu|loading\W*|accept(?: all)?(?: cookies)?|all rights reserved.*|(?:©|\(c\)|copyright) .*)$/iu;

/** Whether words stand around articles everywhere: ways on, to share and to sign up, advertisements. */
export function isNotice(words: string): boolean {
  if (words.length >= 160) return false;
  return (notices.test(words) && !/[.!?]["”’]? \S/u.test(words)) || isOffer(words);
}

const asked = /\b(?:sign up|subscribe|register|join|download|follow|support|donate|get|write)\b/iu;
const offered =
  /\b(?:(?:to|your) (?:e-?mail )?inbox|follow us|your story ideas|newsletter|our (?:\w+ ){0,2}(?:newsletters?|app|channel|community|briefing|newsroom|whatsapp(?: \w+)?))\b/iu;

/** Whether words offer what the site has, and nobody says them. */
function isOffer(words: string): boolean {
  if (/["“”«»]|\b(?:said|says|told|denied|denies|wrote)\b/iu.test(words)) return false;
  if (/\bfree articles? (?:left|remaining)\b/iu.test(words)) return true;
  return /\b(?:you|your|our|here)\b/iu.test(words) && asked.test(words) && offered.test(words);
}

const authors =
  /^(?:by|from|words by|written by|story by|posted by|published|updated|posted|last (?:updated|modified)|first published|created)\b/iu;

const month = '(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\\.?';

/** A day that words begin with. */
const day = new RegExp(
  `^(?:(?:on )?(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? )?(?:\\d{1,2}(?:st|nd|rd|th)? ${month}|${month} \\d{1,2}\\b|\\d{4}-\\d\\d|\\d{1,2}[/.]\\d{1,2}[/.]\\d{2})`,
  'iu',
);

/** Whether words tell who wrote an article, or when: the page says so elsewhere, and no sentence does. */
export function isByline(words: string): boolean {
  const count = words.split(' ').length;
  return (count < 20 && authors.test(words)) || (count < 10 && day.test(words));
}

/** Words of which so many characters are links to elsewhere. */
interface Linked {
  readonly text: string;
  readonly linked: number;
}

/** Whether words are a link, all of them or nearly. */
export function isLink({ text, linked }: Linked): boolean {
  return linked > 0.8 * text.length;
}

/** Whether words are a sentence, and no link with all of them. */
export function isSentence(words: Linked): boolean {
  return !isLink(words) && isProse(words.text);
}
