import { hasRole } from '../../schema/context.ts';
import { behindProxy, isLoopback, networkOf } from '../address.ts';
import type { RequestFacts } from '../request-facts.ts';
import type { Limits } from './limits.ts';
import type { Purse } from './rates.ts';

/** What all strangers may spend at once is what comes back to them in this part of a minute: others get their turn. */
const partAtOnce = 1 / 12;

/**
 * From what is taken whatever is asked: from a token's own; else from the address and from what all strangers have
 * together. The owner and this machine itself pay nothing.
 */
export function pursesOf(
  { address = '', isOwner, viewer }: Pick<RequestFacts, 'address' | 'isOwner' | 'viewer'>,
  limits: Pick<Limits, 'costPerMinute' | 'editorCostPerMinute' | 'strangersPerMinute'>,
): readonly Purse[] {
  if (isOwner || (isLoopback(address) && address !== behindProxy)) return [];
  if (viewer) {
    const isEditor = hasRole(viewer, 'EDITOR');
    const perMinute = isEditor ? limits.editorCostPerMinute : limits.costPerMinute;
    return [{ name: `token ${viewer.token}`, whose: 'You have', perMinute }];
  }
  const { costPerMinute, strangersPerMinute } = limits;
  const strangers = {
    name: 'strangers',
    whose: 'All who ask without a token have',
    perMinute: strangersPerMinute,
    most: strangersPerMinute * partAtOnce,
  };
  // Behind a proxy of which nothing is known, nobody can be told from anybody.
  if (address === behindProxy) return [strangers];
  return [{ name: networkOf(address), whose: 'You have', perMinute: costPerMinute }, strangers];
}
