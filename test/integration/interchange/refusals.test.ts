import { describe, expect, test } from 'vitest';
import { withdrawStance } from '../../../db/commands/withdraw-stance.ts';
import { importLines } from '../../../db/interchange/import.ts';
import { LinesRefused } from '../../../db/interchange/lines-refused.ts';
import { everything } from '../../kit/committed.ts';
import { bridgeStory } from '../../kit/harbour.ts';
import { openRecord } from '../../kit/open-record.ts';
import { owner, write } from '../../kit/owner.ts';
import { everyLine } from './every-line.ts';
import { faultsOf, fileOf, imported, sha256, tally } from './files.ts';

const gazette = { type: 'actor', id: 'gazette', name: 'Harbour Gazette', kind: 'OUTLET' };
const mayor = { type: 'actor', id: 'mayor', name: 'The mayor', kind: 'PERSON' };
const story = {
  type: 'article',
  id: 'bridge-story',
  title: 'Mayor denies promise',
  language: 'en',
  outlet: 'gazette',
  sha256: sha256(bridgeStory),
  text: bridgeStory,
};
const claim = {
  type: 'claim',
  id: 'promised',
  text: 'The mayor promised it.',
  kind: 'FACT',
  language: 'en',
};
const quote = 'I never promised a bridge';
const start = bridgeStory.indexOf(quote);
const piece = { article: 'bridge-story', quote, start, end: start + quote.length, mode: 'DIRECT' };
const denial = {
  type: 'stance',
  id: 'mayor-denies',
  claim: 'promised',
  actor: 'mayor',
  kind: 'DENIES',
  certainty: 'FIRM',
  evidence: [piece],
};
const sound = [gazette, mayor, story, claim, denial];

/** The sound lines with the last one changed. */
const withDenial = (changes: object) =>
  fileOf([gazette, mayor, story, claim, { ...denial, ...changes }]);
const withPiece = (changes: object) => withDenial({ evidence: [{ ...piece, ...changes }] });

