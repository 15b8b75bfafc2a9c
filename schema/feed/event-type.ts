import { builder } from '../builder.ts';

export const EventType = builder.enumType('EventType', {
  description: 'What can happen to the record.',
  values: {
    ARTICLE_ADDED: { description: 'An article was put on record.' },
    ARTICLE_CHANGED: { description: 'What is told about an article was corrected.' },
    ARTICLE_EDITED: {
      description:
        'A published text was changed: the article is the text that stands on its page since.',
    },
    ARTICLE_WITHDRAWN: { description: 'An article that should not be on record stopped counting.' },
    ARTICLE_RESTORED: { description: 'A withdrawn article counts again.' },
    ARTICLE_ERASED: { description: 'An article’s text and quotes were removed for good.' },
    ACTOR_ADDED: { description: 'An actor was put on record.' },
    ACTOR_CHANGED: { description: 'What is told about an actor was corrected.' },
    ACTORS_MERGED: { description: 'Two actors were judged to be one.' },
    ACTOR_MERGE_REVOKED: { description: 'Two actors are no longer held to be one.' },
    AFFILIATION_ADDED: { description: 'An actor was found to belong to another, or speak for it.' },
    AFFILIATION_ENDED: { description: 'The end of an affiliation became known.' },
    CLAIM_RECORDED: {
      description: 'A claim was put on record, and nobody is known to address it.',
    },
    CLAIM_ADDED: {
      description: 'A claim has its first verified stance and is public. Once a claim.',
    },
    CLAIM_CHANGED: {
      description: 'The wording of a claim or what is told about it was corrected.',
    },
    CLAIM_WITHDRAWN: { description: 'The record had a claim wrong.' },
    CLAIMS_LINKED: { description: 'Two claims were found to be related.' },
    CLAIM_LINK_REVOKED: { description: 'Two claims are no longer held to be related so.' },
    STANCE_ADDED: { description: 'An actor’s stance on a claim was put on record.' },
    STANCE_CHANGED: {
      description:
        'When or where a stance was taken, how sure it sounded or its note was corrected.',
    },
    STANCE_REVIEWED: { description: 'A stance was judged.' },
    STANCE_WITHDRAWN: { description: 'The record had a stance wrong.' },
    EVIDENCE_ADDED: { description: 'More words that show a stance were put on record.' },
    EVIDENCE_WITHDRAWN: { description: 'The record had a piece of evidence wrong.' },
    STANDING_CHANGED: { description: 'A claim’s standing has another status.' },
    TOKEN_CREATED: { description: 'A token was created. For admins.' },
    TOKEN_REVOKED: { description: 'A token was revoked. For admins.' },
  } as const,
});
