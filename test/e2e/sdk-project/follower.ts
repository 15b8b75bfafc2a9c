// Follows new claims for as long as it runs, and prints the slug and the cursor of each.
import { createClient } from '@onrecord/sdk';

declare const process: { env: Record<string, string>; stdout: { write(text: string): void } };

const { URL: url = '', AFTER: after = '' } = process.env;
const record = createClient({ url });
for await (const { claim, cursor } of record.claimAdded({ after })) {
  process.stdout.write(`${claim?.slug} ${cursor}\n`);
}
