import { LinesRefused } from '../../db/interchange/lines-refused.ts';
import type { LineFault } from '../../db/interchange/source.ts';
import { builder } from '../builder.ts';
import { codeOf, pathOf, RefusalCode, UserError } from './errors.ts';

const LineRefused = builder.objectRef<LineFault>('LineRefused').implement({
  description: 'What is wrong with one line.',
  fields: (t) => ({
    line: t.exposeInt('line', { description: 'The number of the line; the first is 1.' }),
    code: t.field({
      type: RefusalCode,
      description: 'Which refusal it is.',
      resolve: ({ refusal }) => codeOf(refusal),
    }),
    message: t.string({
      description: 'One sentence for a person.',
      resolve: ({ refusal }) => refusal.message,
    }),
    path: t.stringList({
      nullable: true,
      description: 'Where in the line the refused value stands; null for the whole line.',
      resolve: ({ refusal }) => pathOf(refusal),
    }),
  }),
});

builder.objectType(LinesRefused, {
  name: 'LinesRefused',
  description: 'At least one line of the interchange format may not be recorded.',
  interfaces: [UserError],
  fields: (t) => ({
    faults: t.field({
      type: [LineRefused],
      description: 'The first faults, in the order of the lines.',
      resolve: ({ faults }) => faults,
    }),
  }),
});
