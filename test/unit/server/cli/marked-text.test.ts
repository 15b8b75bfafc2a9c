import { expect, test } from 'vitest';
import { createRules } from '../../../../extract/rules.ts';
import { markedText } from '../../../../server/cli/marked-text.ts';

const text = 'The ferry\n\nMayor Ida Moreau said the ferry would run.\n\nThe harbour is old.\n';
const drafts = createRules().extract({ text, narrated: true });

test('sources, cues and contents stand in brackets that say which they are', () => {
  expect(markedText(text, drafts, false)).toBe(
    'The ferry\n\n[source: Mayor Ida Moreau] [cue: said] [content: the ferry would run].\n\n[content: The harbour is old].\n',
  );
});

test('a terminal is told by colours, and all words stay', () => {
  const coloured = markedText(text, drafts, true);

  expect(coloured).toContain('\x1b[1;33msaid\x1b[22;39m');
  expect(coloured.replaceAll(new RegExp(`${'\x1b'}\\[[\\d;]*m`, 'g'), '')).toBe(text);
});
