import { claimsShowingText } from '../queries/likeness.ts';
import type { ReferredArticle } from '../rules/record-view.ts';
import type { WriteTx } from '../write/transaction.ts';
import { believeLikenesses, compareTexts } from './compare-text.ts';

/** What an article brings of its text. */
interface TextGiven {
  readonly sha256: string;
  readonly text: string | null;
  /** Articles that it is alike to, as it was told. */
  readonly alike: readonly ReferredArticle[];
}

/** A text on record. */
export interface RecordedText {
  readonly key: number;
  /** Whether it is alike to others than before. */
  readonly isNews: boolean;
}

const orThatOnRecord = `
  on conflict (sha256) do update set sha256 = excluded.sha256
  returning sha256, key, folded is not null`;
const insertText = `insert into texts (sha256) values (?) ${orThatOnRecord}`;
const insertTexts = `
  insert into texts (sha256) select value from json_each(?) where true ${orThatOnRecord}`;

/** Puts a text on record under its hash, and compares it with all others where its words come for the first time. */
export async function recordText(tx: WriteTx, given: TextGiven): Promise<RecordedText> {
  const [text] = await recordTexts(tx, [given]);
  if (text === undefined) throw new Error('No text was recorded.');
  return text;
}

/** The same of texts with hashes of their own, one after the other: each is compared with those before it, too. */
export async function recordTexts(
  tx: WriteTx,
  given: readonly TextGiven[],
): Promise<readonly RecordedText[]> {
  const [first = '', ...more] = given.map(({ sha256 }) => sha256);
  const inserted =
    more.length === 0
      ? await tx.run(insertText, [first])
      : await tx.run(insertTexts, [JSON.stringify([first, ...more])]);
  const known = new Map(
    inserted.map(([sha256, key, isHeld]) => {
      return [String(sha256), { key: Number(key), isHeld: Number(isHeld) === 1 }];
    }),
  );
  const texts = given.map((told) => {
    const { key, isHeld } = known.get(told.sha256) ?? {};
    if (key === undefined) throw new Error('A text has no key.');
    return { ...told, key, isHeld };
  });
  const found = await compareTexts(
    tx,
    texts.flatMap(({ key, text, isHeld }) =>
      text === null || isHeld ? [] : { text: key, words: text },
    ),
  );
  const recorded: RecordedText[] = [];
  for (const { key, alike } of texts) {
    const others = alike.map((article) => article.key);
    const isTold = await believeLikenesses(tx, key, others);
    recorded.push({ key, isNews: found.has(key) || isTold });
  }
  return recorded;
}

/** Touches the claims that articles with a text show: what is one copy there may have changed. */
export async function touchClaimsShowing(tx: WriteTx, text: RecordedText): Promise<void> {
  if (!text.isNews) return;
  const claims = await tx.reader.read(claimsShowingText, { text: text.key });
  for (const { claim } of claims) tx.touch(claim);
}
