import { createHash } from 'node:crypto';
import { assertSha256, assertUrl } from '../rules/article.ts';
import { Conflict, InputInvalid } from '../rules/errors.ts';
import { assertLanguage } from '../rules/language.ts';
import { settledArticle } from './content.ts';
import type { Findings } from './findings.ts';
import type { ArticleLine } from './lines.ts';

export function judgeArticle(line: ArticleLine, findings: Findings): ArticleLine {
  const { id, language, url, outlet, creditedTo, supersedes, sha256 } = line;
  findings.attempt(() => assertLanguage(language, ['language']));
  findings.attempt(() => assertSha256(sha256, ['sha256']));
  if (url !== undefined) findings.attempt(() => assertUrl(url, ['url']));
  findings.knowsActors({ outlet, creditedTo });
  findings.attempt(() => assertHash(line));

  const twin = findings.known.articleOfText(line);
  if (twin !== undefined && twin !== id) {
    findings.refusals.push(
      new Conflict({ noun: 'article', reference: twin, keys: ['id'] }, ['sha256']),
    );
  }
  if (supersedes === undefined || !findings.knows('article', supersedes, ['supersedes'])) {
    return settledArticle(line);
  }
  return settledArticle({
    ...line,
    supersedes: findings.known.article(supersedes)?.id ?? supersedes,
  });
}

function assertHash({ text, sha256, erased }: ArticleLine): void {
  if (text === undefined) return;
  if (erased !== undefined) throw new InputInvalid('What was erased has no text.', ['text']);
  const found = createHash('sha256').update(text, 'utf8').digest('hex');
  if (found !== sha256) {
    throw new InputInvalid(`The text has the hash ${found}, and not the one that is given.`, [
      'sha256',
    ]);
  }
}
