const months =
  `january february march april may june july august september october november december`.split(
    ' ',
  );
const weekdays = 'monday tuesday wednesday thursday friday saturday sunday'.split(' ');

const month = `(${months.map((name) => name.charAt(0).toUpperCase() + name.slice(1)).join('|')})`;
const weekday = `(${weekdays.map((name) => name.charAt(0).toUpperCase() + name.slice(1)).join('|')})`;
const year = '((?:19|20)\\d\\d)(?![\\d,.]*\\d|\\s?%)';
const day = '(\\d{1,2})(?:st|nd|rd|th)?';
// What says only that something was on that day goes with it; the likes of `after` stay.
const on = '(?:\\b(?:[Oo]n|[Ii]n|of|for) )?';

/** Each form of a date, the longest first, with what its groups are. */
const forms: readonly (readonly [pattern: RegExp, parts: readonly string[]])[] = [
  [new RegExp(`${on}\\b(\\d{4})-(\\d\\d)-(\\d\\d)\\b`, 'g'), ['y', 'm', 'd']],
  [new RegExp(`${on}\\b${day} ${month},? ${year}`, 'g'), ['d', 'm', 'y']],
  [new RegExp(`${on}\\b${month} ${day},? ${year}`, 'g'), ['m', 'd', 'y']],
  [new RegExp(`${on}\\b${month},? ${year}`, 'g'), ['m', 'y']],
  [new RegExp(`${on}\\b${day} ${month}\\b`, 'g'), ['d', 'm']],
  [new RegExp(`${on}\\b${month} ${day}\\b`, 'g'), ['m', 'd']],
  [new RegExp(`(?:\\b(?:[Oo]n|last|next|this) )?\\b${weekday}\\b`, 'g'), ['w']],
  [new RegExp(`\\b(?:[Ii]n|of|for) ${month}\\b`, 'g'), ['m']],
  [
    new RegExp(
      `(?<=\\b(?:[Ss]ince|[Uu]ntil|[Bb]y|[Bb]efore|[Aa]fter|[Ll]ast|[Tt]his|[Nn]ext) )${month}\\b`,
      'g',
    ),
    ['m'],
  ],
  [new RegExp(`\\b(?:[Ii]n|of|for) ${year}`, 'g'), ['y']],
  [
    new RegExp(`(?<=\\b(?:[Ss]ince|[Uu]ntil|[Bb]y|[Bb]efore|[Aa]fter|[Ff]rom) )${year}`, 'g'),
    ['y'],
  ],
  [
    /\b([Ll]ast|[Tt]his|[Nn]ext) (year|month|week|summer|winter|spring|autumn|night)\b/g,
    ['r', 'p'],
  ],
  [/\b([Yy]esterday|[Tt]oday|[Tt]omorrow|[Tt]onight)\b/g, ['r']],
];

/** A text without its dates, and what these tell: a part and its value each, as `m=3`. */
export function datesIn(text: string): {
  readonly text: string;
  readonly dates: ReadonlySet<string>;
} {
  const dates = new Set<string>();
  let left = text;
  for (const [pattern, parts] of forms) {
    left = left.replace(pattern, (...found: unknown[]) => {
      for (const [index, part] of parts.entries())
        dates.add(`${part}=${valueTold(part, String(found[index + 1]))}`);
      return ' ';
    });
  }
  return { text: left, dates };
}

function valueTold(part: string, told: string): string {
  const word = told.toLowerCase();
  if (part === 'm') return String(months.includes(word) ? 1 + months.indexOf(word) : Number(word));
  return part === 'd' ? String(Number(word)) : word;
}
