import { actorsCalled } from '../../db/queries/actors-called.ts';
import type { Reader, Statement } from '../../db/read/read.ts';
import { withoutArticle } from '../../db/rules/actor.ts';
import { type CreditsTold, creditsOf } from '../../extract/credits/credits.ts';
import {
  type Agency,
  agencyCalled,
  isNamedAgency,
  isOwnName,
} from '../../extract/lexicon/agencies.ts';
import { newPublisher, type Publisher } from './publisher.ts';

/**
 * The agency whose copy an article is: one on record or known everywhere, where all that credits somebody credits it alone.
 * Null where several are credited, or the outlet is, or nobody for certain: an agency makes one origin of all that it wrote.
 */
export async function agencyOf(
  reader: Reader,
  { outlet, ...told }: CreditsTold & { readonly outlet: Publisher },
): Promise<Publisher | null> {
  const credits = creditsOf(told);
  if (credits.length === 0) return null;
  const names = credits.flatMap((credit) => credit.names.flatMap(namesFor));
  const onRecord = await reader.read(actorsCalled, { names: JSON.stringify(names) });
  const agencies = new Map<string, Publisher>();
  for (const credit of credits) {
    const meant = credit.names.map((name) => whoIsMeant(name, onRecord, outlet));
    const isOutletIn = meant.includes('OUTLET');
    const found = meant.filter((one) => one !== null && one !== 'OUTLET');
    // What it shares with the outlet, or with somebody who is not known, is no copy of it.
    const isShared = isOutletIn || (credit.isOfAgencies && found.length < meant.length);
    if (isShared && (found.length > 0 || (isOutletIn && credit.isOfAgencies))) return null;
    for (const { isAgency, ...one } of found) {
      if (isAgency || !credit.isQuoting) agencies.set(one.id, one);
    }
  }
  const [only, another] = agencies.values();
  return another === undefined ? (only ?? null) : null;
}

type ActorCalled = typeof actorsCalled extends Statement<infer Row> ? Row : never;

interface Meant extends Publisher {
  /** Whether it is an agency, and no outlet of another kind. */
  readonly isAgency: boolean;
}

/** The names under which whoever is called so may be on record. */
function namesFor(name: string): readonly string[] {
  const { name: whole, aliases } = agencyCalled(name) ?? { name, aliases: [] };
  return [whole, ...aliases, name].map(withoutArticle);
}

/** Whom a credit means by a name, if that is the outlet itself or somebody whose copies are printed. */
function whoIsMeant(
  name: string,
  onRecord: readonly ActorCalled[],
  outlet: Publisher,
): Meant | 'OUTLET' | null {
  const agency = agencyCalled(name);
  if (agency && isOwnName(outlet.name, agency)) return 'OUTLET';
  const names = namesFor(name);
  const called = onRecord.filter((actor) => isCalled(actor, names) && isPrinted(actor, agency));
  const exact = called.filter((actor) => withoutArticle(actor.name) === names[0]);
  const [only, another] = exact.length > 0 ? exact : called;
  if (only === undefined) {
    if (withoutArticle(outlet.name) === withoutArticle(name)) return 'OUTLET';
    return agency ? { ...newPublisher(agency), isAgency: true } : null;
  }
  if (another !== undefined) return null;
  if (only.key === outlet.key) return 'OUTLET';
  const isAgency = agency !== undefined || isNamedAgency(only.name);
  return { id: only.slug, name: only.name, key: only.key, isAgency };
}

const allNames = ({ name, aliases }: ActorCalled): readonly string[] =>
  [name, ...namesIn(aliases)].map(withoutArticle);

function isCalled(actor: ActorCalled, names: readonly string[]): boolean {
  return allNames(actor).some((name) => names.includes(name));
}

/** Whether what an actor writes is printed by others. Short names may be those of parties and states, too. */
function isPrinted(actor: ActorCalled, agency: Agency | undefined): boolean {
  if (actor.kind === 'OUTLET') return true;
  if (actor.kind !== 'ORGANIZATION') return false;
  const names = allNames(actor);
  return names.some(isNamedAgency) || (agency !== undefined && names.includes(agency.name));
}

function namesIn(json: string): readonly string[] {
  return JSON.parse(json);
}
