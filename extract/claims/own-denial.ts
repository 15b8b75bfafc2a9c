import { affirmed } from './affirmed.ts';

// What goes on in a mind is not done, and so not denied.
const inMind =
  /^(?:know|think|see|want|expect|understand|reali[sz]e|mean|hear|feel|like|need|believe|remember|recall|comment|care|mind|agree|say)\b/u;

/** `Lee did not take it`, said by Lee: what it is that Lee denies. */
export function ownDenial(text: string, name: string): string | undefined {
  if (!text.toLowerCase().startsWith(`${name.toLowerCase()} `)) return undefined;
  const [, told] =
    /^(?:did not|did ?n[’']t|never|has never|had never|have never|has not|had not|ha[sd] ?n[’']t|was not|was ?n[’']t|were not) (?:ever )?(\p{L}+)/iu.exec(
      text.slice(name.length + 1),
    ) ?? [];
  if (
    told === undefined ||
    inMind.test(told) ||
    /\b(?:but|because|until|yet|only|enough)\b/u.test(text)
  )
    return undefined;
  const plain = affirmed(text);
  return plain === text ? undefined : plain;
}
