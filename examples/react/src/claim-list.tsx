import type { Claim } from '@onrecord/sdk';
import { Status } from './status.tsx';

interface Props {
  readonly claims: readonly Claim[] | undefined;
  /** The slug of the claim that is shown in full. */
  readonly chosen: string;
}

export function ClaimList({ claims, chosen }: Props) {
  if (claims?.length === 0) return <p className="hint">No claim stands like that.</p>;
  return (
    <ol className="claims" aria-label="Claims" aria-busy={!claims}>
      {claims?.map(({ id, slug, text, standing }) => (
        <li key={id}>
          <a href={`#${slug}`} aria-current={slug === chosen}>
            <Status of={standing.status} />
            {text}
          </a>
        </li>
      ))}
    </ol>
  );
}
