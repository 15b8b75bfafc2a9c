import { createHash } from 'node:crypto';
import type { Span } from '../../../db/rules/quote.ts';
import type { ArticleFacts } from '../../../db/rules/standing.ts';
import { articles } from '../../../db/tables/article.ts';
import type { Cast } from './actors.ts';
import { firstMoment, type Ledger } from './ledger.ts';
import type { TextRows } from './texts.ts';

/** An article that evidence can be taken from. */
export interface QuotableArticle {
  readonly facts: ArticleFacts;
  readonly outlet: number;
  readonly text: string;
  /** Where each sentence stands, its full stop left out. */
  readonly sentences: readonly Span[];
}

const yearMs = 365 * 86_400_000;

export function recordArticle(ledger: Ledger, cast: Cast, texts: TextRows): QuotableArticle {
  const { bulk, random, language } = ledger;
  const key = ledger.nextKey('article');
  const at = ledger.tick();
  const outlet = random.pick(cast.outlets);
  const publishedAt = random.chance(0.9) ? firstMoment - random.below(yearMs) : null;
  const title = language.sentence(random, 5 + random.below(6));
  const { text, sentences } = compose(ledger);
  const sha256 = createHash('sha256').update(text).digest('hex');
  texts.add(key, sha256, text);
  bulk.insert(articles, {
    key,
    id: ledger.id('article', at),
    slug: `article-${key}`,
    title,
    text,
    sha256,
    textKey: key,
    language: 'en',
    url: random.chance(0.7) ? `https://outlet-${outlet}.example/article-${key}` : null,
    outlet,
    shownOutlet: outlet,
    publishedAt,
    textIsPublic: random.chance(0.1),
    recordedAt: at,
  });
  ledger.append({ type: 'ARTICLE_ADDED', noun: 'article', subject: key, at });
  const told = {
    creditedTo: null,
    publishedAt,
    publishedOn: null,
    modifiedAt: null,
    modifiedOn: null,
    supersedes: null,
  };
  return {
    facts: {
      article: key,
      text: key,
      outlet,
      told,
      corrections: [],
      recordedAt: at,
      withdrawals: [],
    },
    outlet,
    text,
    sentences,
  };
}

/** Three to five paragraphs of two to four sentences. */
function compose({ random, language }: Ledger): { text: string; sentences: Span[] } {
  const sentences: Span[] = [];
  let text = '';
  for (let paragraphs = 3 + random.below(3); paragraphs > 0; paragraphs -= 1) {
    for (let left = 2 + random.below(3); left > 0; left -= 1) {
      const sentence = language.sentence(random, 7 + random.below(14));
      sentences.push({ start: text.length, end: text.length + sentence.length });
      text += `${sentence}.${left > 1 ? ' ' : '\n\n'}`;
    }
  }
  return { text: text.trimEnd(), sentences };
}
