// `npm run size`: what the SDK costs whoever uses it, beside others. Ends with 1 where it is more than promised.
import { sizeOf } from './bundle.ts';
import { type Measure, others, ours } from './measures.ts';
import {
  ceiling,
  linearProject,
  ourProject,
  ownSelectionsCeiling,
  ownSelectionsProject,
  type TypeCost,
  typeCostOf,
} from './type-cost.ts';
import { openWorkbench, type Workbench } from './workbench.ts';

let isOver = false;

using workbench = openWorkbench();
workbench.add('graphql');

print('Bundled by esbuild for browsers, minified, in bytes:\n');
print(row(['', 'minified', 'gzipped', 'budget']));
for (const measure of ours) await show(workbench, measure);
for (const [name, measures] of Object.entries(others)) {
  if (!workbench.add(name)) print(row([name, 'not installed', '', '']));
  else for (const measure of measures) await show(workbench, measure);
}

print('\nWhat `tsc --extendedDiagnostics` counts for a project that imports everything:\n');
print(row(['', 'types', 'instantiations', 'ceiling']));
showCost('@onrecord/sdk', ourProject, ceiling);
if (workbench.add('gql.tada'))
  showCost('ten own documents, by gql.tada', ownSelectionsProject, ownSelectionsCeiling);
if (workbench.add('@linear/sdk')) {
  const { types, instantiations } = typeCostOf(workbench, linearProject);
  print(row(['@linear/sdk', types, instantiations, '']));
}

if (isOver) {
  print('\nMore than promised.');
  process.exitCode = 1;
}

async function show(workbench: Workbench, { name, program, budget }: Measure): Promise<void> {
  const { minified, gzipped } = await sizeOf(workbench, program);
  isOver ||= budget !== undefined && gzipped > budget;
  print(row([name, minified, gzipped, budget ?? '']));
}

function showCost(name: string, project: string, most: TypeCost): void {
  const { types, instantiations } = typeCostOf(workbench, project);
  isOver ||= types > most.types || instantiations > most.instantiations;
  print(row([name, types, instantiations, Object.values(most).join(' / ')]));
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function row([name = '', ...cells]: readonly (string | number)[]): string {
  const told = cells.map((cell) => (typeof cell === 'number' ? cell.toLocaleString('en') : cell));
  return String(name).padEnd(54) + told.map((cell) => cell.padStart(16)).join('');
}
