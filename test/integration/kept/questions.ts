import { rawRows } from '../../kit/raw-rows.ts';
import { everyAnswer } from '../identity/every-answer.ts';
import type { Asked } from './asking.ts';

const stance = `kind polarity hearsay actor { name } effectiveAt { at basis }
  evidence { quote article { title outlet { name } } attribution { name } onWordOf { name } }`;
const standing = `status rule summary since originCount articleCount onlyUnnamedSources counts { for against relayed }
  sides { polarity actor { name } stance { ${stance} } spokenBy { name } } origins { name } disputedVia { text }`;

/** What rests on no more than some rows, asked of one of them. */
const ofOne = {
  claims: [
    `query ClaimById($by: ClaimBy!) { claim(by: $by) { id text kind stances { nodes { ${stance} } } } }`,
    `query ClaimStanding($by: ClaimBy!) { claim(by: $by) { text review concerns { name } standing { ${standing} } } }`,
    `query ClaimArticles($by: ClaimBy!) { claim(by: $by) { articles(first: 3) { nodes { title } pageInfo { hasNextPage } } } }`,
  ],
  actors: [
    `query ActorById($by: ActorBy!) {
      actor(by: $by) { name aliases grantedBy { name } stances(first: 50) { nodes { kind claim { text } saidIn { text } } } }
    }`,
    `query ActorClaims($by: ActorBy!) { actor(by: $by) { claims { nodes { text standing { ${standing} } } } } }`,
  ],
  articles: [
    `query ArticleById($by: ArticleBy!) {
      article(by: $by) { title outlet { name } evidence { nodes { quote stance { ${stance} } } } claims { nodes { text kind } } }
    }`,
  ],
} as const;

/** Pages of whole lists. */
const lists = {
  claims: [
    `query List($first: Int, $after: String) {
      claims(first: $first, after: $after) { nodes { id text stances { nodes { ${stance} } } } feedCursor }
    }`,
    `query Page($first: Int, $after: String) {
      claims(first: $first, after: $after) {
        nodes { id text kind articles(first: 1) { nodes { title } } } pageInfo { hasNextPage hasPreviousPage endCursor }
      }
    }`,
    `query Oldest($first: Int, $before: String) {
      claims(last: $first, before: $before) { nodes { text standing { status } } pageInfo { hasPreviousPage } }
    }`,
  ],
  stances: [
    `query Stances($first: Int, $after: String) { stances(first: $first, after: $after) { nodes { ${stance} } } }`,
  ],
  articles: [
    `query Articles($first: Int, $after: String) { articles(first: $first, after: $after) { nodes { title } } }`,
  ],
  actors: [
    `query Actors($first: Int, $after: String) { actors(first: $first, after: $after) { nodes { name } } }`,
  ],
} as const;

type Ask = (asked: Asked) => Promise<string>;

/** What is asked of the record at `path`: each row by its name, lists page by page, and some of what the SDK asks. */
export async function questionsOn(path: string, ask: Ask, from: number): Promise<Asked[]> {
  const questions: Asked[] = [{ text: ofOne.claims[0], variables: { by: { slug: 'not-there' } } }];
  for (const [table, texts] of Object.entries(ofOne)) {
    const rows = rawRows<{ id: string; slug: string }>(path, `select id, slug from ${table}`);
    for (const text of texts) {
      for (const [place, { id, slug }] of rows.entries())
        questions.push({ text, variables: { by: place % 2 === 0 ? { slug } : { id } } });
    }
  }
  for (const [name, texts] of Object.entries(lists)) {
    const cursors = await cursorsOf(name, ask);
    for (const text of texts) {
      const bound = text.includes('$before') ? 'before' : 'after';
      questions.push({ text, variables: { first: 3 } }, { text, variables: { first: 50 } });
      for (const cursor of cursors)
        questions.push({ text, variables: { first: 3, [bound]: cursor } });
    }
  }
  const share = { oneIn: 25, from };
  await everyAnswer(path, async (text, variables) => questions.push({ text, variables }), share);
  return questions;
}

async function cursorsOf(list: string, ask: Ask): Promise<readonly string[]> {
  const text = `query Cursors { ${list}(first: 50) { edges { cursor } } }`;
  const { data } = JSON.parse(await ask({ text, variables: {} }));
  const cursors: readonly string[] = data[list].edges.map(
    (edge: { cursor: string }) => edge.cursor,
  );
  return cursors.filter((_, place) => place % 2 === 0);
}
