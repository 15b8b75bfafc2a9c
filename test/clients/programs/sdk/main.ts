import { createClient } from '@onrecord/sdk';
import { heardClaim, refusedStance } from '../found.ts';
import { reasonOf, told } from '../line.ts';
import { report, token, url } from '../report.ts';

const record = createClient({ url, token });
const reader = createClient({ url, get: true });

const page = await reader.claims({ first: 3 });
const next = await reader.claims({ first: 3, after: page.pageInfo.endCursor });
const claim = await reader.claim({ by: { slug: 'call-happened' } });
const answer = await record.recordStance.safe(refusedStance);

let heard: string | undefined;
let isAsked = false;
for await (const event of reader.claimAdded({ onState: ({ kind }) => kind === 'live' && tell() })) {
  heard = event.claim?.slug;
  break;
}

function tell(): void {
  if (isAsked) return;
  isAsked = true;
  void record.recordClaim(heardClaim);
}

const first = page.nodes.map(({ slug }) => slug);
report({
  first,
  both: [...first, ...next.nodes.map(({ slug }) => slug)],
  claim: told(claim),
  refused: answer.ok ? '' : reasonOf(answer.refusal),
  heard: heard ?? '',
});
