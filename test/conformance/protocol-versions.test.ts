import { expect, test } from 'vitest';
import { exported, exportFile, faultsOf, imported } from '../integration/interchange/files.ts';
import { type Desk, openDesk, recordOf } from '../integration/mutations/open-desk.ts';
import { openRecord } from '../kit/open-record.ts';
import { rawRows } from '../kit/raw-rows.ts';

const texts = {
  first: '“It will sail,” the mayor said. It carries 120 people.',
  second: '"It will sail," the mayor said. It carries 210 people.',
  third: 'The ferry is gone. It carries 210 people.',
};
type Name = keyof typeof texts;

const page = (slug: Name, hour: number, more: object = {}) => ({
  slug,
  title: 'The ferry',
  language: 'en',
  outlet: { slug: 'gazette' },
  url: 'https://gazette.example/ferry',
  publishedAt: '2026-11-10T08:00:00Z',
  modifiedAt: `2026-11-10T${hour}:00:00Z`,
  text: texts[slug],
  ...more,
});

const quotes = { mayor: '“It will sail,” the mayor said', gazette: 'It carries 120 people' };

/** The first text, with a stance of the mayor and one of the paper. */
async function openFerry(): Promise<Desk> {
  const desk = await openDesk();
  await desk.mutate('recordArticle', page('first', 10));
  for (const [actor, quote] of Object.entries(quotes)) {
    const evidence = [{ article: { slug: 'first' }, quote, mode: 'DIRECT' }];
    const stance = { actor: { slug: actor }, kind: 'ASSERTS', certainty: 'PLAIN', evidence };
    await desk.mutate('recordClaim', {
      slug: `of-${actor}`,
      text: `Of ${actor}.`,
      kind: 'FACT',
      language: 'en',
      stances: [{ ...stance, slug: `${actor}-says` }],
    });
  }
  return desk;
}

async function supersedes(desk: Desk): Promise<object> {
  const { data } = await desk.ask('{ articles { nodes { slug supersedes { slug } } } }');
  const nodes: readonly { slug: string; supersedes: { slug: string } | null }[] = Object(
    data?.articles,
  ).nodes;
  return Object.fromEntries(nodes.map((one) => [one.slug, one.supersedes?.slug ?? null]));
}

async function eventsAfter(desk: Desk, seq: number): Promise<unknown> {
  return rawRows(
    desk.path,
    `select events.type, articles.slug from events join articles on articles.key = events.subject
     where seq > ? and noun = 'article' order by seq`,
    seq,
  );
}

test('64 another text at the same address is another version, by its time of issue', async () => {
  await using desk = await openFerry();
  await desk.mutate('recordArticle', page('third', 12));
  const head = await desk.head();

  await desk.mutate('recordArticle', page('second', 11));
  const text = await exported(desk.db);
  const told = text.split('\n').filter((line) => !line.includes('"id":"second"'));

  const chain = { first: null, second: 'first', third: 'second', 'bridge-story': null };
  expect(await supersedes(desk)).toEqual(chain);
  expect(await eventsAfter(desk, head)).toContainEqual({ type: 'ARTICLE_CHANGED', slug: 'third' });
  await using record = await openRecord();
  const said = told.map((line) => line.replace('"supersedes":"second",', ''));
  await imported(record.db, exportFile(said.join('\n')));
  expect(await exported(record.db)).not.toContain('supersedes');
  await desk.mutate('recordArticle', {
    ...page('third', 13),
    slug: 'other',
    text: 'Another.',
    supersedes: { slug: 'first' },
  });
  expect(await supersedes(desk)).toEqual({ ...chain, other: 'first' });
});

