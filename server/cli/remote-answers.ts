import { z } from 'zod';
import { eventTypes, nouns, roles } from '../../db/rules/vocabulary.ts';

/** What a server answers to the documents beside this file. */
const moment = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text));
const fault = z.object({
  noun: z.enum([...nouns, 'event', 'database']),
  id: z.string(),
  what: z.string(),
});

const countedTypes = [
  'actor',
  'affiliation',
  'article',
  'claim',
  'claimLink',
  'actorMerge',
  'stance',
  'evidence',
] as const;

const refusal = {
  code: z.string(),
  message: z.string(),
  path: z.array(z.string()).nullable(),
};

export const importAnswer = z.object({
  importRecord: z.union([
    z.object({
      byType: z.array(
        z.object({ type: z.enum(countedTypes), created: z.int(), unchanged: z.int() }),
      ),
      missing: z.array(z.string()),
    }),
    z.object({ ...refusal, faults: z.array(z.object({ ...refusal, line: z.int() })) }),
    z.object(refusal),
  ]),
});

export const ingestAnswer = z.object({
  ingestArticle: z.union([
    z.object({ created: z.boolean(), drafted: z.int() }),
    z.object({ message: z.string(), path: z.array(z.string()).nullable() }),
  ]),
});

export const exportAnswer = z.object({
  exportRecord: z.object({ lines: z.array(z.string()), next: z.string().nullable() }),
});

export const verifyAnswer = z.object({
  verifyRecord: z.object({
    checked: z.object({
      articles: z.int(),
      evidence: z.int(),
      claims: z.int(),
      stances: z.int(),
      actors: z.int(),
      events: z.int(),
    }),
    faults: z.array(fault),
    faultCount: z.int(),
    unverifiable: z.array(fault),
    unverifiableCount: z.int(),
  }),
});

const backup = z.object({
  file: z.string(),
  at: moment,
  seq: z.int(),
  bytes: z.number(),
  sha256: z.string(),
});

export const backUpAnswer = z.object({
  backUpRecord: z.union([z.object({ backup }), z.object({ message: z.string() })]),
});

export const statusAnswer = z.object({
  status: z.object({
    epoch: z.string(),
    migrations: z.array(z.string()),
    counts: z.object({
      actors: z.int(),
      affiliations: z.int(),
      articles: z.int(),
      claims: z.int(),
      links: z.int(),
      merges: z.int(),
      stances: z.int(),
      drafts: z.int(),
      evidence: z.int(),
      events: z.int(),
    }),
    lastEvent: z.object({ seq: z.int(), type: z.enum(eventTypes), at: moment }).nullable(),
    tokens: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        role: z.enum(roles),
        recordedAt: moment,
        expiresAt: moment.nullable(),
        lastUsedAt: moment.nullable(),
        revokedAt: moment.nullable(),
      }),
    ),
    backup: backup.nullable(),
  }),
});

export const eraseAnswer = z.object({
  eraseArticleText: z.union([
    z.object({ article: z.object({ id: z.string() }) }),
    z.object({ message: z.string() }),
  ]),
});

export const createTokenAnswer = z.object({
  createToken: z.union([
    z.object({ secret: z.string(), token: z.object({ id: z.string() }) }),
    z.object({ message: z.string() }),
  ]),
});

export const revokeTokenAnswer = z.object({
  revokeToken: z.union([
    z.object({ token: z.object({ id: z.string() }) }),
    z.object({ message: z.string() }),
  ]),
});
