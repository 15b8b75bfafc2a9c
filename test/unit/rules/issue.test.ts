import { describe, expect, test } from 'vitest';
import {
  comesBefore,
  inOrderOfVersions,
  issueOf,
  issueOfWords,
  type VersionDates,
} from '../../../db/rules/issue.ts';
import { placeOfVersion } from '../../../db/rules/version-place.ts';
import { Dice } from './news-text.ts';

const at = (time: string) => Date.parse(`2026-11-${time}Z`);
const undated = {
  publishedAt: null,
  publishedOn: null,
  modifiedAt: null,
  modifiedOn: null,
  retrievedAt: null,
};
const version = (key: number, more: Partial<VersionDates> = {}): VersionDates => ({
  key,
  supersedes: key === 1 ? null : key - 1,
  recordedAt: 1000 + key,
  ...undated,
  ...more,
});

describe('words were issued', () => {
  const versions = [
    version(1, { publishedAt: at('10T08:00'), modifiedAt: at('10T09:00') }),
    version(2, { publishedAt: at('10T08:00'), modifiedAt: at('11T08:00') }),
    version(3, { publishedAt: at('10T08:00'), modifiedAt: at('12T08:00') }),
  ];
  const plain = { isRetraction: false };

  test.each([
    ['when the first version was published, where it has them', [1, 2, 3], at('10T08:00')],
    ['when the version was modified that brought them', [2, 3], at('11T08:00')],
    ['by the earliest version that has them, whatever came between', [1, 3], at('10T08:00')],
    ['by the last one, where it alone has them', [3], at('12T08:00')],
  ])('%s', (_when, having, issued) => {
    expect(issueOfWords(versions, new Set(having), plain)).toBe(issued);
    expect(issueOfWords(versions.toReversed(), new Set(having), plain)).toBe(issued);
  });

  test('when the changed version was published, where nobody tells when it was modified', () => {
    const changed = version(2, { publishedAt: at('11T10:00') });

    expect(issueOfWords([version(1), changed], new Set([2]), plain)).toBe(at('11T10:00'));
  });

  test('on a day: at its start, and of a retraction in its last millisecond', () => {
    const days = { ...undated, publishedOn: '2026-11-10', modifiedOn: '2026-11-11' };

    expect(issueOf(days, { isChange: false, isRetraction: false })).toBe(at('10T00:00'));
    expect(issueOf(days, { isChange: true, isRetraction: false })).toBe(at('11T00:00'));
    expect(issueOf(days, { isChange: true, isRetraction: true })).toBe(at('12T00:00') - 1);
  });

  test('at no time that is known, where the version that brought them has no dates', () => {
    const dated = version(1, { publishedAt: at('10T08:00') });

    expect(issueOfWords([dated, version(2)], new Set([2]), plain)).toBeNull();
    expect(issueOfWords([dated], new Set(), plain)).toBeNull();
  });
});

describe('versions go', () => {
  test('by time of issue, then retrieval, then recording, as far as both are told', () => {
    const [early, late] = [at('10T08:00'), at('10T09:00')];

    expect(comesBefore(version(2, { modifiedAt: early }), version(1, { modifiedAt: late }))).toBe(
      true,
    );
    expect(
      comesBefore(
        version(2, { publishedAt: early, retrievedAt: early }),
        version(1, { publishedAt: early, retrievedAt: late }),
      ),
    ).toBe(true);
    expect(comesBefore(version(2, { publishedAt: early }), version(1))).toBe(false);
    expect(comesBefore(version(1, { retrievedAt: late }), version(2))).toBe(true);
  });

  test('behind those that they supersede, whatever their dates say', () => {
    const versions = [
      version(1, { modifiedAt: at('12T08:00'), supersedes: 3 }),
      version(2, { modifiedAt: at('11T08:00'), supersedes: 1 }),
      version(3, { modifiedAt: at('13T08:00'), supersedes: null }),
    ];

    expect(inOrderOfVersions(versions).map(({ key }) => key)).toEqual([3, 1, 2]);
  });

  test('in the same order, in whatever order they come in', () => {
    const dice = new Dice(4);
    for (let round = 0; round < 300; round += 1) {
      const texts = Array.from({ length: 2 + dice.upTo(6) }, (_, name) => ({
        name,
        modifiedAt: at('10T08:00') + name * 1000,
      }));
      const arrived = texts
        .map((text) => [dice.next(), text] as const)
        .sort(([a], [b]) => a - b)
        .map(([, text]) => text);
      let known: (VersionDates & { readonly isWithdrawn: boolean; readonly name: number })[] = [];
      for (const [index, { name, modifiedAt }] of arrived.entries()) {
        const given = { ...undated, modifiedAt };
        const { supersedes, next } = placeOfVersion(given, known);
        const key = index + 1;
        known = known.map((one) => (next.includes(one.key) ? { ...one, supersedes: key } : one));
        known.push({ ...given, name, key, supersedes, recordedAt: key, isWithdrawn: false });
      }

      const names = inOrderOfVersions(known).map(({ name }) => name);
      expect(names).toEqual(texts.map(({ name }) => name));
      expect(known.filter(({ supersedes }) => supersedes === null)).toHaveLength(1);
      expect(new Set(known.map(({ supersedes }) => supersedes)).size).toBe(known.length);
    }
  });
});
