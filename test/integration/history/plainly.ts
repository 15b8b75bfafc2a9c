import { effectiveDay } from '../../../db/rules/stance-time.ts';
import type { TimeBasis } from '../../../db/rules/vocabulary.ts';
import type { HistoryRows, StanceOfHistory } from './rows.ts';

/** A side of a standing, as it is told. */
export interface SideTold {
  readonly actor: { readonly slug: string };
  readonly polarity: string;
  readonly stance: { readonly slug: string };
  readonly spokenBy: readonly { readonly slug: string }[];
}

interface ReplyWorkedOut {
  readonly actor: string;
  readonly state: string;
  readonly stance: string | null;
}

const isPosition = ({ polarity }: StanceOfHistory): boolean =>
  ['FOR', 'MIXED', 'AGAINST'].includes(polarity);

/** What can be worked out of the rows of a record, claim by claim, by nothing but what its words say. */
export class Plainly {
  readonly #rows: HistoryRows;

  constructor(rows: HistoryRows) {
    this.#rows = rows;
  }

  slugOf = (actor: number): string => this.#one(this.#rows.actors, (row) => row.key === actor).slug;

  /** Who is shown for the actor of this name. */
  shownFor(slug: string): string {
    const { key, shown } = this.#one(this.#rows.actors, (row) => row.slug === slug);
    return this.slugOf(shown ?? key);
  }

  /** The position that the stance turned from. */
  turnedFrom(stance: StanceOfHistory): StanceOfHistory | null {
    if (!stance.inForce) return null;
    const before = this.#saidOn(stance.claim).filter(({ actor }) => actor === stance.actor);
    const earlier = before.slice(0, before.indexOf(stance));
    const last = earlier.filter(isPosition).at(-1);
    if (last === undefined) return null;
    const since = earlier.slice(earlier.indexOf(last));
    if (stance.polarity === 'WITHDRAWN')
      return since.some(({ polarity }) => polarity === 'WITHDRAWN') ? null : last;
    return isPosition(stance) && stance.polarity !== last.polarity ? last : null;
  }

  concernedBy(claim: number): readonly string[] {
    const others = this.#rows.claims.filter(({ shown }) => shown === claim).map(({ key }) => key);
    const told = [claim, ...others].flatMap((wording) =>
      this.#rows.concerns.flatMap((row) => (row.claim === wording ? row.actor : [])),
    );
    return [...new Set(told.map((actor) => this.shownFor(this.slugOf(actor))))];
  }

  replies(claim: number, sides: readonly SideTold[]): readonly ReplyWorkedOut[] {
    const asked = this.#saidOn(claim).filter(({ polarity }) => polarity === 'NONE');
    const actors = new Set([
      ...this.concernedBy(claim),
      ...asked.map(({ actor }) => this.slugOf(actor)),
    ]);
    return [...actors].map((actor) => {
      const said = this.#membersOf(claim, this.#sideOf(actor, sides));
      const own = asked.filter((stance) => this.slugOf(stance.actor) === actor).reverse();
      const answer = said.find(isPosition);
      if (answer) return { actor, state: 'ANSWERED', stance: answer.slug };
      const none =
        said.find(({ kind }) => kind === 'DECLINES') ??
        said.find(({ kind }) => kind === 'NO_REPLY') ??
        own.find(({ kind }) => kind === 'DECLINES') ??
        own[0];
      if (none === undefined) return { actor, state: 'NOT_ASKED', stance: null };
      const state = none.kind === 'DECLINES' ? 'DECLINED' : 'NO_REPLY';
      return { actor, state, stance: none.slug };
    });
  }

  /** Who is against it, alone or as a side. */
  against(claim: number, sides: readonly SideTold[]): readonly string[] {
    const holders = this.#counting(claim).filter(({ polarity }) => polarity === 'AGAINST');
    const against = sides.filter(({ polarity }) => polarity === 'AGAINST');
    return [
      ...new Set([
        ...holders.map(({ actor }) => this.slugOf(actor)),
        ...against.map(({ actor }) => actor.slug),
      ]),
    ];
  }

  /** The spokespersons' stances that point another way than their principal's own, with that. */
  splits(claim: number, sides: readonly SideTold[]) {
    return sides.flatMap((side) => {
      const own = this.#heldBy(claim, side.actor.slug);
      return side.spokenBy.flatMap(({ slug }) => {
        const spoken = this.#heldBy(claim, slug);
        const isSplit = own && spoken && own.polarity !== spoken.polarity;
        return isSplit ? { principal: side.actor.slug, speaker: slug, own, spoken } : [];
      });
    });
  }

  /** The stances of these actors that count, where each has one. */
  held(claim: number, actors: readonly string[]): readonly StanceOfHistory[] | null {
    const held = actors.flatMap((actor) => this.#heldBy(claim, this.shownFor(actor)) ?? []);
    return held.length === actors.length ? held : null;
  }

  /** What was said of a claim in force, in the order of its times. */
  #saidOn(claim: number): readonly StanceOfHistory[] {
    return this.#rows.stances.filter((stance) => stance.claim === claim && stance.inForce === 1);
  }

  #counting(claim: number): readonly StanceOfHistory[] {
    return this.#rows.stances.filter((stance) => stance.claim === claim && stance.counting === 1);
  }

  #heldBy(claim: number, actor: string): StanceOfHistory | undefined {
    return this.#counting(claim).find((stance) => this.slugOf(stance.actor) === actor);
  }

  #sideOf(actor: string, sides: readonly SideTold[]): SideTold | undefined {
    const speaksFor = (side: SideTold) => {
      const voice = this.#one(this.#rows.stances, ({ slug }) => slug === side.stance.slug);
      const day = effectiveDay({ at: voice.at, basis: voice.basis as TimeBasis }, voice.saidOn);
      const principals = this.#rows.speakers
        .filter((row) => this.slugOf(row.actor) === actor && row.of !== row.actor)
        .filter(({ from, until }) => (from ?? day) <= day && day <= (until ?? day));
      const of = new Set(principals.map((row) => this.slugOf(row.of)));
      return of.size === 1 && of.has(side.actor.slug);
    };
    return (
      sides.find((side) => side.actor.slug === actor) ??
      sides.find(({ spokenBy }) => spokenBy.some(({ slug }) => slug === actor)) ??
      sides.find(speaksFor)
    );
  }

  /** The stances that count of a side: the one that counts for it, then the others, the latest first. */
  #membersOf(claim: number, side: SideTold | undefined): readonly StanceOfHistory[] {
    if (side === undefined) return [];
    const voice = this.#one(this.#rows.stances, ({ slug }) => slug === side.stance.slug);
    const spoken = side.spokenBy.flatMap(({ slug }) => this.#heldBy(claim, slug) ?? []).reverse();
    return [voice, ...spoken.filter((stance) => stance !== voice)];
  }

  #one<R>(rows: readonly R[], isMeant: (row: R) => boolean): R {
    const found = rows.find(isMeant);
    if (found === undefined) throw new Error('It is on record.');
    return found;
  }
}
