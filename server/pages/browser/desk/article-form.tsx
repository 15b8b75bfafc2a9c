import { useState } from 'preact/hooks';
import { correctArticle, dayOf, withdrawOpen } from './adding.ts';
import { TextField } from './choice.tsx';
import type { Desk } from './desk.ts';
import type { ArticleInFull } from './desk-state.ts';
import { words } from './words.ts';

interface ArticleFormProps {
  readonly desk: Desk;
  readonly article: ArticleInFull;
}

/** What is told of the open article, to be corrected. */
export function ArticleForm({ article, desk }: ArticleFormProps) {
  const [title, setTitle] = useState(article.title);
  const [publishedOn, setDay] = useState(dayOf(article));
  const [agency, setAgency] = useState(article.creditedTo?.name ?? '');
  const onSubmit = (event: Event): void => {
    event.preventDefault();
    void correctArticle(desk, { title, publishedOn, agency });
  };
  return (
    <form aria-label={words.article} onSubmit={onSubmit}>
      <h3>{words.article}</h3>
      <p>
        {words.outlet}: <bdi>{article.outlet?.name ?? '–'}</bdi>
      </p>
      <TextField label={words.title} value={title} onChange={setTitle} required />
      <TextField label={words.published} type="date" value={publishedOn} onChange={setDay} />
      <TextField label={words.agency} value={agency} onChange={setAgency} />
      <div class="buttons">
        <button type="submit">{words.correct}</button>
        <button type="button" onClick={() => void withdrawOpen(desk)}>
          {words.withdrawArticle}
        </button>
      </div>
    </form>
  );
}
