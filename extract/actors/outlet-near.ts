import type { Statement } from '../stances/statement.ts';
import { sentenceStart } from '../words/passage.ts';
import type { ActorDraft } from './actor.ts';
import type { Scene } from './scene.ts';

/** `In its article, the Echo printed his words. He reportedly said`: the Echo is who reports it. */
export function outletNear(
  { passage, roster }: Pick<Scene, 'passage' | 'roster'>,
  { cue, source }: Pick<Statement, 'cue' | 'source'>,
): ActorDraft | undefined {
  const { words } = passage;
  const isPronoun = source !== undefined && words[source.first]?.pos === 'PRON';
  if (!isPronoun) return undefined;
  const start = sentenceStart(words, cue.first);
  const from = sentenceStart(words, Math.max(0, start - 1));
  return roster.namedWithin({ first: from, last: start - 1 }, ({ kind }) => kind === 'OUTLET');
}
