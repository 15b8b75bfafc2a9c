import { showZones } from './zones.ts';

showZones(document);
