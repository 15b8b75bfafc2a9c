import { expect, test } from 'vitest';
import { type ActorDraft, assertActor, assertMerge } from '../../../db/rules/actor.ts';
import { InputInvalid } from '../../../db/rules/errors.ts';
import type { ActorKind } from '../../../db/rules/vocabulary.ts';

const actor = (kind: ActorKind, more: Partial<ActorDraft> = {}): ActorDraft => ({
  kind,
  grantedBy: null,
  wikidataId: null,
  ...more,
});

test.each([
  actor('PERSON'),
  actor('PERSON', { wikidataId: 'Q7747' }),
  actor('GROUP'),
  actor('UNNAMED_SOURCE', { grantedBy: { kind: 'OUTLET' } }),
  actor('UNNAMED_SOURCE', { grantedBy: { kind: 'PERSON' } }),
  actor('UNNAMED_SOURCE', { grantedBy: { kind: 'ORGANIZATION' } }),
])('%j may be recorded', (draft) => {
  expect(() => assertActor(draft, [])).not.toThrow();
});

test.each<readonly [string, ActorDraft]>([
  ['grantedBy', actor('UNNAMED_SOURCE')],
  ['grantedBy', actor('PERSON', { grantedBy: { kind: 'OUTLET' } })],
  ['grantedBy', actor('UNNAMED_SOURCE', { grantedBy: { kind: 'GOVERNMENT' } })],
  ['grantedBy', actor('UNNAMED_SOURCE', { grantedBy: { kind: 'GROUP' } })],
  ['grantedBy', actor('UNNAMED_SOURCE', { grantedBy: { kind: 'UNNAMED_SOURCE' } })],
  ['wikidataId', actor('UNNAMED_SOURCE', { grantedBy: { kind: 'OUTLET' }, wikidataId: 'Q1' })],
  ['wikidataId', actor('PERSON', { wikidataId: '7747' })],
  ['wikidataId', actor('PERSON', { wikidataId: 'Q07747' })],
  ['wikidataId', actor('PERSON', { wikidataId: 'q7747' })],
  ['wikidataId', actor('PERSON', { wikidataId: 'Q7747\n' })],
  ['wikidataId', actor('PERSON', { wikidataId: 'https://www.wikidata.org/wiki/Q7747' })],
])('the %s of %j is refused', (key, draft) => {
  const refused = () => assertActor(draft, ['input']);

  expect(refused).toThrow(InputInvalid);
  expect(refused).toThrow(expect.objectContaining({ path: ['input', key] }));
});

test.each<readonly [boolean, ActorKind, ActorKind]>([
  [true, 'PERSON', 'PERSON'],
  [true, 'ORGANIZATION', 'GOVERNMENT'],
  [true, 'UNNAMED_SOURCE', 'UNNAMED_SOURCE'],
  [false, 'UNNAMED_SOURCE', 'PERSON'],
  [false, 'OUTLET', 'UNNAMED_SOURCE'],
])('it is %s that a %s may be merged into a %s', (may, from, into) => {
  const merge = () => assertMerge({ slug: 'a', kind: from }, { slug: 'b', kind: into }, []);

  if (may) expect(merge).not.toThrow();
  else expect(merge).toThrow(InputInvalid);
});

test('an actor is not merged into itself', () => {
  const self = { slug: 'a', kind: 'PERSON' as const };

  expect(() => assertMerge(self, self, [])).toThrow(InputInvalid);
});
