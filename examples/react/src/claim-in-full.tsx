import type { Polarity, Stance } from '@onrecord/sdk';
import { ClaimDocument } from '@onrecord/sdk/documents';
import { useEffect } from 'react';
import { useQuery } from 'urql';
import { StanceCard } from './stance-card.tsx';
import { StanceForm } from './stance-form.tsx';
import { Status } from './status.tsx';

interface Props {
  readonly slug: string;
  /** Another value each time that the claim may have changed; undefined until the first. */
  readonly changed: string | undefined;
}

/** Each heading, and which way the stances point that stand under it. */
const headings = {
  'For it, or passing it on': ['FOR', 'RELAYED'],
  'Against it, or doubting': ['AGAINST', 'MIXED'],
  'Without a position': ['NONE', 'WITHDRAWN'],
} as const satisfies Readonly<Record<string, readonly Polarity[]>>;

/** How a claim stands, who says so, and in whose words. */
export function ClaimInFull({ slug, changed }: Props) {
  const [{ data, error }, askAgain] = useQuery({
    query: ClaimDocument,
    variables: { by: { slug } },
  });
  useEffect(() => {
    if (changed) askAgain({ requestPolicy: 'network-only' });
  }, [askAgain, changed]);

  if (error) return <p role="alert">{error.message}</p>;
  if (!data) return <p className="hint">One moment …</p>;
  if (!data.claim) return <p className="hint">There is no claim {slug} on record.</p>;

  const { text, standing, stances } = data.claim;
  return (
    <article className="claim">
      <Status of={standing.status} />
      <h2>{text}</h2>
      <p className="summary">{standing.summary}</p>
      <div className="sides">
        {Object.entries(headings).map(([heading, polarities]) => (
          <Side
            key={heading}
            heading={heading}
            stances={stances.nodes.filter(({ polarity }) =>
              polarities.some((each) => each === polarity),
            )}
          />
        ))}
      </div>
      <StanceForm claim={slug} />
    </article>
  );
}

interface SideProps {
  readonly heading: string;
  readonly stances: readonly Stance[];
}

function Side({ heading, stances }: SideProps) {
  if (stances.length === 0) return null;
  return (
    <section>
      <h3>{heading}</h3>
      {stances.map((stance) => (
        <StanceCard key={stance.id} stance={stance} />
      ))}
    </section>
  );
}
