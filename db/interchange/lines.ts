import { z } from 'zod';
import { InputInvalid, type RecordError } from '../rules/errors.ts';
import {
  actorKinds,
  affiliationKinds,
  certainties,
  claimKinds,
  claimLinkKinds,
  evidenceModes,
  judgements,
  reviews,
  stanceKinds,
} from '../rules/vocabulary.ts';
import { issueRefusals, textRefusals } from './line-refusals.ts';

/** The name of the format, as the first line of a file gives it. */
export const recordFormat = 'onrecord/1';

const slug = z.string().regex(/^[a-z0-9-]{1,80}$/, 'is no slug: 1 to 80 of a-z, 0-9 and -');
const articleRef = z
  .string()
  .regex(
    /^([a-z0-9-]{1,80}|sha256:[0-9a-f]{64})$/,
    'is neither a slug nor sha256: and 64 hexadecimal digits',
  );
const date = z.iso.date('is no day written YYYY-MM-DD');
const moment = z.iso.datetime({ offset: true, error: 'is no moment written 2024-11-11T09:30:00Z' });
const offset = z.int().min(0);
const texts = z.array(z.string()).max(200, 'holds more than 200');
const because = z.strictObject({ reason: z.string() });

const record = z.strictObject({
  type: z.literal('record'),
  format: z.literal(recordFormat),
  note: z.string().optional(),
});

const actor = z.strictObject({
  type: z.literal('actor'),
  id: slug,
  name: z.string(),
  kind: z.enum(actorKinds),
  aliases: texts.optional(),
  description: z.string().optional(),
  wikidataId: z.string().optional(),
  grantedBy: slug.optional(),
  review: z.enum(['DRAFT', 'VERIFIED']).optional(),
});

const affiliation = z.strictObject({
  type: z.literal('affiliation'),
  actor: slug,
  of: slug,
  kind: z.enum(affiliationKinds),
  role: z.string().optional(),
  from: date.optional(),
  until: date.optional(),
});

const article = z.strictObject({
  type: z.literal('article'),
  id: slug,
  title: z.string(),
  language: z.string(),
  outlet: slug.optional(),
  creditedTo: slug.optional(),
  url: z.string().optional(),
  byline: z.string().optional(),
  publishedAt: moment.optional(),
  retrievedAt: moment.optional(),
  supersedes: articleRef.optional(),
  textIsPublic: z.boolean().optional(),
  sha256: z.string(),
  withdrawn: because.optional(),
  erased: because.optional(),
  text: z.string().optional(),
  textFile: z.string().optional(),
});

const claim = z.strictObject({
  type: z.literal('claim'),
  id: slug,
  text: z.string(),
  kind: z.enum(claimKinds),
  language: z.string(),
  topics: texts.optional(),
  happenedFrom: date.optional(),
  happenedUntil: date.optional(),
  review: z.enum(reviews).optional(),
  withdrawn: because.optional(),
});

const claimLink = z.strictObject({
  type: z.literal('claimLink'),
  from: slug,
  to: slug,
  kind: z.enum(claimLinkKinds),
  judgement: z.enum(judgements),
  reason: z.string().optional(),
  revoked: because.optional(),
});

const actorMerge = z.strictObject({
  type: z.literal('actorMerge'),
  from: slug,
  into: slug,
  judgement: z.enum(judgements),
  reason: z.string().optional(),
  revoked: because.optional(),
});

const evidence = z.strictObject({
  article: articleRef,
  quote: z.string().optional(),
  start: offset.optional(),
  end: offset.optional(),
  mode: z.enum(evidenceModes),
  cue: z.string().optional(),
  attribution: z.array(slug).min(1, 'names nobody').optional(),
  spokenLanguage: z.string().optional(),
  confidence: z.number().optional(),
  extractor: z.string().optional(),
  withdrawn: because.optional(),
});

const stance = z.strictObject({
  type: z.literal('stance'),
  id: slug,
  claim: slug,
  actor: slug,
  kind: z.enum(stanceKinds),
  certainty: z.enum(certainties),
  saidAt: moment.optional(),
  saidOn: date.optional(),
  saidPhrase: z.string().optional(),
  saidIn: slug.optional(),
  note: z.string().optional(),
  review: z.enum(reviews).optional(),
  withdrawn: because.optional(),
  evidence: z.array(evidence),
});

const schemas = { record, actor, affiliation, article, claim, claimLink, actorMerge, stance };

export type ActorLine = z.infer<typeof actor>;
export type AffiliationLine = z.infer<typeof affiliation>;
export type ArticleLine = z.infer<typeof article>;
export type ClaimLine = z.infer<typeof claim>;
export type ClaimLinkLine = z.infer<typeof claimLink>;
export type ActorMergeLine = z.infer<typeof actorMerge>;
export type StanceLine = z.infer<typeof stance>;
export type EvidenceOfLine = z.infer<typeof evidence>;
export type Line = z.infer<(typeof schemas)[keyof typeof schemas]>;
export type LineType = Line['type'];

export const lineTypes: readonly LineType[] = Object.values(schemas).map(
  ({ shape }) => shape.type.value,
);

/** The keys of a type of line, in the order in which the format tells them. */
export function keysOf(type: LineType): readonly string[] {
  return Object.keys(schemas[type].shape);
}

export const evidenceKeys: readonly string[] = Object.keys(evidence.shape);

/** A line that was read, or all that is wrong with it. */
export type ParsedLine =
  | { readonly line: Line }
  | { readonly line?: never; readonly refusals: readonly RecordError[] };

/** Reads one line of the format. Knows nothing of other lines and of what is on record. */
export function parseLine(text: string): ParsedLine {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return refused(`This is no JSON: ${error instanceof Error ? error.message : error}.`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return refused('A line is one JSON object.');
  }
  const type = 'type' in value ? value.type : undefined;
  if (!isLineType(type)) {
    const given = type === undefined ? 'is missing' : `${JSON.stringify(type)} is not known`;
    return refused(`The type ${given}: it is one of ${lineTypes.join(', ')}.`, ['type']);
  }
  const parsed = schemas[type].safeParse(value);
  if (!parsed.success) return { refusals: parsed.error.issues.flatMap(issueRefusals) };
  const refusals = textRefusals(parsed.data, []);
  return refusals.length === 0 ? { line: parsed.data } : { refusals };
}

/** The type and slug of a line; null for what is known by its content alone. */
export function lineName(line: Line): string | null {
  return 'id' in line ? `${line.type} ${line.id}` : null;
}

/** What a line that was refused was meant to bring, as far as that can be seen. */
export function nameGiven(text: string): { readonly type: string; readonly id?: string } | null {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || !('type' in value)) return null;
    if (typeof value.type !== 'string') return null;
    const id = 'id' in value && typeof value.id === 'string' ? value.id : undefined;
    return { type: value.type, ...(id !== undefined && { id }) };
  } catch {
    return null;
  }
}

function isLineType(type: unknown): type is LineType {
  return typeof type === 'string' && Object.hasOwn(schemas, type);
}

function refused(message: string, path: readonly string[] = []): ParsedLine {
  return { refusals: [new InputInvalid(message, path)] };
}
