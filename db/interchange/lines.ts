import * as z from 'zod';
import { InputInvalid, type RecordError } from '../rules/errors.ts';
import { cited } from '../rules/sentence.ts';
import {
  actorKinds,
  affiliationKinds,
  certainties,
  claimKinds,
  claimLinkKinds,
  evidenceModes,
  judgements,
  linkEnds,
  reviews,
  stanceKinds,
} from '../rules/vocabulary.ts';
import { issueRefusals } from './line-refusals.ts';

/** The name of the format, as the first line of a file gives it. */
export const recordFormat = 'onrecord/1';

// The shape alone: what a slug, a day, a place or a list may be is for the rules of the record to say.
const moment = z.iso.datetime({ offset: true, error: 'is no moment written 2024-11-11T09:30:00Z' });
const because = z.strictObject({ reason: z.string() });

const record = z.strictObject({
  type: z.literal('record'),
  format: z.literal(recordFormat),
  note: z.string().optional(),
});

const actor = z.strictObject({
  type: z.literal('actor'),
  id: z.string(),
  name: z.string(),
  kind: z.enum(actorKinds),
  aliases: z.array(z.string()).optional(),
  description: z.string().optional(),
  wikidataId: z.string().optional(),
  grantedBy: z.string().optional(),
  review: z.enum(reviews).optional(),
});

const affiliation = z.strictObject({
  type: z.literal('affiliation'),
  actor: z.string(),
  of: z.string(),
  kind: z.enum(affiliationKinds),
  role: z.string().optional(),
  from: z.string().optional(),
  until: z.string().optional(),
});

const article = z.strictObject({
  type: z.literal('article'),
  id: z.string(),
  title: z.string(),
  language: z.string(),
  outlet: z.string().optional(),
  creditedTo: z.string().optional(),
  url: z.string().optional(),
  byline: z.string().optional(),
  publishedAt: moment.optional(),
  publishedOn: z.string().optional(),
  modifiedAt: moment.optional(),
  modifiedOn: z.string().optional(),
  retrievedAt: moment.optional(),
  supersedes: z.string().optional(),
  textIsPublic: z.boolean().optional(),
  sha256: z.string().optional(),
  alike: z.array(z.string()).optional(),
  withdrawn: because.optional(),
  erased: because.optional(),
  text: z.string().optional(),
  textFile: z.string().optional(),
});

const claim = z.strictObject({
  type: z.literal('claim'),
  id: z.string(),
  text: z.string(),
  kind: z.enum(claimKinds),
  language: z.string(),
  topics: z.array(z.string()).optional(),
  concerns: z.array(z.string()).optional(),
  happenedFrom: z.string().optional(),
  happenedUntil: z.string().optional(),
  review: z.enum(reviews).optional(),
  withdrawn: because.optional(),
});

const claimLink = z.strictObject({
  type: z.literal('claimLink'),
  from: z.string(),
  to: z.string(),
  kind: z.enum(claimLinkKinds),
  judgement: z.enum(judgements),
  shown: z.enum(linkEnds).optional(),
  reason: z.string().optional(),
  revoked: because.optional(),
});

const actorMerge = z.strictObject({
  type: z.literal('actorMerge'),
  from: z.string(),
  into: z.string(),
  judgement: z.enum(judgements),
  reason: z.string().optional(),
  revoked: because.optional(),
});

const evidence = z.strictObject({
  article: z.string(),
  quote: z.string().optional(),
  start: z.int().optional(),
  end: z.int().optional(),
  mode: z.enum(evidenceModes),
  cue: z.string().optional(),
  attribution: z.array(z.string()).optional(),
  spokenLanguage: z.string().optional(),
  confidence: z.number().optional(),
  extractor: z.string().optional(),
  firstShownBy: z.string().optional(),
  withdrawn: because.optional(),
});

const stance = z.strictObject({
  type: z.literal('stance'),
  id: z.string(),
  claim: z.string(),
  actor: z.string(),
  kind: z.enum(stanceKinds),
  certainty: z.enum(certainties),
  saidAt: moment.optional(),
  saidOn: z.string().optional(),
  saidPhrase: z.string().optional(),
  saidIn: z.string().optional(),
  knownBy: moment.optional(),
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
    // What the parser says quotes the line, whose words stand in no sentence.
    const [, place] = /at position (\d+)/.exec(String(error)) ?? [];
    return refused(`This is no JSON${place === undefined ? '' : `, from character ${place} on`}.`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return refused('A line is one JSON object.');
  }
  const type = 'type' in value ? value.type : undefined;
  if (!isLineType(type)) {
    const given =
      type === undefined
        ? 'is missing'
        : `${JSON.stringify(typeof type === 'string' ? cited(type) : type)} is not known`;
    return refused(`The type ${given}: it is one of ${lineTypes.join(', ')}.`, ['type']);
  }
  const parsed = schemas[type].safeParse(value);
  if (!parsed.success) return { refusals: parsed.error.issues.flatMap(issueRefusals) };
  const line = parsed.data;
  const isHashMissing = line.type === 'article' && line.sha256 === undefined;
  if (isHashMissing && (line.text !== undefined || line.textFile !== undefined)) {
    return refused('The key sha256 is missing.', ['sha256']);
  }
  return { line };
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
