import { readFileSync } from 'node:fs';
import { overlap, type Span } from '../../extract/words/span.ts';
import { type Desk, openDesk, recordOf } from '../integration/mutations/open-desk.ts';
import { recordFounding } from '../kit/founding-record.ts';
import type { Target } from './targets.ts';

/** A draft of a founding article whose words show a claim on record, and where that claim is among its candidates. */
interface Placed {
  readonly quote: string;
  readonly claim: string;
  readonly wanted: readonly string[];
  /** From 1; undefined where it is none of the first five. */
  readonly place: number | undefined;
}

interface Drafted {
  readonly claim: { readonly slug: string; readonly text: string };
  readonly claimCandidates: readonly {
    readonly claim: { readonly slug: string; readonly text: string };
  }[];
  readonly evidence: readonly (Span & { readonly quote: string })[];
}

interface Line {
  readonly type: string;
  readonly id: string;
  readonly title: string;
  readonly textFile: string;
  readonly outlet?: string;
  readonly claim: string;
  readonly evidence?: readonly (Span & { readonly article: string })[];
}

/** The founding articles read over the record of them: for each draft, where the claim that its words show stands among its candidates. */
export async function foundingCandidates(seeds: string): Promise<Placed[]> {
  const lines = readFileSync(`${seeds}/record.jsonl`, 'utf8')
    .trim()
    .split('\n')
    .map((line): Line => JSON.parse(line));
  await using desk = await openDesk(recordFounding);
  const placed: Placed[] = [];
  for (const { id, title, textFile, outlet } of lines.filter(({ type }) => type === 'article')) {
    const text = readFileSync(`${seeds}/${textFile}`, 'utf8');
    const told = { title, text, language: 'en', ...(outlet ? { outlet: { slug: outlet } } : {}) };
    await desk.mutate('ingestArticle', told);
    for (const draft of await draftsOf(desk, id)) {
      const wanted = shownBy(lines, id, draft);
      if (wanted.length > 0) placed.push(placeOf(draft, wanted));
    }
  }
  return placed;
}

async function draftsOf(desk: Desk, slug: string): Promise<readonly Drafted[]> {
  const { data } = await desk.ask(
    `query($slug: String!) { drafts(article: { slug: $slug }, first: 100) { nodes {
      claim { slug text } claimCandidates(first: 5) { claim { slug text } } evidence { quote start end } } } }`,
    { slug },
    'EDITOR',
  );
  return recordOf(data?.drafts).nodes as readonly Drafted[];
}

/** The claims whose evidence and the draft's have half of the longer of the two in common. */
function shownBy(lines: readonly Line[], article: string, { evidence }: Drafted): string[] {
  const isShown = (piece: Span) =>
    evidence.some(
      (own) => overlap(own, piece) >= Math.max(own.end - own.start, piece.end - piece.start) / 2,
    );
  const shown = lines.filter(
    (line) =>
      line.type === 'stance' &&
      line.evidence?.some((piece) => piece.article === article && isShown(piece)),
  );
  return [...new Set(shown.map(({ claim }) => claim))];
}

function placeOf({ claim, claimCandidates, evidence }: Drafted, wanted: readonly string[]): Placed {
  const at = claimCandidates.findIndex((one) => wanted.includes(one.claim.slug));
  const isItself = wanted.includes(claim.slug);
  return {
    quote: evidence[0]?.quote ?? '',
    claim: claim.text,
    wanted,
    place: isItself ? 1 : at === -1 ? undefined : at + 1,
  };
}

/** How many have the right claim first, and among five. */
function counted(placed: readonly Placed[]) {
  const count = (is: (one: Placed) => boolean) => placed.filter(is).length;
  const [first, found] = [
    count(({ place }) => place === 1),
    count(({ place }) => place !== undefined),
  ];
  const share = (some: number) => (100 * some) / placed.length;
  return { first, found, share };
}

export function candidatesReport(
  placed: readonly Placed[],
  { all }: { readonly all: boolean },
): string {
  const { first, found } = counted(placed);
  const lines = placed.map(
    ({ place, claim, wanted, quote }) =>
      `  ${place ?? '-'} «${claim}» ${wanted.join(', ')}\n      “${quote}”`,
  );
  return [
    `\nfounding articles over their record: ${placed.length} drafts of claims on record, the right one first of ${first}, among five of ${found}`,
    ...(all ? lines : []),
  ].join('\n');
}

export function candidatesTargets(placed: readonly Placed[]): Target[] {
  const { first, found, share } = counted(placed);
  return [
    {
      name: 'candidates: the right claim first, %',
      measured: share(first),
      bound: 'at least',
      limit: 50,
    },
    {
      name: 'candidates: the right claim among five, %',
      measured: share(found),
      bound: 'at least',
      limit: 80,
    },
  ];
}
