import type { Statement } from './statement.ts';

/** `challenged the mayor to deny it`, `urged her to rule it out`: what somebody is to say. */
export function isDare({ lemma, frame }: Statement, content: string): boolean {
  return frame === 'np-to' && (lemma === 'challenge' || toAnswer.test(content));
}

const toAnswer =
  /\bto (?:\w+ly )?(?:den(?:y)|confirm|retract|withdraw|rule out|clarify|say|explain|disclose|reveal|admit|acknowledge|apologi[sz]e|answer|respond|comment)\b/iu;