test('65 an edit is told, a return as well, and typography is none', async () => {
  await using desk = await openFerry();
  const head = await desk.head();
  const retyped = `${texts.first.replace(/[“”]/g, '"')}\n\nShare this article\n`;
  await desk.mutate('recordArticle', { ...page('second', 11), slug: 'retyped', text: retyped });
  await desk.mutate('recordArticle', page('second', 12));
  const { slug, ...again } = page('first', 13);
  const back = await desk.mutate('recordArticle', again);

  const edits = rawRows(
    desk.path,
    `select articles.slug from events join articles on articles.key = events.subject
     where type = 'ARTICLE_EDITED' and seq > ? order by seq`,
    head,
  );

  expect(back).toMatchObject({ created: false });
  expect(edits).toEqual([{ slug: 'second' }, { slug }]);
});

test('66 passages are for those who may read them, what was lost is for all', async () => {
  await using desk = await openFerry();
  await desk.mutate('recordArticle', page('second', 11));
  const asked = `{ article(by: { slug: "second" }) {
    changes { gone { text start end } goneCount come { text start end } comeCount lost { slug } }
  } }`;

  const [stranger, editor] = [await desk.ask(asked), await desk.ask(asked, {}, 'EDITOR')];

  const counts = { goneCount: 1, comeCount: 1, lost: [{ slug: 'gazette-says' }] };
  const { changes } = recordOf(editor.data?.article);
  expect(recordOf(stranger.data?.article).changes).toEqual({ gone: [], come: [], ...counts });
  expect(changes).toMatchObject({ gone: [{ text: '120' }], come: [{ text: '210' }], ...counts });
  const [{ start, end }] = Object(changes).gone;
  expect(texts.first.slice(start, end)).toBe('120');
});

test('67 an edit takes nothing back', async () => {
  await using desk = await openFerry();
  const asked = '{ claims { nodes { slug standing { status articleCount } } } }';
  const before = await desk.ask(asked);

  await desk.mutate('recordArticle', page('third', 11));

  expect(await desk.ask(asked)).toMatchObject({ data: Object(before.data) });
});

test('68 evidence is carried to where its words stand, and the old one stays', async () => {
  await using desk = await openFerry();
  const input = { ...page('second', 11), carryEvidence: true };

  const [first, again] = [
    await desk.mutate('ingestArticle', input, 'carried'),
    await desk.mutate('ingestArticle', input, 'carried'),
  ];
  const { data } = await desk.ask(
    '{ stances(filter: { actor: { slug: "mayor" } }) { nodes { evidence { quote article { slug } } } } }',
  );

  expect([first.carried, again.carried]).toEqual([1, 0]);
  expect(data?.stances).toEqual({
    nodes: [
      {
        evidence: [
          { quote: quotes.mayor, article: { slug: 'first' } },
          { quote: '"It will sail," the mayor said', article: { slug: 'second' } },
        ],
      },
    ],
  });
});

test('69 what was found of versions stays when a text is erased, in exports as well', async () => {
  await using desk = await openFerry();
  await desk.mutate('recordArticle', page('second', 11));
  const stance = { stance: { slug: 'gazette-says' }, article: { slug: 'second' }, mode: 'DIRECT' };
  await desk.mutate('addEvidence', { ...stance, quote: 'It carries 210 people' });
  const found = `select count(*) as versions from evidence_versions`;
  const before = rawRows(desk.path, found);
  const whole = (await exported(desk.db)).replace(
    /("quote":"It carries 210 people"[^}]*)}/,
    '$1,"firstShownBy":"second"}',
  );

  await desk.mutate('eraseArticleText', { article: { slug: 'first' }, reason: 'A court.' });
  const text = await exported(desk.db);

  expect(rawRows(desk.path, found)).toEqual(before);
  await using record = await openRecord();
  await imported(record.db, exportFile(text));
  expect(await exported(record.db)).toBe(text);
  expect(text).toContain('"quote":"It carries 210 people"');
  expect(text).toContain('"firstShownBy":"second"');
  const untrue = whole.replace('"firstShownBy":"second"', '"firstShownBy":"first"');
  await using other = await openRecord();
  expect(await faultsOf(other.db, exportFile(untrue))).toEqual([
    expect.stringContaining('firstShownBy INPUT_INVALID'),
  ]);
});
