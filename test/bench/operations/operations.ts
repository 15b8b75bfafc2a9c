import { actor } from './actor.ts';
import { claim } from './claim.ts';
import { list } from './list.ts';
import type { Operation } from './operation.ts';
import { page } from './page.ts';
import { search } from './search.ts';

export const operations: readonly Operation[] = [list, claim, actor, page, search];
