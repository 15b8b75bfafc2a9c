import { actorNamesOf, actorsToVerify } from '../queries/verify.ts';
import type { Reader } from '../read/read.ts';
import { namesInTexts } from '../rules/actor.ts';
import { pages } from './pages.ts';
import type { Report } from './report.ts';

/** Texts find every actor by its present name and aliases, and by nothing else. */
export async function verifyNames(reader: Reader, report: Report): Promise<void> {
  for await (const page of pages(reader, actorsToVerify, 100)) {
    const keys = JSON.stringify(page.map(({ key }) => key));
    const rows = await reader.read(actorNamesOf, { keys });
    for (const actor of page) {
      const { key, id } = actor;
      report.checked.actors += 1;
      const own = namesInTexts(actor);
      const stored = rows.filter(({ actor }) => actor === key);
      const isSame = stored.length === own.size && stored.every((row) => own.has(row.name));
      if (!isSame) report.fault('actor', id, 'texts find it by other names than its own');
    }
  }
}
