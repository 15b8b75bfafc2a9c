import { keepLive } from './live.ts';
import { searchAsTyped } from './search.ts';
import { showZones } from './zones.ts';

showZones(document);
searchAsTyped(keepLive(() => true));
