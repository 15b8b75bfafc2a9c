import { describe, expect, test } from 'vitest';
import { type ActorKind, polarityOf, type StanceKind } from '../../../db/rules/vocabulary.ts';
import { caseOf, said, type ToldAffiliation, type ToldStance } from './told-case.ts';

const kinds: Record<string, ActorKind> = {
  'The Kremlin': 'GOVERNMENT',
  'The Washington Post': 'OUTLET',
  Axios: 'OUTLET',
  Reuters: 'OUTLET',
  AFP: 'OUTLET',
  critics: 'GROUP',
};
const affiliations: ToldAffiliation[] = [
  ['Dmitry Peskov', 'SPEAKS_FOR', 'The Kremlin'],
  ['Maria Zakharova', 'SPEAKS_FOR', 'The Kremlin'],
];
const post = 'The Washington Post';
const postSources = `sources of ${post}`;

test.each<readonly [string, readonly ToldStance[]]>([
  ['Nobody on record has addressed it.', []],
  ['Asserted by Elon Musk.', [said('Elon Musk', 'ASSERTS')]],
  ['Confirmed by Elon Musk.', [said('Elon Musk', 'CONFIRMS')]],
  ['Supported by critics.', [said('critics', 'SUPPORTS')]],
  ['Reported by The Washington Post.', [said(post, 'REPORTS')]],
  ['Qualified by the Kremlin.', [said('The Kremlin', 'QUALIFIES')]],
  ['Questioned by Axios.', [said('Axios', 'QUESTIONS')]],
  ['Denied by the Kremlin.', [said('The Kremlin', 'DENIES')]],
  ['Opposed by Volodymyr Zelensky.', [said('Volodymyr Zelensky', 'OPPOSES')]],
  ['No comment from the Kremlin.', [said('The Kremlin', 'DECLINES')]],
  ['No reply from the Kremlin.', [said('The Kremlin', 'NO_REPLY')]],
  ['Retracted by The Washington Post.', [said(post, 'REPORTS'), said(post, 'RETRACTS')]],
  [
    'Denial retracted by the Kremlin.',
    [said('The Kremlin', 'DENIES'), said('The Kremlin', 'RETRACTS')],
  ],
  ['Doubts retracted by Axios.', [said('Axios', 'QUESTIONS'), said('Axios', 'RETRACTS')]],
  ['Earlier words taken back by Axios.', [said('Axios', 'RETRACTS')]],
  ['Earlier words taken back by Axios.', [said('Axios', 'DECLINES'), said('Axios', 'RETRACTS')]],
  [
    'No comment from Axios; earlier words taken back by Axios.',
    [said('Axios', 'RETRACTS'), said('Axios', 'DECLINES')],
  ],
  [
    'Denied by the Kremlin; earlier words taken back by Axios.',
    [said('The Kremlin', 'DENIES'), said('Axios', 'RETRACTS')],
  ],
  [
    'Retracted by AFP; denial retracted by the Kremlin; earlier words taken back by Axios.',
    [
      said('AFP', 'ASSERTS'),
      said('AFP', 'RETRACTS'),
      said('The Kremlin', 'DENIES'),
      said('The Kremlin', 'RETRACTS'),
      said('Axios', 'RETRACTS'),
    ],
  ],
  [
    'Retracted by The Washington Post.',
    [said(postSources, 'ASSERTS', { via: [post] }), said(post, 'RETRACTS')],
  ],
  [
    'No comment from Axios; retracted by Axios.',
    [said('Axios', 'ASSERTS'), said('Axios', 'RETRACTS'), said('Axios', 'DECLINES')],
  ],
  ['Denied by Acme Inc.', [said('Acme Inc.', 'DENIES')]],
])('"%s" tells the one who did so', (sentence, stances) => {
  expect(caseOf({ stances, kinds, affiliations }).summary()).toBe(sentence);
});

