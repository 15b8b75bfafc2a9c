import { expect, test } from 'vitest';
import { isGate } from '../../../../extract/web-page/gate.ts';
import { isNotice } from '../../../../extract/web-page/prose.ts';

test.each([
  'Advertisement',
  'Advertisement · Scroll to continue',
  'Article continues below advertisement',
  'Anzeige',
  'READ MORE: Surgeon leaves after forty years',
  'Also read: The clock that never chimes',
  'Lire aussi : La pêche à pied reprend',
  'Up next',
  'Labels: the old well',
  'Have your say',
  'Print this item',
  'Hits: 1207',
  'Related internet links',
  'Listen on Isle Sounds and follow us on Facespace. Send your story ideas to x@isle.example',
  'Become a supporter',
  'Open in app',
  '4 min read',
  'Apr 2, 2024 · 6 min read',
  '1.2K Followers',
  'View this post on Facespace',
  'You have 2 free articles left this month.',
  'Get the latest from Dunmarl straight to your inbox: sign up for our newsletter here',
  'The Morning Wire newsletter has all you need to start the day. Sign up here.',
  'Join our WhatsApp channel and never miss a story.',
  'Download our app for all the news from the north as it happens',
  'Do you know more? Write to our newsroom at tips@paper.example.',
])('“%s” stands around articles', (words) => {
  expect(isNotice(words)).toBe(true);
});

test.each([
  'The mayor asked residents to sign up for her newsletter, and said that it is free.',
  '“Sign up for our newsletter,” the mayor told the crowd.',
  'The council says that your data stays in its app.',
  'Download speeds in the town have doubled.',
  'Follow the money, and it leads to the harbour.',
  'Share prices fell.',
  'Our readers denied it.',
  'The app has a million followers',
  'Related: she is his aunt. Nobody knew.',
  'Five minutes later he read the letter aloud.',
])('“%s” may be a part of one', (words) => {
  expect(isNotice(words)).toBe(false);
});

test.each([
  [
    'Mayor denies it',
    [
      'This article is for subscribers only.',
      'Choose the plan that suits you and read on at once.',
      'Digital: 1 crown a month',
    ],
    true,
  ],
  ['Mayor denies it', ['The rest of this story is exclusive to our members. Join us here.'], false],
  [
    'Fee for members rises',
    [
      'The club is for members only, and its fee rises.',
      'The chair denied that anybody had been asked, and said that the money was for the roof.',
    ],
    false,
  ],
])('whether a page of “%s” asks before it shows an article', (title, paragraphs, isOne) => {
  expect(isGate(title, paragraphs, true)).toBe(isOne);
});

test('a sentence of a hundred thousand words is looked at once', () => {
  const words = `${'you and your '.repeat(30_000)}.`;

  expect([isNotice(words), isGate('Subscribe', [words], false)]).toEqual([false, false]);
});
