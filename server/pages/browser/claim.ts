import { mayShowIn } from '../../../sdk/src/changes.ts';
import { keepLive } from './live.ts';
import { showZones } from './zones.ts';

showZones(document);
const claim = document.querySelector<HTMLElement>('#live')?.dataset.claim ?? '';
keepLive((change) => mayShowIn(claim, change));
