/** What somebody is granted or not: who denies it refuses it, and says nothing of what is so. */
export const grants: ReadonlySet<string> = new Set(
  `bail entry access visa visas permission parole asylum request requests chance chances opportunity right rights licence license tenure
  treatment care food water service boarding coverage benefits permit permits citizenship custody victory motion motions appeal appeals petition
  petitions application applications injunction passage admission promotion leave funding funds compensation refund credit loan loans
  justice freedom help aid support shelter sanctuary refuge extradition clemency pardon vote title win goal`.split(
    /\s+/u,
  ),
);

/** Behind these, who is to deny something has done so: `was forced to deny`. */
export const compelled: ReadonlySet<string> = new Set([
  'forced',
  'obliged',
  'compelled',
  'rushed',
  'rush',
  'hastened',
  'moved',
  'quick',
  'had',
  'out',
  'hurried',
  'scrambled',
  'statement',
  'chose',
  'instagram',
  'twitter',
  'facebook',
  'tiktok',
  'television',
  'tv',
  'radio',
  'media',
  'x',
  'air',
]);

/** Nobody who is called so says anything. */
export const nobody: ReadonlySet<string> = new Set([
  'nobody',
  'none',
  'neither',
  'no-one',
  'few',
  'nothing',
]);
