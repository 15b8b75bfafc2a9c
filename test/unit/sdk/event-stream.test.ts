import { expect, test } from 'vitest';
import { eventParser } from '../../../sdk/src/event-stream.ts';

const text =
  ':\n\nevent: next\ndata: {"data":{"n":1}}\n\nevent: next\r\ndata: one\r\ndata: two\r\n\r\nevent: complete\ndata:\n\n';
const events = [
  { type: 'next', data: '{"data":{"n":1}}' },
  { type: 'next', data: 'one\ntwo' },
  { type: 'complete', data: '' },
];

test('events come out whole, wherever the pieces are cut', () => {
  for (let cut = 0; cut <= text.length; cut += 1) {
    const parse = eventParser();

    const parsed = [...parse(text.slice(0, cut)), ...parse(text.slice(cut))];

    expect(parsed, `cut at ${cut}`).toEqual(events);
  }
});

test('an event that has not ended is kept back', () => {
  const parse = eventParser();

  expect(parse('event: next\ndata: {"n"')).toEqual([]);
  expect(parse(':1}\n')).toEqual([]);
  expect(parse('\n')).toEqual([{ type: 'next', data: '{"n":1}' }]);
});