const stanceKinds = Object.keys(polarityOf) as StanceKind[];
const others = stanceKinds.map((kind) => said('Axios', kind));
const taken = stanceKinds.flatMap((kind) => [
  [said('AFP', kind)],
  [said('AFP', kind), said('AFP', 'RETRACTS')],
  [said('AFP', kind), said('AFP', 'RETRACTS'), said('AFP', 'DECLINES')],
  [said('AFP', kind), said('AFP', 'RETRACTS'), said('AFP', 'DECLINES'), said('AFP', 'RETRACTS')],
]);

test.each(taken.flatMap((stances) => [stances, ...others.map((other) => [...stances, other])]))(
  'of what was taken back it says no more than the record holds: %#',
  (...stances) => {
    const record = caseOf({ stances, kinds });
    const summary = record.summary();
    const carried = (actor: string) =>
      stances.some(
        (one) => one.actor === actor && /ASSERTS|CONFIRMS|SUPPORTS|REPORTS/.test(one.kind),
      );

    const told = /(?:^|; )retracted by ([^;.]+)/i.exec(summary)?.[1] ?? '';

    for (const name of told.split(/, | and /).filter((one) => one !== ''))
      expect(carried(name), summary).toBe(true);
    if (record.standing().status === 'UNADDRESSED') expect(summary).not.toMatch(/^Retracted by/);
  },
);

test('the contested comes first, then who is for it, in doubt, relays it, says nothing', () => {
  const record = caseOf({
    kinds,
    stances: [
      said('A', 'DECLINES'),
      said('B', 'REPORTS'),
      said('C', 'QUESTIONS'),
      said('D', 'ASSERTS'),
      said('E', 'DENIES'),
      said('F', 'REPORTS'),
      said('F', 'RETRACTS'),
      said('G', 'DENIES'),
    ],
  });

  expect(record.summary()).toBe(
    'Denied by E and G; asserted by D; questioned by C; reported by B; no comment from A; retracted by F.',
  );
});

test.each([
  [1, 'Denied by A.'],
  [2, 'Denied by A and B.'],
  [3, 'Denied by A, B and C.'],
  [4, 'Denied by A, B, C and 1 other.'],
  [7, 'Denied by A, B, C and 4 others.'],
])('of %i names three are told', (count, sentence) => {
  const names = ['A', 'B', 'C', 'D', 'E', 'F', 'G'].slice(0, count);

  const record = caseOf({ stances: names.map((name) => said(name, 'DENIES')) });

  expect(record.summary()).toBe(sentence);
});

describe('spokespersons', () => {
  test.each<readonly [string, readonly ToldStance[]]>([
    [
      'Denied by the Kremlin (also by Dmitry Peskov).',
      [said('The Kremlin', 'DENIES'), said('Dmitry Peskov', 'DENIES')],
    ],
    ['Denied by the Kremlin (through Dmitry Peskov).', [said('Dmitry Peskov', 'DENIES')]],
    [
      'No comment from the Kremlin (also from Dmitry Peskov).',
      [said('The Kremlin', 'DECLINES'), said('Dmitry Peskov', 'NO_REPLY')],
    ],
    [
      'Denied by the Kremlin (also by Dmitry Peskov, unlike Maria Zakharova).',
      [
        said('The Kremlin', 'DENIES'),
        said('Dmitry Peskov', 'DENIES'),
        said('Maria Zakharova', 'CONFIRMS'),
      ],
    ],
    [
      'Confirmed by the Kremlin (through Maria Zakharova, unlike Dmitry Peskov).',
      [said('Dmitry Peskov', 'DENIES'), said('Maria Zakharova', 'CONFIRMS')],
    ],
    [
      'Denied by the Kremlin (unlike Dmitry Peskov).',
      [said('The Kremlin', 'DENIES'), said('Dmitry Peskov', 'CONFIRMS')],
    ],
  ])('are told with their principal: "%s"', (sentence, stances) => {
    expect(caseOf({ stances, kinds, affiliations }).summary()).toBe(sentence);
  });
});

