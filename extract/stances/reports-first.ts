import type { Range } from '../words/passage.ts';
import type { Statement } from './statement.ts';

interface Named {
  readonly isOutlet: (source: Range) => boolean;
  /** Whether anybody is named in it. */
  readonly isNamed: (source: Range) => boolean;
}

/** `the Post reported that it leaked, according to two officials`: they told the Post, which told us. */
export function reportsFirst(
  statements: readonly Statement[],
  { isOutlet, isNamed }: Named,
): Statement[] {
  const turned = new Map<Statement, Statement>();
  const isReport = (outer: Statement, inner: Statement | undefined) =>
    outer.frame === 'according' &&
    outer.source !== undefined &&
    !isNamed(outer.source) &&
    inner?.within === outer &&
    inner.source !== undefined &&
    isOutlet(inner.source);
  return statements.flatMap((statement, at) => {
    const next = statements[at + 1];
    if (next !== undefined && isReport(statement, next)) {
      const report = { ...next, within: undefined };
      const source = { ...statement, content: next.content, within: report };
      turned.set(statement, source).set(next, source);
      return [report, source];
    }
    if (turned.has(statement)) return [];
    const within = statement.within && (turned.get(statement.within) ?? statement.within);
    return [within === statement.within ? statement : { ...statement, within }];
  });
}
