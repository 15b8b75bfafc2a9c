import type { StanceKind } from '@onrecord/sdk';
import { ActorsDocument, RecordStanceDocument } from '@onrecord/sdk/documents';
import { type SubmitEvent, useState } from 'react';
import { useMutation, useQuery } from 'urql';

const kinds = [
  'DENIES',
  'QUESTIONS',
  'QUALIFIES',
  'ASSERTS',
  'CONFIRMS',
  'OPPOSES',
  'SUPPORTS',
] as const satisfies readonly StanceKind[];

/** Puts on record how an actor stands to a claim. */
export function StanceForm({ claim }: { readonly claim: string }) {
  const [token, setToken] = useState('');
  const [actors] = useQuery({
    query: ActorsDocument,
    variables: { first: 100, orderBy: { field: 'NAME', direction: 'ASC' } },
  });
  const [{ fetching, data, error }, recordStance] = useMutation(RecordStanceDocument);
  const answer = data?.recordStance;

  const send = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const { actor, kind, note } = valuesOf(form);
    const sent = await recordStance(
      {
        input: {
          claim: { slug: claim },
          actor: { slug: actor },
          kind,
          certainty: 'PLAIN',
          note,
        },
      },
      { fetchOptions: { headers: { authorization: `Bearer ${token}` } } },
    );
    if (sent.data && !('code' in sent.data.recordStance)) form.reset();
  };

  return (
    <form onSubmit={send}>
      <h3>Somebody else has spoken to it</h3>
      <div className="fields">
        <select name="actor" aria-label="Who" required>
          {actors.data?.actors.nodes.map(({ id, slug, name }) => (
            <option key={id} value={slug}>
              {name}
            </option>
          ))}
        </select>
        <select name="kind" aria-label="How">
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {kind.toLowerCase()}
            </option>
          ))}
        </select>
        <input name="note" aria-label="How you know" placeholder="How you know" required />
        <input
          type="password"
          aria-label="Your token"
          placeholder="Your token: onr_…"
          autoComplete="off"
          value={token}
          onChange={({ currentTarget }) => setToken(currentTarget.value)}
          required
        />
        <button type="submit" disabled={fetching}>
          Put on record
        </button>
      </div>
      <p role="status">
        {error?.message ?? (answer && ('code' in answer ? answer.message : 'It is on record.'))}
      </p>
    </form>
  );
}

function valuesOf(form: HTMLFormElement) {
  const values = new FormData(form);
  return {
    actor: String(values.get('actor')),
    kind: kinds.find((kind) => kind === values.get('kind')) ?? kinds[0],
    note: String(values.get('note')),
  };
}