describe('a bad line is told with its number, its key and the reason, and nothing is written', () => {
  const refused: readonly (readonly [string, ReturnType<typeof fileOf>, string[]])[] = [
    ['no JSON', fileOf([gazette, '{"type":']), ['3  INPUT_INVALID']],
    ['an unknown key', fileOf([{ ...gazette, motto: 'All the news' }]), ['2 motto INPUT_INVALID']],
    ['an unknown key further in', withPiece({ page: 3 }), ['6 evidence.0.page INPUT_INVALID']],
    ['an unknown type', fileOf([{ type: 'rumour', id: 'x' }]), ['2 type INPUT_INVALID']],
    [
      'a missing key',
      fileOf([{ type: 'actor', id: 'x', kind: 'PERSON' }]),
      ['2 name INPUT_INVALID'],
    ],
    [
      'null for what is not known',
      fileOf([{ ...mayor, description: null }]),
      ['2 description INPUT_INVALID'],
    ],
    ['an unknown kind', fileOf([{ ...mayor, kind: 'ANIMAL' }]), ['2 kind INPUT_INVALID']],
    ['no slug', fileOf([{ ...mayor, id: 'The Mayor' }]), ['2 id INPUT_INVALID']],
    ['a NUL', fileOf([{ ...mayor, name: 'The\0mayor' }]), ['2 name TEXT_INVALID']],
    ['a lone surrogate', fileOf([{ ...mayor, aliases: ['\ud83c'] }]), ['2 aliases.0 TEXT_INVALID']],
    ['an empty text', fileOf([{ ...mayor, name: ' ' }]), ['2 name TEXT_INVALID']],
    [
      'no such day',
      fileOf([{ ...claim, happenedFrom: '2024-02-30' }]),
      ['2 happenedFrom INPUT_INVALID'],
    ],
    ['a day for a moment', withDenial({ saidAt: '2024-11-11' }), ['6 saidAt INPUT_INVALID']],
    [
      'an end before the beginning',
      fileOf([{ ...claim, happenedFrom: '2024-02-02', happenedUntil: '2024-02-01' }]),
      ['2 happenedUntil INPUT_INVALID'],
    ],
    [
      'a hash of another text',
      fileOf([gazette, { ...story, sha256: sha256('another') }]),
      ['3 sha256 INPUT_INVALID'],
    ],
    [
      'a file that nobody reads',
      fileOf([gazette, { ...story, text: undefined, textFile: 'story.txt' }]),
      ['3 textFile INPUT_INVALID'],
    ],
    [
      'a reference to a later line',
      fileOf([gazette, mayor, story, denial, claim]),
      ['5 claim NOT_ON_RECORD'],
    ],
    ['an unknown claim', withDenial({ saidIn: 'elsewhere' }), ['6 saidIn NOT_ON_RECORD']],
    [
      'an unknown article by its hash',
      withPiece({ article: `sha256:${sha256('another')}` }),
      ['6 evidence.0.article NOT_ON_RECORD'],
    ],
    [
      'one character changed',
      withPiece({ quote: 'I never promised a Bridge' }),
      ['6 evidence.0.quote QUOTE_NOT_IN_ARTICLE'],
    ],
    [
      'an offset off by one',
      withPiece({ start: start + 1, end: start + 1 + quote.length }),
      ['6 evidence.0.quote QUOTE_NOT_IN_ARTICLE'],
    ],
    [
      'a quote that stands there three times',
      withPiece({ quote: 'The bridge', start: undefined, end: undefined }),
      ['6 evidence.0.quote QUOTE_AMBIGUOUS'],
    ],
    ['a start without an end', withPiece({ end: undefined }), ['6 evidence.0.end INPUT_INVALID']],
    [
      'a chain that ends with another',
      withPiece({ attribution: ['gazette'] }),
      ['6 evidence.0.attribution ATTRIBUTION_BROKEN'],
    ],
    [
      'a chain that begins elsewhere',
      withPiece({ attribution: ['mayor'] }),
      ['6 evidence.0.attribution ATTRIBUTION_BROKEN'],
    ],
    ['neither evidence nor a note', withDenial({ evidence: [] }), ['6 evidence EVIDENCE_REQUIRED']],
    [
      'too much confidence',
      withPiece({ confidence: 1.5 }),
      ['6 evidence.0.confidence INPUT_INVALID'],
    ],
    [
      'an unnamed source that nobody unnamed',
      fileOf([{ ...mayor, kind: 'UNNAMED_SOURCE' }]),
      ['2 grantedBy INPUT_INVALID'],
    ],
    [
      'the same slug with other content',
      fileOf([mayor, { ...mayor, name: 'Mayor' }]),
      ['3 name CONFLICT'],
    ],
    [
      'the same text from the same outlet',
      fileOf([gazette, story, { ...story, id: 'copy' }]),
      ['4 sha256 CONFLICT'],
    ],
    [
      'the same Wikidata item',
      fileOf([
        { ...mayor, wikidataId: 'Q1' },
        { ...mayor, id: 'other', wikidataId: 'Q1' },
      ]),
      ['3 wikidataId CONFLICT'],
    ],
    [
      'a claim linked to itself',
      fileOf([
        claim,
        {
          type: 'claimLink',
          from: 'promised',
          to: 'promised',
          kind: 'ENTAILS',
          judgement: 'CONFIRMED',
        },
      ]),
      ['3 to INPUT_INVALID'],
    ],
    [
      'merges that lead in a circle',
      fileOf([
        gazette,
        { ...gazette, id: 'other' },
        { type: 'actorMerge', from: 'gazette', into: 'other', judgement: 'CONFIRMED' },
        { type: 'actorMerge', from: 'other', into: 'gazette', judgement: 'CONFIRMED' },
      ]),
      ['5 into INPUT_INVALID'],
    ],
    [
      'a second line that names the format',
      fileOf([{ type: 'record', format: 'onrecord/1' }]),
      ['2 type INPUT_INVALID'],
    ],
    [
      'no line that names the format',
      { name: 'x', isWhole: true, lines: () => [JSON.stringify(mayor)] },
      ['1 type INPUT_INVALID'],
    ],
    [
      'another format',
      { name: 'x', isWhole: true, lines: () => ['{"type":"record","format":"onrecord/2"}'] },
      ['1 format INPUT_INVALID'],
    ],
  ];

  test.each(refused)('%s', async (_name, file, faults) => {
    await using record = await openRecord();
    const before = everything(record.path);

    expect(await faultsOf(record.db, file)).toEqual(faults);

    expect(everything(record.path)).toEqual(before);
  });

  test('the lines that those are made of are sound', async () => {
    await using record = await openRecord();

    const { counts } = await imported(record.db, fileOf(sound));

    expect(tally(counts)).toMatchObject({ stance: [1, 0], evidence: [1, 0] });
  });
});

test('every fault is told, and what rests on a bad line is not blamed for it', async () => {
  await using record = await openRecord();
  const bad = { ...mayor, kind: 'ANIMAL' };

  const faults = await faultsOf(
    record.db,
    fileOf([gazette, bad, story, claim, denial, { type: 'rumour' }]),
  );

  expect(faults).toEqual(['3 kind INPUT_INVALID', '7 type INPUT_INVALID']);
});

test('the first twenty faults are told', async () => {
  await using record = await openRecord();

  const faults = await faultsOf(record.db, fileOf(Array.from({ length: 30 }, () => '[]')));

  expect(faults).toHaveLength(20);
});

test('a fault names its file, its line and the nearest passage', async () => {
  await using record = await openRecord();

  const refusal: unknown = await imported(
    record.db,
    fileOf(sound, 'a.jsonl'),
    fileOf(
      [{ ...denial, id: 'again', evidence: [{ ...piece, quote: 'I never promised a Bridge' }] }],
      'b.jsonl',
    ),
  ).catch((error: unknown) => error);

  expect(refusal).toBeInstanceOf(LinesRefused);
  expect(refusal).toMatchObject({
    message:
      'b.jsonl:2 evidence.0.quote: These words do not stand in the article, letter for letter, at that place.',
    faults: [{ source: 'b.jsonl', line: 2, refusal: { nearest: [{ text: quote, start }] } }],
  });
});