describe('unnamed sources and relayed words', () => {
  test.each<readonly [string, readonly ToldStance[]]>([
    [
      'Reported by The Washington Post on the word of unnamed sources.',
      [said(post, 'REPORTS'), said(postSources, 'ASSERTS', { via: ['outlet', post] })],
    ],
    [
      'Asserted by unnamed sources of The Washington Post.',
      [said(postSources, 'ASSERTS', { via: ['outlet', post] })],
    ],
    [
      'Asserted by unnamed sources of The Washington Post; reported by Axios.',
      [said('Axios', 'REPORTS'), said(postSources, 'ASSERTS', { via: ['outlet', post] })],
    ],
    [
      'Confirmed by unnamed sources of The Washington Post; reported by The Washington Post.',
      [said(post, 'REPORTS'), said(postSources, 'CONFIRMS', { via: [post] })],
    ],
    [
      'Denied by unnamed sources of The Washington Post; reported by The Washington Post.',
      [said(post, 'REPORTS'), said(postSources, 'DENIES', { via: [post] })],
    ],
    [
      'Asserted by unnamed sources of The Washington Post.',
      [said(postSources, 'ASSERTS'), said(`more ${postSources}`, 'ASSERTS')],
    ],
    [
      'Reported by Axios on the word of Volodymyr Zelensky.',
      [said('Axios', 'REPORTS'), said('Volodymyr Zelensky', 'ASSERTS', { via: ['Axios'] })],
    ],
    [
      'Asserted by Volodymyr Zelensky; reported by Axios.',
      [
        said('Axios', 'REPORTS'),
        said('Volodymyr Zelensky', 'ASSERTS', { evidence: [{ via: ['Axios'] }, {}] }),
      ],
    ],
    [
      'Confirmed by Volodymyr Zelensky; reported by Axios.',
      [said('Axios', 'REPORTS'), said('Volodymyr Zelensky', 'CONFIRMS', { via: ['Axios'] })],
    ],
    [
      'Asserted by the Kremlin (through Dmitry Peskov); reported by Axios.',
      [said('Axios', 'REPORTS'), said('Dmitry Peskov', 'ASSERTS', { via: ['Axios'] })],
    ],
    [
      'Reported by The Washington Post on the word of unnamed sources and Elon Musk; reported by Axios.',
      [
        said(post, 'REPORTS'),
        said(postSources, 'ASSERTS', { via: [post] }),
        said('Elon Musk', 'ASSERTS', { via: [post] }),
        said('Axios', 'REPORTS'),
      ],
    ],
    [
      'Asserted by Elon Musk, according to unnamed sources.',
      [said('Elon Musk', 'ASSERTS', { via: ['Axios', 'sources of Axios'] })],
    ],
    [
      'Asserted by Elon Musk, according to unnamed sources; asserted by Jake Sullivan.',
      [
        said('Elon Musk', 'ASSERTS', { via: ['Axios', 'sources of Axios'] }),
        said('Jake Sullivan', 'ASSERTS'),
      ],
    ],
    [
      'Asserted by Elon Musk, according to unnamed sources; reported by Axios.',
      [
        said('Axios', 'REPORTS'),
        said('Elon Musk', 'ASSERTS', { via: ['outlet', 'sources of outlet', 'Axios'] }),
      ],
    ],
    [
      'Denied by the Kremlin, according to unnamed sources.',
      [said('The Kremlin', 'DENIES', { via: ['Axios', 'sources of Axios'] })],
    ],
  ])('read "%s"', (sentence, stances) => {
    expect(caseOf({ stances, kinds, affiliations }).summary()).toBe(sentence);
  });

  test('named words are told on their own where many relay', () => {
    const outlets = ['Axios', 'Reuters', 'AFP', post];

    const record = caseOf({
      kinds,
      stances: [
        ...outlets.map((outlet) => said(outlet, 'REPORTS')),
        ...outlets.map((outlet) => said(`Witness of ${outlet}`, 'ASSERTS', { via: [outlet] })),
      ],
    });

    expect(record.summary()).toBe(
      'Asserted by Witness of Axios, Witness of Reuters, Witness of AFP and 1 other; reported by Axios, Reuters, AFP and 1 other.',
    );
  });
});
