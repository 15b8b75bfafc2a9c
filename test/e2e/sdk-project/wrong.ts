import { createClient } from '@onrecord/sdk';

const record = createClient({ url: 'https://record.example/graphql' });
(await record.claims()).nodes[0]?.truth;
await record.claims({ filter: { status: 'TRUE' } });
await record.claims({ limit: 20 });
