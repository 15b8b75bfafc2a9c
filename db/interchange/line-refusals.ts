import type * as z from 'zod';
import { InputInvalid, type RecordError } from '../rules/errors.ts';
import { cited } from '../rules/sentence.ts';

/** What a shape says of a value that has another, in words. */
export function issueRefusals(issue: z.core.$ZodIssue): RecordError[] {
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map(
      (key) => new InputInvalid(`The key ${cited(key)} is not known here.`, [...path, key]),
    );
  }
  const key = path.join('.');
  return [new InputInvalid(`The key ${key} ${reasonOf(issue)}.`, path)];
}

function reasonOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') {
    if (issue.message.endsWith('received undefined')) return 'is missing';
    if (issue.message.endsWith('received null')) return 'is null: leave out what is not known';
    return `is no ${issue.expected === 'int' ? 'integer' : issue.expected}`;
  }
  if (issue.code === 'invalid_value') return `is none of ${issue.values.join(', ')}`;
  if (issue.code === 'too_small' && issue.origin !== 'array')
    return `is less than ${issue.minimum}`;
  if (issue.code === 'too_big' && issue.origin !== 'array') return `is more than ${issue.maximum}`;
  return issue.message;
}
