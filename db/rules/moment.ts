/** Whether something had happened at `moment`: null is now, and what has no time did not happen. */
export function happenedBy(at: number | null, moment: number | null): boolean {
  return at !== null && (moment === null || at <= moment);
}
