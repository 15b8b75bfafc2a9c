import { actorsByKey } from '../../db/queries/actor.ts';
import { articlesByKey } from '../../db/queries/article.ts';
import { chainOf, type EvidenceOnRecord, evidenceShape } from '../../db/queries/evidence.ts';
import { stancesByKey } from '../../db/queries/stance.ts';
import { onWordOf } from '../../db/rules/attribution.ts';
import { builder } from '../builder.ts';
import { EvidenceMode } from '../enums.ts';
import { Actor, Article, Evidence, Stance } from '../objects.ts';
import { one } from '../reading/edge.ts';
import { Node } from '../reading/node.ts';
import { permalink } from '../reading/permalink.ts';
import { oneOf, several, worked } from '../reading/worked.ts';

Evidence.implement({
  description:
    'The exact words of an article that show a stance, and through whom they reached us.',
  interfaces: [Node],
  extensions: { rows: evidenceShape },
  fields: (t) => ({
    quote: t.exposeString('quote', {
      nullable: true,
      description: 'The words, letter for letter. Null only where the article was erased.',
    }),
    start: t.exposeInt('start', {
      description: 'Where the quote starts in the article’s text, in UTF-16 code units.',
    }),
    end: t.exposeInt('end', { description: 'Where it ends: the first code unit after it.' }),
    prefix: t.exposeString('prefix', {
      description: 'Up to 32 characters before the quote; empty where the record holds no text.',
    }),
    suffix: t.exposeString('suffix', {
      description: 'Up to 32 characters after the quote; empty where the record holds no text.',
    }),
    mode: t.expose('mode', {
      type: EvidenceMode,
      description: 'How the words render what was said.',
    }),
    cue: t.exposeString('cue', {
      nullable: true,
      description: 'The word that reports the saying: “denied”, “according to”.',
    }),
    spokenLanguage: t.exposeString('spokenLanguage', {
      nullable: true,
      description: 'The language in which it was said, where the article translates (BCP 47).',
    }),
    extractor: t.exposeString('extractor', {
      nullable: true,
      description: 'The machine that read it, and its version: `rules/1`. Null where a person did.',
    }),
    confidence: t.exposeFloat('confidence', {
      nullable: true,
      description:
        'How sure a machine was of its reading, from 0 to 1. Null for a person’s reading.',
    }),
    permalink: t.field({
      type: 'URL',
      nullable: true,
      description:
        'The article’s address with a text fragment, so that a browser scrolls to the words. Null without an address.',
      ...worked(['url', 'quote', 'prefix', 'suffix'], permalink),
    }),
    recordedAt: t.expose('recordedAt', {
      type: 'DateTime',
      description: 'When it was put on record.',
    }),
    withdrawnAt: t.expose('withdrawnAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was taken off: the record had it wrong.',
    }),
  }),
});

builder.objectFields(Evidence, (t) => ({
  stance: t.field({
    type: Stance,
    description: 'What it shows.',
    ...one(stancesByKey, 'stanceKey'),
  }),
  article: t.field({
    type: Article,
    description: 'Where the words stand.',
    ...one(articlesByKey, 'articleKey'),
  }),
  attribution: t.field({
    type: [Actor],
    description:
      'Through whom the words reached us: the publisher first, the holder of the stance last.',
    ...several(actorsByKey, ['links'], chainOf),
  }),
  onWordOf: t.field({
    type: Actor,
    description: 'On whose word we have it: the last before the holder, or else the publisher.',
    ...oneOf(actorsByKey, ['links'], (piece: EvidenceOnRecord) => onWordOf(chainOf(piece))),
  }),
}));
