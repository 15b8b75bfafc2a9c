/** A language as the record keeps it, from what pages write for it: `en_us` is `en-US`. Undefined where it names none. */
export function languageTag(told: string): string | undefined {
  const tag = /^[a-z\d]+(?:[-_][a-z\d]+)*/iu.exec(told.trim().slice(0, longestTag))?.[0];
  if (tag === undefined) return undefined;
  try {
    const { language, script, region } = new Intl.Locale(tag.replaceAll('_', '-'));
    if (language.length > 3 || noLanguages.includes(language)) return undefined;
    return [language, script, region].filter((part) => part !== undefined).join('-');
  } catch {
    return undefined;
  }
}

const longestTag = 100;

/** What stands for a language that is not known, for several and for none. */
const noLanguages = ['und', 'mul', 'zxx', 'mis'];
