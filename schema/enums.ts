import { builder } from './builder.ts';

export const ActorKind = builder.enumType('ActorKind', {
  description: 'What sort of actor it is.',
  values: {
    PERSON: { description: 'A human being known by name.' },
    ORGANIZATION: { description: 'A company, party, agency, court or other body.' },
    GOVERNMENT: { description: 'A state, a government or an office of one.' },
    OUTLET: { description: 'Whoever publishes articles.' },
    GROUP: {
      description: 'People named collectively, as “critics”. Never an origin of a claim.',
    },
    UNNAMED_SOURCE: {
      description: 'A source who was granted anonymity, by its verbatim description.',
    },
  } as const,
});

export const AffiliationKind = builder.enumType('AffiliationKind', {
  description: 'How one actor belongs to another.',
  values: {
    SPEAKS_FOR: { description: 'Speaks in the name of the other.' },
    MEMBER_OF: { description: 'Is one of its members.' },
    PART_OF: { description: 'Is one of its parts.' },
    OWNED_BY: { description: 'Belongs to it.' },
  } as const,
});

export const ClaimKind = builder.enumType('ClaimKind', {
  description: 'What a claim can be: true or false, agreed with or not, kept or not.',
  values: {
    FACT: { description: 'True or false.' },
    POSITION: { description: 'A demand, a judgement, an ought.' },
    COMMITMENT: { description: 'A promise or a forecast.' },
  } as const,
});

export const ClaimLinkKind = builder.enumType('ClaimLinkKind', {
  description: 'How one claim relates to another.',
  values: {
    SAME_AS: { description: 'Both say the same.' },
    CONTRADICTS: { description: 'Both cannot be true.' },
    ENTAILS: { description: 'If it is true, so is the other.' },
    PRESUPPOSES: { description: 'It makes no sense unless the other is true.' },
    PART_OF: { description: 'It is one part of what the other says.' },
    CORRECTS: { description: 'It puts the other right.' },
    UPDATES: { description: 'The same quantity later; both can be true, as with a toll.' },
    ABOUT: { description: 'It speaks of the other, or of how the other was said.' },
  } as const,
});

export const LinkDirection = builder.enumType('LinkDirection', {
  description: 'Which end of a link a claim stands at.',
  values: {
    OUTGOING: { description: 'Links from this claim.' },
    INCOMING: { description: 'Links to this claim.' },
    BOTH: { description: 'Links from it and to it.' },
  } as const,
});

export const LinkEnd = builder.enumType('LinkEnd', {
  description: 'One of the two claims of a link.',
  values: {
    FROM: { description: 'The claim that it starts at.' },
    TO: { description: 'The claim that it leads to.' },
  } as const,
});

export const Judgement = builder.enumType('Judgement', {
  description: 'What was decided about a link or a merge.',
  values: {
    SUGGESTED: { description: 'Nobody has judged it yet.' },
    CONFIRMED: { description: 'It holds.' },
    REJECTED: { description: 'It does not hold.' },
  } as const,
});

export const OnConflict = builder.enumType('OnConflict', {
  description: 'What an import does with a line of something that is on record with other content.',
  values: {
    FAIL: { description: 'Refuses it, and writes nothing.' },
    KEEP: { description: 'Leaves what is on record, and tells the line.' },
    ADD: {
      description:
        'Adds the aliases, topics and evidence that are not on record, but nothing to an actor of another kind or Wikidata item, nor to a claim with another text; leaves and tells what differs otherwise.',
    },
  } as const,
});

export const Review = builder.enumType('Review', {
  description: 'What a reviewer decided about a claim or a stance. Only what is verified counts.',
  values: {
    DRAFT: { description: 'Awaits a reviewer. Editors alone see it.' },
    VERIFIED: { description: 'Accepted.' },
    REJECTED: { description: 'Not accepted. Editors alone see it.' },
  } as const,
});

