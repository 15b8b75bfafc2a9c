/**
 * The moment that an address asks for, a day for its end, or for `now` where it has not ended: null where it asks for none,
 * undefined where it is none, or has not come.
 */
export async function momentAsked(
  asked: string | null,
  now: () => Promise<number>,
): Promise<string | null | undefined> {
  const end = momentIn(asked, 'T23:59:59.999Z');
  if (end === null || end === undefined) return end;
  const until = new Date(await now()).toISOString();
  if (end <= until) return end;
  // Of an instant, both are itself.
  const begin = momentIn(asked, 'T00:00:00.000Z');
  return begin && begin <= until ? until : undefined;
}

/** The moment before which an address asks for something, a day for its begin. */
export function momentBefore(asked: string | null): string | null | undefined {
  return momentIn(asked, 'T00:00:00.000Z');
}

function momentIn(asked: string | null, timeOfDay: string): string | null | undefined {
  if (asked === null || asked.trim() === '') return null;
  const moment = asked.trim();
  const whole = /^\d{4}-\d{2}-\d{2}$/.test(moment) ? `${moment}${timeOfDay}` : moment;
  const isMoment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/.test(whole);
  const at = new Date(whole);
  if (!isMoment || Number.isNaN(at.valueOf())) return undefined;
  // The 30th of February would be one of March.
  return at.toISOString().startsWith(whole.slice(0, 19)) ? at.toISOString() : undefined;
}
