import type { Attack } from './attack.ts';
import { connectionAttacks } from './connections.ts';
import { costlyAttacks } from './costly.ts';
import { documentAttacks } from './documents.ts';
import { requestAttacks } from './requests.ts';
import { rightsAttacks } from './rights.ts';
import { strangerAttacks } from './strangers.ts';
import { valueAttacks } from './values.ts';

export const attacks: readonly Attack[] = [
  ...documentAttacks,
  ...requestAttacks,
  ...rightsAttacks,
  ...strangerAttacks,
  ...valueAttacks,
  ...connectionAttacks,
  ...costlyAttacks,
];
