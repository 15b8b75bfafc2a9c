import type { Kind } from './kind.ts';

/** The imports of the generated types that these kinds name. */
export function typeImports(kinds: readonly Pick<Kind, 'typeArguments'>[]): string[] {
  const names = new Set(kinds.flatMap(({ typeArguments }) => typeArguments.map(nameIn)));
  names.delete('unknown');
  const isRefusal = (name: string) => name.endsWith('Refusal');
  return [
    importOf([...names].filter(isRefusal), './refusals.ts'),
    importOf(
      [...names].filter((name) => !isRefusal(name)),
      './selections.ts',
    ),
  ];
}

const nameIn = (type: string): string => /^\w+/.exec(type)?.[0] ?? '';

const importOf = (names: readonly string[], path: string): string =>
  `import type {\n  ${[...names].sort().join(',\n  ')},\n} from '${path}';`;