test('a stance told otherwise hundreds of lines later is a conflict, whatever either rests on', async () => {
  await using record = await openRecord();
  await imported(record.db, fileOf([gazette, mayor, story, claim]));
  const between = Array.from({ length: 450 }, (_, index) => ({ ...mayor, id: `person-${index}` }));
  const again = { ...denial, actor: 'person-1', evidence: [], note: 'Told by a colleague.' };

  const faults = await faultsOf(record.db, fileOf([denial, ...between, again]));

  expect(faults).toEqual(['453 actor CONFLICT']);
});

describe('against what is on record', () => {
  test('the same slug with other content is a conflict that names the keys', async () => {
    await using record = await openRecord();
    await imported(record.db, fileOf(sound));

    const refusal: unknown = await imported(
      record.db,
      fileOf([{ ...claim, kind: 'COMMITMENT', topics: ['bridges'] }]),
    ).catch((error: unknown) => error);

    expect(refusal).toMatchObject({
      faults: [
        { line: 2, refusal: { code: 'CONFLICT', reference: 'promised', keys: ['kind', 'topics'] } },
      ],
    });
  });

  test('a quote is checked against the text that is there', async () => {
    await using record = await openRecord();
    await imported(record.db, fileOf([gazette, mayor, story, claim]));

    expect(
      await faultsOf(record.db, fileOf([{ ...denial, evidence: [{ ...piece, end: start + 3 }] }])),
    ).toEqual(['2 evidence.0.quote QUOTE_NOT_IN_ARTICLE']);
    const { counts } = await imported(record.db, fileOf([denial]));
    expect(tally(counts)).toEqual({ stance: [1, 0], evidence: [1, 0] });
  });

  test('what was withdrawn or judged since is no other content', async () => {
    await using record = await openRecord();
    const file = fileOf([...sound, { ...denial, id: 'drafted', review: 'DRAFT' }]);
    await imported(record.db, file);
    await write(record.db, withdrawStance, {
      stance: { slug: 'mayor-denies' },
      reason: 'Misheard.',
    });

    const { counts } = await imported(record.db, file);

    expect(tally(counts)).toMatchObject({ stance: [0, 2] });
  });

  test('a file of which everything was withdrawn or revoked changes nothing the second time', async () => {
    await using record = await openRecord();
    await imported(record.db, everyLine);
    const before = everything(record.path);

    const { counts } = await imported(record.db, everyLine);

    expect(everything(record.path)).toEqual(before);
    expect(Object.values(counts).every(({ created }) => created === 0)).toBe(true);
  });
});

describe('an article without its text', () => {
  const ledger = { ...story, text: undefined };

  test('is kept with its hash, its quotes with their places', async () => {
    await using record = await openRecord();

    await imported(record.db, fileOf([gazette, mayor, ledger, claim, denial]));

    expect(
      await faultsOf(
        record.db,
        fileOf([
          { ...denial, id: 'x', evidence: [{ ...piece, start: undefined, end: undefined }] },
        ]),
      ),
    ).toEqual(['2 evidence.0.start INPUT_INVALID']);
  });

  test('takes the text when it comes, and counts that as new', async () => {
    await using record = await openRecord();
    await imported(record.db, fileOf([gazette, mayor, ledger, claim, denial]));

    const first = await imported(record.db, fileOf([gazette, story]));
    const second = await imported(record.db, fileOf([gazette, ledger]));

    expect(tally(first.counts)).toEqual({ actor: [0, 1], article: [1, 0] });
    expect(tally(second.counts)).toEqual({ actor: [0, 1], article: [0, 1] });
  });
});

describe('lines that are part of a file', () => {
  test('tell in a dry run what they refer to and do not find, and write nothing', async () => {
    await using record = await openRecord();
    const before = everything(record.path);

    const lines = [mayor, denial].map((line) => JSON.stringify(line));
    const { counts, missing } = await importLines(record.db, lines, {
      author: owner,
      dryRun: true,
    });

    expect(missing.map(({ noun, reference, line }) => `${line} ${noun} ${reference}`)).toEqual([
      '2 claim promised',
      '2 article bridge-story',
    ]);
    expect(tally(counts)).toEqual({ actor: [1, 0], stance: [1, 0], evidence: [1, 0] });
    expect(everything(record.path)).toEqual(before);
  });

  test('are refused when they are to be written', async () => {
    await using record = await openRecord();

    const importing = importLines(record.db, [JSON.stringify(denial)], { author: owner });

    await expect(importing).rejects.toMatchObject({
      code: 'LINES_REFUSED',
      path: ['lines', '0', 'claim'],
    });
  });
});
