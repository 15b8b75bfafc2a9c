import {
  AlreadyWithdrawn,
  AttributionBroken,
  ClaimRequired,
  Conflict,
  EvidenceRequired,
  InputInvalid,
  NotOnRecord,
  PageInvalid,
  type Passage,
  QuoteAmbiguous,
  QuoteNotInArticle,
  type RecordError,
  TextInvalid,
} from '../../db/rules/errors.ts';
import { builder } from '../builder.ts';

const codes = {
  QUOTE_NOT_IN_ARTICLE: { description: 'The quote does not stand in the article at that place.' },
  QUOTE_AMBIGUOUS: { description: 'The quote stands in the article more than once.' },
  NOT_ON_RECORD: { description: 'A reference leads to nothing on record.' },
  ATTRIBUTION_BROKEN: {
    description: 'A chain does not lead from the article’s publisher to the holder of the stance.',
  },
  CLAIM_REQUIRED: {
    description:
      'A draft that leaves open what is denied was to be accepted without the claim: name one, or give its words.',
  },
  EVIDENCE_REQUIRED: { description: 'A stance has neither evidence nor a note.' },
  TEXT_INVALID: { description: 'A text cannot be kept letter for letter.' },
  PAGE_INVALID: { description: 'A page to read is none, or cannot be read.' },
  CONFLICT: {
    description:
      'The slug, hash or key is on record with other content, or what is to be changed was changed since it was read.',
  },
  ALREADY_WITHDRAWN: { description: 'It is withdrawn, ended or revoked already.' },
  INPUT_INVALID: { description: 'Another value that the rules of the record do not allow.' },
  LINES_REFUSED: { description: 'Lines of the interchange format may not be recorded.' },
} as const;

export const RefusalCode = builder.enumType('RefusalCode', {
  description: 'Why the record refuses a change. Clients tell refusals apart by this, or by type.',
  values: codes,
});

const TextFault = builder.enumType('TextFault', {
  description: 'Why a text cannot be kept letter for letter.',
  values: {
    NUL: { description: 'It holds a NUL character.' },
    LONE_SURROGATE: { description: 'It holds half of a surrogate pair.' },
    EMPTY: { description: 'It is empty.' },
    TOO_LONG: { description: 'It is longer than the record allows.' },
  } as const,
});

const PageFault = builder.enumType('PageFault', {
  description: 'Why a page is not read.',
  values: {
    NOT_BASE64: { description: 'What was given is not base64.' },
    TOO_LARGE: { description: 'It is larger than 4 MiB, or takes too much memory to be read.' },
    NOT_A_PAGE: {
      description: 'It is no text, in no encoding that is known, or built as no page is.',
    },
    NO_ARTICLE: { description: 'There is no article on it: it is the front page of a site, say.' },
    TOO_SLOW: { description: 'It takes too long to be read.' },
  } as const,
});

export const UserError = builder.interfaceRef<RecordError>('UserError').implement({
  description: 'A change that the record refuses. Nothing was written.',
  fields: (t) => ({
    code: t.field({ type: RefusalCode, description: 'Which refusal it is.', resolve: codeOf }),
    message: t.exposeString('message', { description: 'One sentence for a person.' }),
    path: t.stringList({
      nullable: true,
      description: 'Where in the input the refused value stands, key by key; null for the whole.',
      resolve: pathOf,
    }),
  }),
});

export function codeOf({ code, name }: RecordError): keyof typeof codes {
  if (!isCode(code)) throw new TypeError(`${name} has no code of its own: ${code}.`);
  return code;
}

function isCode(code: string): code is keyof typeof codes {
  return Object.hasOwn(codes, code);
}

export function pathOf({ path }: RecordError): string[] | null {
  return path.length > 0 ? [...path] : null;
}

export const PassageOfArticle = builder.objectRef<Passage>('Passage').implement({
  description: 'A place in an article’s text, and what stands there.',
  fields: (t) => ({
    start: t.exposeInt('start', { description: 'Where it starts, in UTF-16 code units.' }),
    end: t.exposeInt('end', { description: 'Where it ends, in UTF-16 code units.' }),
    text: t.exposeString('text', { description: 'The words of the article there.' }),
  }),
});

