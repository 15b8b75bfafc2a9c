import type { Holder } from './claim.ts';
import type { EarlierStatements } from './pointed.ts';

export const bareDenial =
  /^(?:any |all |direct |personal )*(?:involvement|responsibility|guilt)(?: (?:through|via|in) (?:an?|his|her|its|their) .*)?$/iu;

// Of what nobody has told.
export const blame =
  /^(?:any |all |direct |personal )*(?:wrongdoing|misconduct|guilt|fault|liability)\b/iu;

/** `Lee denied involvement`: in what somebody else said last that Lee did. */
export function chargedWith(
  { said }: EarlierStatements,
  { id, name }: Holder['actor'],
): string | undefined {
  const surname = name.split(' ').at(-1) ?? name;
  return said
    .slice(-nearCharge)
    .findLast(
      ({ claim, actor }) => actor !== id && claim.kind === 'FACT' && claim.text.includes(surname),
    )?.claim.id;
}

const nearCharge = 6;

/** `, which Lee denies`: what the same sentence tells. */
export function rightBefore(
  { said }: EarlierStatements,
  { actor }: Holder,
  sentence: number,
): string | undefined {
  const last = said.findLast((one) => one.actor !== actor.id);
  return last?.sentence === sentence ? last.claim.id : undefined;
}
