import type { Evidence, Stance } from '@onrecord/sdk';

/** Who stands how, and the words that show it. */
export function StanceCard({ stance }: { readonly stance: Stance }) {
  const { actor, kind, note, evidence } = stance;
  return (
    <div className="stance">
      <p>
        <b>{actor.name}</b> <span className="verb">{verbOf(kind)}</span>
      </p>
      {evidence.map((words) => (
        <Quote key={words.id} words={words} />
      ))}
      {note && <p className="note">{note}</p>}
    </div>
  );
}

/** The words, and through whom they reached us; a link leads to the place where they stand. */
function Quote({ words }: { readonly words: Evidence }) {
  const { quote, permalink, article, attribution } = words;
  const chain = attribution.map(({ name }) => name).join(' → ');
  return (
    <figure>
      <blockquote>{quote ?? '(erased)'}</blockquote>
      <figcaption title={article.title}>
        {permalink ? <a href={permalink}>{chain}</a> : chain}
      </figcaption>
    </figure>
  );
}

/** `NO_REPLY` as “no reply”. */
function verbOf(kind: Stance['kind']): string {
  return kind.toLowerCase().replace('_', ' ');
}