builder.objectType(QuoteNotInArticle, {
  name: 'QuoteNotInArticle',
  description: 'The quote does not stand in the article’s text at that place, or not at all.',
  interfaces: [UserError],
  fields: (t) => ({
    quote: t.exposeString('quote', { description: 'The words as given.' }),
    nearest: t.field({
      type: [PassageOfArticle],
      description: 'The most similar passages of the article, best first.',
      resolve: ({ nearest }) => nearest,
    }),
  }),
});

builder.objectType(QuoteAmbiguous, {
  name: 'QuoteAmbiguous',
  description:
    'The quote stands in the article more than once: `start` and `end` say which is meant.',
  interfaces: [UserError],
  fields: (t) => ({
    quote: t.exposeString('quote', { description: 'The words as given.' }),
    places: t.field({
      type: [PassageOfArticle],
      description: 'Every place where they stand, or the first hundred.',
      resolve: ({ places }) => places,
    }),
  }),
});

builder.objectType(NotOnRecord, {
  name: 'NotOnRecord',
  description: 'A reference leads to nothing on record.',
  interfaces: [UserError],
  fields: (t) => ({
    noun: t.exposeString('noun', { description: 'What was looked for.' }),
    reference: t.exposeString('reference', { description: 'The reference as given.' }),
  }),
});

builder.objectType(AttributionBroken, {
  name: 'AttributionBroken',
  description: 'A chain does not lead from the article’s publisher to the holder of the stance.',
  interfaces: [UserError],
  fields: (t) => ({
    attribution: t.stringList({
      description: 'The slugs of the chain as given.',
      resolve: ({ attribution }) => [...attribution],
    }),
  }),
});

builder.objectType(ClaimRequired, {
  name: 'ClaimRequired',
  description: 'A draft that leaves open what is denied was to be accepted without the claim.',
  interfaces: [UserError],
});

builder.objectType(EvidenceRequired, {
  name: 'EvidenceRequired',
  description: 'A stance has neither evidence nor a note that says why.',
  interfaces: [UserError],
});

builder.objectType(TextInvalid, {
  name: 'TextInvalid',
  description: 'A text cannot be kept letter for letter, or is empty or too long.',
  interfaces: [UserError],
  fields: (t) => ({
    reason: t.field({
      type: TextFault,
      description: 'What is wrong with it.',
      resolve: ({ reason }) => reason,
    }),
  }),
});

builder.objectType(PageInvalid, {
  name: 'PageInvalid',
  description: 'A page to read is none, or cannot be read.',
  interfaces: [UserError],
  fields: (t) => ({
    fault: t.field({
      type: PageFault,
      description: 'What is wrong with it.',
      resolve: ({ fault }) => fault,
    }),
  }),
});

builder.objectType(Conflict, {
  name: 'Conflict',
  description:
    'The slug, hash or key is on record already, with other content; or what is to be changed was changed since it was read.',
  interfaces: [UserError],
  fields: (t) => ({
    noun: t.exposeString('noun', { description: 'What is on record.' }),
    reference: t.exposeString('reference', { description: 'Under which slug, hash or key.' }),
    keys: t.stringList({
      description: 'The keys whose values differ.',
      resolve: ({ keys }) => [...keys],
    }),
  }),
});

builder.objectType(AlreadyWithdrawn, {
  name: 'AlreadyWithdrawn',
  description: 'What is to be withdrawn, ended or revoked is so already.',
  interfaces: [UserError],
  fields: (t) => ({
    noun: t.exposeString('noun', { description: 'What was to be withdrawn, ended or revoked.' }),
    reference: t.exposeString('reference', { description: 'Its reference as given.' }),
  }),
});

builder.objectType(InputInvalid, {
  name: 'InputInvalid',
  description: 'A value that the rules of the record do not allow; `message` says which rule.',
  interfaces: [UserError],
});
