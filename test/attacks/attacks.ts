import type { Attack } from './attack.ts';
import { budgetAttacks } from './budgets.ts';
import { connectionAttacks } from './connections.ts';
import { costlyAttacks } from './costly.ts';
import { crowdingAttacks } from './crowding.ts';
import { documentAttacks } from './documents.ts';
import { leavingAttacks } from './leaving-clients.ts';
import { requestHeadAttacks } from './request-heads.ts';
import { requestAttacks } from './requests.ts';
import { rightsAttacks } from './rights.ts';
import { socketAttacks } from './sockets.ts';
import { strangerAttacks } from './strangers.ts';
import { valueAttacks } from './values.ts';

export const attacks: readonly Attack[] = [
  ...documentAttacks,
  ...requestAttacks,
  ...rightsAttacks,
  ...strangerAttacks,
  ...valueAttacks,
  ...connectionAttacks,
  ...budgetAttacks,
  ...costlyAttacks,
  ...crowdingAttacks,
  ...leavingAttacks,
  ...requestHeadAttacks,
  ...socketAttacks,
];
