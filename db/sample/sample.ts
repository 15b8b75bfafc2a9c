import { readFileSync } from 'node:fs';
import type { LineSource } from '../interchange/source.ts';

const file = new URL('./sample.jsonl', import.meta.url);

/** A disputed telephone call, retold in our own words. */
export const sampleRecord: LineSource = {
  name: 'the sample record',
  isWhole: true,
  lines: () => readFileSync(file, 'utf8').split('\n'),
};
