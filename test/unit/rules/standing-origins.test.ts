import { expect, test } from 'vitest';
import { caseOf, said, type ToldAffiliation, type ToldCase } from './told-case.ts';

const [navy, army] = [said('navy', 'ASSERTS'), said('army', 'CONFIRMS')];

test.each<readonly [string, readonly string[], ToldCase]>([
  ['strangers', ['navy', 'army'], { stances: [navy, army] }],
  [
    'a part and its whole',
    ['navy'],
    { stances: [navy, army], affiliations: [['army', 'PART_OF', 'navy']] },
  ],
  [
    'two parts of one whole that says nothing',
    ['navy'],
    {
      stances: [navy, army],
      affiliations: [
        ['navy', 'PART_OF', 'state'],
        ['army', 'OWNED_BY', 'state'],
      ],
    },
  ],
  [
    'relatives through several steps',
    ['navy'],
    {
      stances: [navy, army],
      affiliations: [
        ['navy', 'PART_OF', 'ministry'],
        ['ministry', 'PART_OF', 'state'],
        ['army', 'OWNED_BY', 'holding'],
        ['holding', 'OWNED_BY', 'state'],
        ['state', 'OWNED_BY', 'holding'],
      ],
    },
  ],
  [
    'wholes with a common part',
    ['navy', 'army'],
    {
      stances: [navy, army],
      affiliations: [
        ['marines', 'PART_OF', 'navy'],
        ['marines', 'PART_OF', 'army'],
      ],
    },
  ],
  [
    'members of one party',
    ['navy', 'army'],
    {
      stances: [navy, army],
      affiliations: [
        ['navy', 'MEMBER_OF', 'party'],
        ['army', 'MEMBER_OF', 'party'],
      ],
    },
  ],
  [
    'relatives that had parted by then',
    ['navy', 'army'],
    {
      stances: [navy, said('army', 'CONFIRMS', { saidOn: '2024-11-11' })],
      affiliations: [
        ['navy', 'PART_OF', 'state'],
        ['army', 'PART_OF', 'state', { until: '2024-11-10' }],
      ],
    },
  ],
  [
    'unnamed sources of one outlet',
    ['sources of post'],
    {
      stances: [
        said('sources of post', 'ASSERTS', { via: ['post'] }),
        said('more sources of post', 'ASSERTS', { via: ['post'] }),
      ],
    },
  ],
  [
    'unnamed sources of two outlets',
    ['sources of post', 'sources of times'],
    { stances: [said('sources of post', 'ASSERTS'), said('sources of times', 'ASSERTS')] },
  ],
  [
    'actors known from one and the same article',
    ['navy'],
    {
      stances: [
        said('navy', 'ASSERTS', { evidence: [{ article: 'one' }, { article: 'one' }] }),
        said('army', 'ASSERTS', { evidence: [{ article: 'one' }] }),
      ],
    },
  ],
  [
    'actors that share one article of several',
    ['navy', 'army'],
    {
      stances: [
        said('navy', 'ASSERTS', { evidence: [{ article: 'one' }, { article: 'two' }] }),
        said('army', 'ASSERTS', { evidence: [{ article: 'one' }] }),
      ],
    },
  ],
  [
    'actors of whom notes alone are left',
    ['navy', 'army'],
    {
      stances: [
        said('navy', 'ASSERTS', { evidence: [], hasNote: true }),
        said('army', 'ASSERTS', { evidence: [], hasNote: true }),
      ],
    },
  ],
  ['a crowd', [], { stances: [said('critics', 'ASSERTS')], kinds: { critics: 'GROUP' } }],
  [
    'a crowd and a person',
    ['navy'],
    { stances: [said('critics', 'ASSERTS'), navy], kinds: { critics: 'GROUP' } },
  ],
  ['those who only relay', ['navy'], { stances: [navy, said('post', 'REPORTS')] }],
  [
    'a principal and its spokesperson',
    ['state'],
    {
      stances: [said('state', 'ASSERTS'), said('speaker', 'CONFIRMS')],
      affiliations: [['speaker', 'SPEAKS_FOR', 'state']],
    },
  ],
])('the origins of %s are %j', (_who, origins, told) => {
  const standing = caseOf(told).standing();

  expect(standing.origins).toEqual(origins);
  const corroborated = origins.length >= 2;
  expect(standing.status).toBe(corroborated ? 'CORROBORATED' : 'ASSERTED');
});

test('an article joins a side by all that its members hold, not by one of them', () => {
  const affiliations: ToldAffiliation[] = [['speaker', 'SPEAKS_FOR', 'state']];
  const stances = [
    said('state', 'ASSERTS', { evidence: [{ article: 'one' }] }),
    said('navy', 'ASSERTS', { evidence: [{ article: 'one' }] }),
  ];

  expect(caseOf({ stances, affiliations }).status()).toBe('ASSERTED');

  const heard = said('speaker', 'CONFIRMS', { evidence: [{ article: 'two' }] });
  expect(caseOf({ stances: [...stances, heard], affiliations }).status()).toBe('CORROBORATED');
});

test('an origin is told by its earliest side, origins by theirs', () => {
  const record = caseOf({
    stances: [
      said('late', 'ASSERTS', { saidOn: '2024-11-12' }),
      said('part', 'ASSERTS', { saidOn: '2024-11-11' }),
      said('whole', 'ASSERTS', { saidOn: '2024-11-10' }),
    ],
    affiliations: [['part', 'PART_OF', 'whole']],
  });

  expect(record.standing().origins).toEqual(['whole', 'late']);
});
