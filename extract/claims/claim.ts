import type { ActorDraft } from '../actors/actor.ts';
import type { Passage, Word } from '../passage.ts';
import { isCommitment, isPosition, type StanceKind } from '../stances/kinds.ts';
import { wordsOf } from '../stances/stance.ts';
import type { Statement } from '../stances/statement.ts';
import { withName } from './pronouns.ts';

export type ClaimKind = 'FACT' | 'POSITION' | 'COMMITMENT';

interface Claim {
  readonly text: string;
  readonly kind: ClaimKind;
}

/** The proposition that a statement is about, so that it can be read alone: its pronouns are names, its denial is taken off. */
export function claimOf(
  passage: Passage,
  statement: Statement,
  { actor, kind }: { actor: ActorDraft; kind: StanceKind },
): Claim {
  const plain = statement.content.map((range) => withName(passage, range, actor)).join(' ');
  const said = withoutQuotes(plain).replace(/^(?:that|whether|if|to be)\s+/iu, '');
  const whole = isClause(passage.words, statement)
    ? said
    : `${actor.name} ${wordsOf(passage, [statement.cue])} ${said}`;
  const text = sentence(kind === 'DENIES' ? affirmed(whole) : whole);
  return { text, kind: claimKind(text, kind) };
}

function claimKind(text: string, kind: StanceKind): ClaimKind {
  if (kind === 'SUPPORTS' || kind === 'OPPOSES' || isPosition(text)) return 'POSITION';
  return isCommitment(text) ? 'COMMITMENT' : 'FACT';
}

const propositions = new Set([
  'that',
  'np-that',
  'clause',
  'quote',
  'np-quote',
  'end',
  'according',
  'colon',
  'nominal',
  'hidden',
  'narrated',
]);

/** Whether what is said has a verb of its own and is a proposition already. */
function isClause(words: readonly Word[], { content, frame, isHidden }: Statement): boolean {
  const opener = words[content[0]?.first ?? -1]?.lower;
  if (isHidden || opener === 'that') return true;
  if (!propositions.has(frame)) return false;
  return content.some(({ first, last }) =>
    words.slice(first, last + 1).some(({ pos }) => pos === 'VERB' || pos === 'AUX'),
  );
}

const pointers =
  /^(?:it|this|that|the|these|those|such|reports?|claims?|allegations?|accusations?|story|stories|article|suggestions?|rumou?rs?)$/;
const longestReference = 3;

/** Whether it only points at what was said before: `this report`. */
export function isReference({ words }: Passage, { content }: Statement): boolean {
  const [only] = content;
  if (only === undefined || content.length > 1 || only.last - only.first >= longestReference)
    return false;
  return words.slice(only.first, only.last + 1).every(({ lower }) => pointers.test(lower));
}

function withoutQuotes(words: string): string {
  return words.replace(/[“”"«»„]|''|``/gu, '').replace(/^[‘']|[’']$/gu, '');
}

/** What is denied, said as the thing that is denied. */
function affirmed(words: string): string {
  return words
    .replace(/\bthere (was|were|is) no\b/iu, 'there $1 a')
    .replace(/^no such\b/iu, 'such')
    .replace(/^(?:no|any)\b/iu, 'a');
}

function sentence(words: string): string {
  const plain = words.replace(/\s+/gu, ' ').replace(/^[\s,;:—–-]+|[\s,;:—–.-]+$/gu, '');
  return `${plain.charAt(0).toUpperCase()}${plain.slice(1)}${/[?!]$/u.test(plain) ? '' : '.'}`;
}
