import {
  type CorrectionOnRecord,
  correctionShape,
  correctionsOfClaims,
} from '../../db/queries/corrections.ts';
import { builder } from '../builder.ts';
import { Claim } from '../objects.ts';
import { connectionTo, pageArgs } from '../reading/connection.ts';
import { allPages } from '../reading/list.ts';

const ClaimCorrection = builder.objectRef<CorrectionOnRecord>('ClaimCorrection').implement({
  description: 'Words of a claim that the record had wrong, and put right.',
  extensions: { rows: correctionShape },
  fields: (t) => ({
    at: t.expose('at', {
      type: 'DateTime',
      description: 'Until when it was worded so: when it was corrected.',
    }),
    text: t.exposeString('text', { description: 'How it was worded until then.' }),
    language: t.exposeString('language', { description: 'The language of these words (BCP 47).' }),
  }),
});

builder.objectField(Claim, 'corrections', (t) =>
  t.field({
    type: connectionTo('ClaimCorrection', ClaimCorrection),
    description:
      'How it was worded before, each time that this was corrected while everyone could read it, the latest first.',
    args: pageArgs,
    ...allPages(correctionShape, correctionsOfClaims),
  }),
);
