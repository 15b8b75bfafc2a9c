/** A language as the record keeps it, from what pages write for it: `en_us` is `en-US`. Undefined where it names none. */
export function languageTag(told: string): string | undefined {
  const tag = /^[a-z\d]+(?:[-_][a-z\d]+)*/iu.exec(told.trim().slice(0, longestTag))?.[0];
  const parts = tag?.replaceAll('_', '-').split('-') ?? [];
  // Old tags end in parts that no list has today: `en-GB-oed`.
  for (let count = Math.min(parts.length, mostParts); count > 0; count -= 1) {
    const known = knownTag(parts.slice(0, count).join('-'));
    if (known !== undefined) return known;
  }
  return undefined;
}

const mostParts = 8;

function knownTag(tag: string): string | undefined {
  try {
    const { language, script, region } = new Intl.Locale(tag);
    if (language.length > 3 || noLanguages.includes(language)) return undefined;
    return [language, script, region].filter((part) => part !== undefined).join('-');
  } catch {
    return undefined;
  }
}

const longestTag = 100;

/** What stands for a language that is not known, for several and for none. */
const noLanguages = ['und', 'mul', 'zxx', 'mis'];
