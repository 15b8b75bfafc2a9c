import { noteElsewhere } from '../../db/queries/basis.ts';
import type { JsonText } from '../../db/read/json-text.ts';
import { type TextStatement, textStatement } from '../../db/read/text-statement.ts';

/** A statement of text, what is told by which is noted by its holes and by who asks it. */
export function notedStatement(text: JsonText): TextStatement {
  const made = textStatement(text);
  noteElsewhere(made.statement);
  return made;
}
