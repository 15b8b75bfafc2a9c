import type { Attack } from './attack.ts';
import { budgetAttacks } from './budgets.ts';
import { connectionAttacks } from './connections.ts';
import { costlyAttacks } from './costly.ts';
import { documentAttacks } from './documents.ts';
import { requestAttacks } from './requests.ts';
import { rightsAttacks } from './rights.ts';
import { valueAttacks } from './values.ts';

export const attacks: readonly Attack[] = [
  ...documentAttacks,
  ...requestAttacks,
  ...rightsAttacks,
  ...valueAttacks,
  ...connectionAttacks,
  ...budgetAttacks,
  ...costlyAttacks,
];
