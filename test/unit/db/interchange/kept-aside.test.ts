import { expect, test } from 'vitest';
import { KeptAside } from '../../../../db/interchange/kept-aside.ts';

test('a map tells what was set last, also of what is no longer in memory', () => {
  const aside = new KeptAside(3);
  const [one, other] = [aside.map<number[]>(), aside.map<number[]>()];
  const expected = new Map<string, number[]>();
  for (let step = 0; step < 200; step += 1) {
    const name = `name-${(step * 7) % 23}`;
    const value = [...(one.get(name) ?? []), step];
    one.set(name, value);
    expected.set(name, value);
    other.set(name, [-step]);
  }

  for (const [name, value] of expected) expect(one.get(name)).toEqual(value);
  expect([...expected.keys()].map((name) => other.get(name)?.length)).toEqual(Array(23).fill(1));
  expect(one.get('no-such-name')).toBeUndefined();
  aside.close();
});
