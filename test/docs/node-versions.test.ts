import { expect, test } from 'vitest';
import { pageText } from './page.ts';

const { engines } = JSON.parse(pageText('package.json'));
const oldest: string = engines.node.replace('>=', '');
const [major] = oldest.split('.');

test('the oldest Node that is supported is told the same everywhere', () => {
  for (const page of ['README.md', 'CONTRIBUTING.md', 'SECURITY.md']) {
    expect(pageText(page)).toContain(`Node ${oldest}`);
  }
  expect(pageText('.nvmrc').trim()).toBe(major);
  expect(
    [...pageText('Dockerfile').matchAll(/FROM node:(\d+)/g)].map(([, image]) => image),
  ).toEqual([major, major]);
});

test('the workflow runs what a contributor runs, from that version on', () => {
  const workflow = pageText('.github/workflows/ci.yml');

  const [, versions = ''] = /node: \[([\d, ]+)\]/.exec(workflow) ?? [];

  expect(versions.split(', ')[0]).toBe(major);
  expect(workflow).toContain('- run: .ci/run\n');
});
