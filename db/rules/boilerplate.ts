// A line that only stands around an article begins so, and is short.
const longest = 240;

const beginnings = [
  // Subscriptions
  'subscribe(?: now| today| to\\b| for\\b|$|[.!:])',
  'sign up (?:for|to|here|now|today)\\b',
  'get (?:our|the) (?:free |daily |weekly |morning )?newsletter',
  'already a (?:subscriber|member)',
  '(?:log|sign) in to (?:read|continue|comment|your)',
  'support (?:our|independent|quality) journalism',
  'become a (?:member|subscriber|supporter)',
  'start your (?:free )?trial',
  // More of the site
  'read (?:more|also|next|the full story)\\b',
  '(?:see|watch) (?:also|more)\\b',
  'more (?:on this|from|stories|news)\\b',
  'related(?: (?:articles?|stories|topics|content|links?))?\\s*(?:[:|]|$)',
  'most (?:read|popular|viewed)\\b',
  'recommended(?: (?:for you|stories|reading))?\\s*(?:[:|]|$)',
  'don.t miss\\s*[:|]',
  'continue reading\\b',
  'skip (?:to|advert|past)\\b',
  // Sharing
  'share(?: (?:this|on|via|by|article|story|now)\\b|\\s*[:|]|$)',
  'follow (?:us|the [\\p{L} ]{1,40}) on\\b',
  '(?:tweet|facebook|whatsapp|email|print|copy link)(?:\\s*[|,·]|$)',
  'click here\\b',
  'download (?:our|the) app\\b',
  '(?:\\d+ )?comments?\\s*(?:\\(?\\d*\\)?)$',
  '(?:leave|post|add) a comment\\b',
  // Cookies, copyright, advertisements
  '(?:we|this (?:web)?site) uses? cookies\\b',
  'accept (?:all )?cookies\\b',
  'manage (?:cookies|your (?:privacy|cookie))\\b',
  '(?:by continuing|by using this)[\\p{L} ,]{0,40}(?:cookies|terms|policy)\\b',
  '(?:copyright\\b|©|\\(c\\)\\s*\\d{4})',
  'all rights reserved\\b',
  '(?:terms of (?:use|service)|privacy (?:policy|notice))(?:\\s*[|,.·]|$)',
  'advertise?ment\\s*(?:[:|]|$)',
  'story continues below\\b',
  'article continues (?:after|below)\\b',
  'sponsored(?: content)?\\s*(?:[:|]|$)',
  // When the page was made
  '(?:last |first )?(?:updated|modified|published|posted|edited)(?:\\s*[:|]|\\s+(?:at|on|\\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\\.?\\s+\\d))',
  'updated (?:just now|\\d+ (?:minutes?|hours?|days?) ago)',
  '\\d+ (?:min|minute)s? read$',
  '\\d+ (?:minutes?|hours?|days?) ago$',
];

const around = new RegExp(`^(?:${beginnings.join('|')})`, 'iu');

/** Whether a line stands around an article and is none of its words: it asks to subscribe, to share or to read on, or tells whose the page is. */
export function isBoilerplate(line: string): boolean {
  const words = line.replace(/^[^\p{L}\p{N}©(]+/u, '').trim();
  return words.length <= longest && around.test(words) && !isProse(words);
}

/** Whether somebody is quoted in it, which no such line does. */
function isProse(words: string): boolean {
  return /["“”„«»]/u.test(words) && /\b(?:said|says|told|asked)\b/u.test(words);
}
