import { v5 } from 'uuid';

/**
 * The id of what a feed tells: the UUID of the claim for when it was new, and for each later change one made of that and of
 * its moment. It is the same wherever the record is, and whenever it is asked.
 */
export function entryId(claim: string, { isFirst, toldAt }: Told): string {
  const own = uuidIn(claim);
  return `urn:uuid:${isFirst ? own : v5(toldAt, own)}`;
}

interface Told {
  readonly isFirst: boolean;
  readonly toldAt: string;
}

/** `claim_0192…` */
const uuidIn = (id: string): string => id.slice(id.indexOf('_') + 1);
