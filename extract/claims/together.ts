import type { Word } from '../words/passage.ts';

const withSomebody =
  /^(?:(?:have |has |had )?(?:never|not) )?(?:met|spoke|spoken|talked|agreed|quarrelled|argued|fought|married|parted)\.$/u;

/** `We never met`: of one of those who say so it is no claim, since with whom is not told. */
export function isTogether(text: string, name: string, said: readonly Word[]): boolean {
  return (
    text.startsWith(`${name} `) &&
    withSomebody.test(text.slice(name.length + 1)) &&
    said.some(({ lower }) => lower === 'we')
  );
}
