import { articleKeys, versionNames } from '../queries/verify.ts';
import { type EvidenceVersion, versionChanges } from '../queries/version-changes.ts';
import type { Reader } from '../read/read.ts';
import { pages } from './pages.ts';
import type { Report } from './report.ts';

/** In which versions words are stored to stand, against what the texts say. */
export async function verifyVersions(reader: Reader, report: Report): Promise<void> {
  const told = new Set<string>();
  for await (const page of pages(reader, articleKeys, 100)) {
    const articles = page.map(({ key }) => key);
    const { added, gone } = await versionChanges(reader, { articles });
    // The versions of one page may stand on several pages of the table.
    const isNew = (pair: EvidenceVersion) => !told.has(pair.join());
    const [lacking, wrong] = [added.filter(isNew), gone.filter(isNew)];
    for (const pair of [...lacking, ...wrong]) told.add(pair.join());
    const pairs = JSON.stringify([...lacking, ...wrong]);
    const names = await reader.read(versionNames, { pairs });
    for (const [index, { id, slug }] of names.entries()) {
      const stand = index < lacking.length ? 'stand' : 'do not stand';
      const stored = index < lacking.length ? 'is not stored' : 'is stored';
      report.fault(
        'evidence',
        id,
        `its words ${stand} in ${slug}, which ${stored} among its versions`,
      );
    }
  }
}
