import { type ActorCompared, actorsAlike, bareWords } from './similar-actors.ts';

/**
 * How well somebody is called as a person is, from 1 down to 0.1; null where their last names differ. `Mr Peskov` and
 * `Dmitri Peskov` are called as Dmitry Peskov is, Maria Peskova is not.
 */
export function personCalled(person: ActorCompared, other: ActorCompared): number | null {
  const alike = actorsAlike(person, other)?.score ?? 0;
  if (other.kind !== 'PERSON') return alike === 0 ? null : alike;
  const [own, others] = [namesOf(person), namesOf(other)];
  const fits = own.flatMap((one) => others.map((each) => fitOf(one, each)));
  const best = Math.max(alike, ...fits);
  return best === 0 ? null : best;
}

/** The first and the last name that somebody is called by, without titles and offices: both are one where only one is told. */
export function personNames(name: string): { readonly first: string; readonly last: string } {
  const words = bareWords(name, true);
  const office = words.slice(0, -1).findLastIndex((word) => offices.has(word));
  const bare = words.slice(office + 1).filter((word) => !generations.test(word));
  return { first: bare[0] ?? '', last: bare.at(-1) ?? '' };
}

const offices = new Set(
  `minister president secretary spokesman spokeswoman spokesperson chancellor ambassador senator chief director chairman
  chairwoman leader commissioner premier governor mayor envoy adviser advisor`.split(/\s+/),
);

const generations = /^(?:jr|sr|junior|senior|i{2,3}|iv)$/u;

/** The names of somebody: those with a first name alone, where there are any. */
function namesOf({ name, aliases }: ActorCompared) {
  const names = [name, ...aliases].map(personNames).filter(({ last }) => last !== '');
  const full = names.filter(({ first, last }) => first !== last);
  return full.length > 0 ? full : names;
}

type Named = ReturnType<typeof personNames>;

function fitOf(one: Named, other: Named): number {
  const isOneLast = soundOf(one.last) === soundOf(other.last);
  const isNearly = isOneLast || isSameFrame(one.last, other.last);
  if (!isNearly) return 0;
  const isAlone = one.first === one.last || other.first === other.last;
  const fit = isAlone ? 0.6 : firstFit(one.first, other.first);
  return isOneLast ? fit : fit / 2;
}

/** `Dmitri` is Dmitry, `D` may be; whoever has another first name is another, or the paper has it wrong. */
function firstFit(one: string, other: string): number {
  if (soundOf(one) === soundOf(other)) return 0.8;
  if (one.length === 1 || other.length === 1) return one[0] === other[0] ? 0.7 : 0.1;
  if (isSameFrame(one, other)) return 0.6;
  const [short = '', long = ''] = [one, other].sort((a, b) => a.length - b.length);
  return short.length > 2 && long.startsWith(short) ? 0.5 : 0.1;
}

/** What is left of a name where ways to write the same sounds in Latin letters are one: `zelenskiy` and `zelenskyy`. */
function soundOf(name: string): string {
  return name
    .replace(/ph/gu, 'f')
    .replace(/kh/gu, 'h')
    .replace(/sch/gu, 'sh')
    .replace(/t[sz]/gu, 'z')
    .replace(/ck|q/gu, 'k')
    .replace(/x/gu, 'ks')
    .replace(/w/gu, 'v')
    .replace(/ou|oo/gu, 'u')
    .replace(/([oau])e/gu, '$1')
    .replace(/[iyj]+/gu, 'i')
    .replace(/^ie/u, 'e')
    .replace(/(\p{L})\1+/gu, '$1');
}

const fewestConsonants = 4;

/** Whether two names begin alike and have the same consonants: `Mohammed` and `Muhamad`. */
function isSameFrame(one: string, other: string): boolean {
  const [frame, otherFrame] = [frameOf(one), frameOf(other)];
  return frame === otherFrame && frame.length >= fewestConsonants;
}

const frameOf = (name: string): string => soundOf(name).replace(/(?!^)[aeiou](?!$)/gu, '');
