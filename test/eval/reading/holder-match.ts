/** Who a draft says it is, in the words of the draft. */
export interface DraftedHolder {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly isPublisher: boolean;
}

/** EXACT: by its name or a part of it; LONGER: with more around it that is no name, or by what is none: an office. */
export type HolderMatch = 'EXACT' | 'LONGER' | undefined;

const titles = new Set('the a an mr mrs ms miss dr sir dame lord lady rev hon'.split(' '));
// `Police in Vell`, and not `police chief`.
const described =
  /^ (?:for|of|in|at|to|from|with|who|that|which|on|close|familiar|briefed|involved|and)\b/u;

function nameWords(name: string): string[] {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[‘’]/gu, "'")
    .toLowerCase()
    .replace(/'s\b/gu, ' ')
    .match(/[\p{L}\p{N}_-]+/gu);
  const rest = (words ?? []).filter((word) => !titles.has(word));
  return rest.length > 0 ? rest : (words ?? []);
}

/** Whether the holder is one that goes by any of these names; `@` is the publisher, `~captain` an office that is not the name. */
export function holderMatch(holder: DraftedHolder, names: readonly string[]): HolderMatch {
  if (names.includes('@') && holder.isPublisher) return 'EXACT';
  const called = [holder.name, ...holder.aliases];
  const matches = names.flatMap((name) =>
    called.map((one) => {
      const match = nameMatch(one, name.replace(/^~/u, ''));
      return match && name.startsWith('~') ? 'LONGER' : match;
    }),
  );
  return matches.find((match) => match === 'EXACT') ?? matches.find((match) => match !== undefined);
}

function nameMatch(drafted: string, gold: string): HolderMatch {
  const [words, wanted] = [nameWords(drafted), nameWords(gold)];
  const head = wanted.at(-1);
  if (words.length === 0 || head === undefined) return undefined;
  const isDescription = !/\p{Lu}/u.test(gold);
  const isPart = words.every((word) => wanted.includes(word));
  if (isPart && (isDescription || words.includes(head))) return 'EXACT';
  const [drawn, asked] = [words.join(' '), wanted.join(' ')];
  // `The resident, who asked not to be named`; `contractor Ed Sands`; but not `Ed Sands’ lawyer`.
  if (drawn.startsWith(`${asked} `)) {
    if (isDescription) return described.test(drawn.slice(asked.length)) ? 'EXACT' : undefined;
    return drafted.toLowerCase().includes(`${gold.toLowerCase()},`) ? 'LONGER' : undefined;
  }
  if (!drawn.endsWith(` ${asked}`)) return undefined;
  const before = drafted.slice(0, drafted.toLowerCase().lastIndexOf(gold.toLowerCase()));
  if (/['’]s? $|\b(?:of|for|to|at|by|against) (?:the )?$/u.test(before)) return undefined;
  return isDescription ? 'EXACT' : 'LONGER';
}
