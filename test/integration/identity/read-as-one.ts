import { rawRows } from '../../kit/raw-rows.ts';

/** Where an actor or claim stands under the name by which it was recorded. */
const asRecorded = new Set(['recordedUnder', 'recordedOn', 'members', 'mergedFrom', 'from', 'to']);

interface Aside {
  readonly id: string;
  readonly slug: string;
  readonly shownId: string;
  readonly shownSlug: string;
}

/**
 * What is wrong with answers that were given while some are one: only what is shown is in them, and a question by another
 * name is answered alike. `answers` are those of `everyAnswer`.
 */
export function readFaults(path: string, answers: ReadonlyMap<string, string>): string[] {
  const aside = ['actors', 'claims'].flatMap((table) =>
    rawRows<Aside>(
      path,
      `select own.id, own.slug, whole.id as shownId, whole.slug as shownSlug
      from ${table} own join ${table} whole on whole.key = own.shown`,
    ),
  );
  const hidden = new Set(aside.map(({ id }) => id));
  const names = new Map(
    aside.flatMap(({ id, slug, shownId, shownSlug }): [string, string][] => [
      [`"${id}"`, `"${shownId}"`],
      [`"${slug}"`, `"${shownSlug}"`],
    ]),
  );
  const faults: string[] = [];
  const alike = new Map<string, string>();
  for (const [question, answer] of answers) {
    // What a viewer may not see is a name that nothing has.
    const isUnknown = answer.includes('"unknown":') && answer.includes('"BAD_USER_INPUT"');
    if (answer.includes('"errors":') && !isUnknown) faults.push(`${question}: ${answer}`);
    if (question.startsWith('node')) continue;
    for (const id of idsIn(JSON.parse(answer))) {
      if (hidden.has(id)) faults.push(`${question} leads to ${id}, which is not shown: ${answer}`);
    }
    const whole = question.replaceAll(/"[^"]+"/g, (name) => names.get(name) ?? name);
    const other = alike.get(whole) ?? answer;
    alike.set(whole, other);
    if (other !== answer) faults.push(`${question}: ${answer}, and by another name ${other}`);
  }
  return faults;
}

function* idsIn(value: unknown): Generator<string> {
  if (value === null || typeof value !== 'object') return;
  for (const [key, held] of Object.entries(value)) {
    if (key === 'id' && typeof held === 'string') yield held;
    else if (!asRecorded.has(key)) yield* idsIn(held);
  }
}
