import { token, url } from '../address.ts';
import { refusedStance } from '../found.ts';

/** What a page reads without any library. */
async function ask(query: string, variables: object = {}) {
  const address = new URL(url);
  address.searchParams.set('query', query);
  address.searchParams.set('variables', JSON.stringify(variables));
  const response = await fetch(address, { headers: { accept: 'application/json' } });
  return (await response.json()).data;
}

const element = (name: string, id: string) =>
  document.body.appendChild(Object.assign(document.createElement(name), { id }));
const [claims, more, claim, refuse, refused, heard] = [
  element('ol', 'claims'),
  element('button', 'more'),
  element('p', 'claim'),
  element('button', 'refuse'),
  element('p', 'refused'),
  element('p', 'heard'),
];
for (const button of [more, refuse]) button.textContent = button.id;

let after: string | null = null;
async function showMore() {
  const page = (
    await ask(
      'query page($after: String) { claims(first: 3, after: $after) { nodes { slug } pageInfo { endCursor } } }',
      { after },
    )
  ).claims;
  after = page.pageInfo.endCursor;
  for (const { slug } of page.nodes)
    claims.appendChild(Object.assign(document.createElement('li'), { textContent: slug }));
}

const events = new URL(url);
events.searchParams.set('query', 'subscription added { claimAdded { cursor claim { slug } } }');
const feed = new EventSource(events);
feed.addEventListener('next', ({ data, lastEventId }) => {
  const { claimAdded } = JSON.parse(data).data;
  // What the browser goes on behind by itself, when the line breaks, is where the event stands.
  if (lastEventId !== claimAdded.cursor) console.error(`${lastEventId}, ${claimAdded.cursor}`);
  heard.textContent = claimAdded.claim.slug;
});
feed.addEventListener('error', () => console.error('The feed broke.'));

more.addEventListener('click', showMore);
refuse.addEventListener('click', async () => {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({
      query:
        'mutation($input: RecordStanceInput!) { recordStance(input: $input) { ... on QuoteNotInArticle { code nearest { text } } } }',
      variables: { input: refusedStance },
    }),
  });
  const { code, nearest } = (await response.json()).data.recordStance;
  refused.textContent = `${code}: “${nearest[0].text}”`;
});
const { standing } = (
  await ask('{ claim(by: { slug: "call-happened" }) { standing { status summary } } }')
).claim;
claim.textContent = `${standing.status}: ${standing.summary}`;
await showMore();
