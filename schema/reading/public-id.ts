import { cited } from '../../db/rules/sentence.ts';
import { type Noun, nouns } from '../../db/rules/vocabulary.ts';
import { codedError } from '../coded.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** What a public id is the id of, by its prefix; undefined where it has none. */
export function nounOf(id: string): Noun | undefined {
  return nouns.find((noun) => id.startsWith(`${noun}_`));
}

/** Whether this can be the public id of such a thing. */
export function isPublicId(id: string, noun: string): boolean {
  return id.startsWith(`${noun}_`) && uuid.test(id.slice(noun.length + 1));
}

/** Throws `BAD_USER_INPUT` for what cannot be a public id, or is not one of this noun. */
export function assertPublicId(id: string, wanted?: Noun): void {
  const noun = nounOf(id);
  if (noun === undefined || !isPublicId(id, noun)) {
    throw codedError('BAD_USER_INPUT', `This is not an id: ${JSON.stringify(cited(id))}.`);
  }
  if (wanted !== undefined && noun !== wanted) {
    throw codedError(
      'BAD_USER_INPUT',
      `This is the id of a ${noun}, not of a ${wanted}: ${cited(id)}.`,
    );
  }
}