export const StanceKind = builder.enumType('StanceKind', {
  description: 'How an actor stands towards a claim.',
  values: {
    ASSERTS: {
      description: 'Puts it forward on its own authority; for a commitment, promises it.',
    },
    CONFIRMS: { description: 'Says that a claim already in circulation is true.' },
    SUPPORTS: { description: 'Endorses a position.' },
    REPORTS: { description: 'Carries it, vouching for the sourcing and not for the truth.' },
    QUALIFIES: { description: 'Accepts part and contests part, or calls it misleading.' },
    QUESTIONS: { description: 'Doubts it or asks for proof, without calling it false.' },
    DECLINES: { description: 'Answered and took no position.' },
    NO_REPLY: { description: 'Was asked and had not answered when it was published.' },
    DENIES: { description: 'Says that it is false or did not happen.' },
    OPPOSES: { description: 'Rejects a position.' },
    RETRACTS: { description: 'Takes back its own earlier stance.' },
  } as const,
});

export const Polarity = builder.enumType('Polarity', {
  description: 'Which way a stance points. It follows from the stance’s kind.',
  values: {
    FOR: { description: 'ASSERTS, CONFIRMS or SUPPORTS.' },
    RELAYED: { description: 'REPORTS: carried, and neither for nor against.' },
    MIXED: { description: 'QUALIFIES or QUESTIONS.' },
    NONE: { description: 'DECLINES or NO_REPLY: no position.' },
    AGAINST: { description: 'DENIES or OPPOSES.' },
    WITHDRAWN: { description: 'RETRACTS: what it said before no longer counts.' },
  } as const,
});

export const Certainty = builder.enumType('Certainty', {
  description: 'How sure the speaker sounds. Not how sure a reader is of the reading.',
  values: {
    FIRM: { description: 'Stressed: “categorically”, “without doubt”.' },
    PLAIN: { description: 'Said without emphasis or hedge.' },
    HEDGED: { description: 'Softened: “may”, “appears to”.' },
  } as const,
});

export const EvidenceMode = builder.enumType('EvidenceMode', {
  description: 'How the words of an article render what was said.',
  values: {
    DIRECT: { description: 'Quoted words.' },
    MIXED: { description: 'A paraphrase with quoted words in it.' },
    INDIRECT: { description: 'A paraphrase.' },
    NOMINAL: { description: 'A noun stands for the saying: “the Post’s report”.' },
    NARRATED: { description: 'The outlet’s own voice.' },
  } as const,
});

export const StandingStatus = builder.enumType('StandingStatus', {
  description:
    'Where a claim stands among those who spoke to it. The first that fits, in this order.',
  values: {
    DISPUTED: { description: 'Someone is against it, and someone is for it or relays it.' },
    DENIED: { description: 'Only those against it are left, and those mixed or without position.' },
    RETRACTED: { description: 'It was put forward or relayed, and retraction left nothing.' },
    QUESTIONED: { description: 'Someone is mixed.' },
    CORROBORATED: { description: 'Two or more independent origins are for it.' },
    ASSERTED: { description: 'Someone is for it.' },
    REPORTED: { description: 'It is only relayed.' },
    UNADDRESSED: { description: 'Nobody’s stance counts.' },
  } as const,
});

export const ReplyState = builder.enumType('ReplyState', {
  description: 'What somebody said to a claim that it bears on, or that it was asked about.',
  values: {
    ANSWERED: { description: 'It took a position, or who speaks for it did.' },
    DECLINED: { description: 'It answered and took no position.' },
    NO_REPLY: { description: 'It was asked and had not answered when that was published.' },
    NOT_ASKED: { description: 'Nobody is known to have asked.' },
  } as const,
});

export const SearchScope = builder.enumType('SearchScope', {
  description: 'What a search looks through.',
  values: {
    ARTICLE: { description: 'Titles and texts of articles.' },
    ACTOR: { description: 'Names, aliases and descriptions of actors.' },
    CLAIM: { description: 'Texts of claims.' },
  } as const,
});

export const OrderDirection = builder.enumType('OrderDirection', {
  description: 'Which end of an order comes first. What is unknown comes last either way.',
  values: {
    ASC: { description: 'Earliest, or first in the alphabet, first.' },
    DESC: { description: 'Latest, or last in the alphabet, first.' },
  } as const,
});

export const TimeBasis = builder.enumType('TimeBasis', {
  description: 'From what the time of a stance is known.',
  values: {
    SAID_AT: { description: 'An article tells the instant.' },
    SAID_ON: {
      description:
        'The day is told: its first moment in UTC, of what is taken back its last millisecond.',
    },
    ISSUED: { description: 'Its words were issued then: by the earliest version that has them.' },
    RECORDED: { description: 'Nothing else is known: a record first held it then.' },
  } as const,
});
