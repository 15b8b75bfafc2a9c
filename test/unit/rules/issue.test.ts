import { describe, expect, test } from 'vitest';
import {
  comesBefore,
  inOrderOfVersions,
  issueOf,
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

describe('a version was issued', () => {
  test('on a day: at its start, and of a retraction in its last millisecond', () => {
    const days = { ...undated, publishedOn: '2026-11-10', modifiedOn: '2026-11-11' };

    expect(issueOf(days, { isChange: false, isRetraction: false })).toBe(at('10T00:00'));
    expect(issueOf(days, { isChange: true, isRetraction: false })).toBe(at('11T00:00'));
    expect(issueOf(days, { isChange: true, isRetraction: true })).toBe(at('12T00:00') - 1);
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
