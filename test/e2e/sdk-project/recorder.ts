// Puts a claim on record for each slug, and prints the cursor at which the record stood before.
import { createClient } from '@onrecord/sdk';

declare const process: { env: Record<string, string>; stdout: { write(text: string): void } };

const { URL: url = '', TOKEN: token = '', SLUGS: slugs = '' } = process.env;
const record = createClient({ url, token });
const { feedCursor } = await record.record();
for (const slug of slugs.split(' ')) {
  await record.recordClaim({
    slug,
    text: `The claim ${slug}.`,
    kind: 'FACT',
    language: 'en',
    stances: [
      {
        actor: { slug: 'kremlin' },
        kind: 'ASSERTS',
        certainty: 'PLAIN',
        note: 'Said by telephone.',
      },
    ],
  });
}
process.stdout.write(feedCursor);
