import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

const axe = readFileSync(
  new URL('../../node_modules/axe-core/axe.min.js', import.meta.url),
  'utf8',
);

/** What axe finds wrong with a page as it is. It is run by the browser's own tools, which no policy binds. */
export async function faultsByAxe(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  return page.evaluate(
    `axe.run(document).then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html.slice(0, 200))))`,
  );
}
