import type { Role } from '../../../db/rules/vocabulary.ts';
import { bridgePromised, gazetteReports, mayorDenies, quoting } from '../../kit/harbour.ts';
import { type Desk, recordOf } from './open-desk.ts';

/** A mutation that will be carried out: its input, what to select of its payload, and what that will be. */
export interface Ready {
  readonly input: Readonly<Record<string, unknown>>;
  readonly selection: string;
  readonly told: Readonly<Record<string, unknown>>;
}

const mayorOf = {
  actor: { slug: 'mayor' },
  of: { slug: 'town-hall' },
  kind: 'SPEAKS_FOR',
  role: 'mayor',
  from: '2020-01-01',
};

const sameMayor = {
  from: { slug: 'ida' },
  into: { slug: 'mayor' },
  judgement: 'CONFIRMED',
  reason: 'Same office, same years.',
};

const bridgeNeeded = { text: 'The bridge is needed.', kind: 'POSITION', language: 'en' };

const presupposes = {
  from: { slug: 'bridge-needed' },
  to: { slug: 'bridge-promised' },
  kind: 'PRESUPPOSES',
  judgement: 'CONFIRMED',
};

const toldOnTuesday = {
  stance: { slug: 'mayor-denies' },
  ...quoting('the mayor told the Courier on Tuesday'),
};

/** What has to be on record for each mutation, and then the mutation. */
export const everyMutation: Readonly<Record<string, (desk: Desk) => Promise<Ready>>> = {
  recordArticle: async () => ({
    input: {
      slug: 'second-story',
      title: 'A second story',
      language: 'en',
      outlet: { slug: 'courier' },
      text: 'The council meets on Friday.',
      url: 'https://courier.example/second-story',
      publishedAt: '2026-11-10T08:30:00.000Z',
      textIsPublic: true,
    },
    selection: 'article { slug text outlet { slug } publishedAt }',
    told: {
      created: true,
      article: {
        slug: 'second-story',
        text: 'The council meets on Friday.',
        outlet: { slug: 'courier' },
        publishedAt: '2026-11-10T08:30:00.000Z',
      },
    },
  }),
  ingestArticle: async () => ({
    input: {
      slug: 'third-story',
      title: 'A third story',
      language: 'en',
      outlet: { slug: 'courier' },
      text: 'A third story\n\nGovernor Ada Reyes denied on Tuesday that the ferry had sunk.\n',
    },
    selection: 'article { slug outlet { slug } } drafted',
    told: {
      created: true,
      article: { slug: 'third-story', outlet: { slug: 'courier' } },
      drafted: 1,
    },
  }),
  updateArticle: async () => ({
    input: { article: { slug: 'bridge-story' }, title: 'Mayor denies', byline: 'By M. Noor' },
    selection: 'article { title byline language }',
    told: {
      created: false,
      article: { title: 'Mayor denies', byline: 'By M. Noor', language: 'en' },
    },
  }),
  withdrawArticle: async () => ({
    input: { article: { slug: 'bridge-story' }, reason: 'An impostor’s page.' },
    selection: 'article { slug withdrawnReason }',
    told: {
      created: false,
      article: { slug: 'bridge-story', withdrawnReason: 'An impostor’s page.' },
    },
  }),
  restoreArticle: async (desk) => {
    await done(desk, 'withdrawArticle');
    return {
      input: { article: { slug: 'bridge-story' } },
      selection: 'article { slug withdrawnAt }',
      told: { created: false, article: { slug: 'bridge-story', withdrawnAt: null } },
    };
  },
  eraseArticleText: async () => ({
    input: { article: { slug: 'bridge-story' }, reason: 'Ordered by a court.' },
    selection: 'article { slug text title }',
    told: {
      created: false,
      article: { slug: 'bridge-story', text: null, title: 'Mayor denies promise' },
    },
  }),
  recordActor: async () => ({
    input: { slug: 'ida', name: 'Ida Moreau', kind: 'PERSON', aliases: ['Moreau'] },
    selection: 'actor { slug name kind aliases }',
    told: {
      created: true,
      actor: { slug: 'ida', name: 'Ida Moreau', kind: 'PERSON', aliases: ['Moreau'] },
    },
  }),
  updateActor: async () => ({
    input: {
      actor: { slug: 'mayor' },
      name: 'Ida Moreau',
      kind: 'GROUP',
      description: 'The mayor since 2020.',
    },
    selection: 'actor { slug name kind description }',
    told: {
      created: false,
      actor: {
        slug: 'mayor',
        name: 'Ida Moreau',
        kind: 'GROUP',
        description: 'The mayor since 2020.',
      },
    },
  }),
  recordAffiliation: async () => ({
    input: mayorOf,
    selection: 'affiliation { actor { slug } of { slug } kind role from until }',
    told: { created: true, affiliation: { ...mayorOf, until: null } },
  }),
  endAffiliation: async (desk) => ({
    input: { affiliation: { id: await done(desk, 'recordAffiliation') }, until: '2025-12-31' },
    selection: 'affiliation { actor { slug } until }',
    told: { created: false, affiliation: { actor: { slug: 'mayor' }, until: '2025-12-31' } },
  }),
  mergeActors: async (desk) => {
    await done(desk, 'recordActor');
    return {
      input: sameMayor,
      selection: 'merge { from { slug } into { slug } judgement reason revokedAt }',
      told: { created: true, merge: { ...sameMayor, revokedAt: null } },
    };
  },
  revokeActorMerge: async (desk) => ({
    input: { merge: { id: await done(desk, 'mergeActors') }, reason: 'Two people.' },
    selection: 'merge { from { slug } revokedReason }',
    told: { created: false, merge: { from: { slug: 'ida' }, revokedReason: 'Two people.' } },
  }),
  recordClaim: async () => {
    const { claim: _claim, ...stance } = mayorDenies;
    return {
      input: { ...bridgePromised, topics: ['bridge'], stances: [stance] },
      selection: 'claim { slug text topics standing { status } stances { nodes { slug } } }',
      told: {
        created: true,
        claim: {
          slug: 'bridge-promised',
          text: bridgePromised.text,
          topics: ['bridge'],
          standing: { status: 'DENIED' },
          stances: { nodes: [{ slug: 'mayor-denies' }] },
        },
      },
    };
  },
  updateClaim: async (desk) => {
    await done(desk, 'recordClaim');
    return {
      input: { claim: { slug: 'bridge-promised' }, text: 'The mayor promised a bridge.' },
      selection: 'claim { slug text kind }',
      told: {
        created: false,
        claim: { slug: 'bridge-promised', text: 'The mayor promised a bridge.', kind: 'FACT' },
      },
    };
  },
  withdrawClaim: async (desk) => {
    await done(desk, 'recordClaim');
    return {
      input: { claim: { slug: 'bridge-promised' }, reason: 'Said of a ferry.' },
      selection: 'claim { slug }',
      told: { created: false, claim: { slug: 'bridge-promised' } },
    };
  },
  linkClaims: async (desk) => {
    await done(desk, 'recordClaim');
    await desk.mutate('recordClaim', { ...bridgeNeeded, slug: 'bridge-needed' });
    return {
      input: presupposes,
      selection: 'link { from { slug } to { slug } kind judgement }',
      told: { created: true, link: presupposes },
    };
  },
  revokeClaimLink: async (desk) => ({
    input: { link: { id: await done(desk, 'linkClaims') }, reason: 'It stands without.' },
    selection: 'link { kind judgement }',
    told: { created: false, link: { kind: 'PRESUPPOSES', judgement: 'CONFIRMED' } },
  }),
  recordStance: async (desk) => {
    await done(desk, 'recordClaim');
    return {
      input: gazetteReports,
      selection: `stance {
        slug kind polarity actor { slug } claim { slug standing { status } }
        evidence { quote start end attribution { slug } }
      }`,
      told: {
        created: true,
        stance: {
          slug: 'gazette-reports',
          kind: 'REPORTS',
          polarity: 'RELAYED',
          actor: { slug: 'gazette' },
          claim: { slug: 'bridge-promised', standing: { status: 'DISPUTED' } },
          evidence: [
            {
              quote: 'The mayor promised a new bridge',
              start: 0,
              end: 31,
              attribution: [{ slug: 'gazette' }],
            },
          ],
        },
      },
    };
  },
  updateStance: async (desk) => {
    await done(desk, 'recordClaim');
    return {
      input: {
        stance: { slug: 'mayor-denies' },
        saidOn: '2024-03-05',
        saidPhrase: 'on Tuesday',
        certainty: 'PLAIN',
      },
      selection: 'stance { slug saidOn saidPhrase certainty kind }',
      told: {
        created: false,
        stance: {
          slug: 'mayor-denies',
          saidOn: '2024-03-05',
          saidPhrase: 'on Tuesday',
          certainty: 'PLAIN',
          kind: 'DENIES',
        },
      },
    };
  },
  addEvidence: async (desk) => {
    await done(desk, 'recordClaim');
    return {
      input: toldOnTuesday,
      selection: 'evidence { quote mode article { slug } }',
      told: {
        created: true,
        evidence: {
          quote: 'the mayor told the Courier on Tuesday',
          mode: 'INDIRECT',
          article: { slug: 'bridge-story' },
        },
      },
    };
  },
  withdrawEvidence: async (desk) => ({
    input: { evidence: { id: await done(desk, 'addEvidence') }, reason: 'Says nothing.' },
    selection: 'evidence { quote }',
    told: { created: false, evidence: { quote: 'the mayor told the Courier on Tuesday' } },
  }),
  reviewStance: async (desk) => {
    await done(desk, 'recordClaim');
    await desk.mutate('recordStance', { ...gazetteReports, review: 'DRAFT' });
    return {
      input: { stance: { slug: 'gazette-reports' }, review: 'VERIFIED', reason: 'Read twice.' },
      selection: 'stance { slug review claim { standing { status } } }',
      told: {
        created: false,
        stance: {
          slug: 'gazette-reports',
          review: 'VERIFIED',
          claim: { standing: { status: 'DISPUTED' } },
        },
      },
    };
  },
  undoReview: async (desk) => {
    await done(desk, 'recordClaim');
    await desk.mutate('recordStance', { ...gazetteReports, review: 'DRAFT' });
    const stance = { slug: 'gazette-reports' };
    await desk.mutate('reviewStance', { stance, review: 'REJECTED' });
    return {
      input: { stance, reason: 'Read a third time.' },
      selection: 'stance { slug review }',
      told: { created: false, stance: { slug: 'gazette-reports', review: 'DRAFT' } },
    };
  },
  withdrawStance: async (desk) => {
    await done(desk, 'recordClaim');
    return {
      input: { stance: { slug: 'mayor-denies' }, reason: 'Another bridge.' },
      selection: 'stance { slug withdrawnReason claim { standing { status } } }',
      told: {
        created: false,
        stance: {
          slug: 'mayor-denies',
          withdrawnReason: 'Another bridge.',
          claim: { standing: { status: 'UNADDRESSED' } },
        },
      },
    };
  },
  revokeToken: async (desk) => ({
    input: { token: { id: await tokenOf(desk, 'EDITOR') } },
    selection: 'token { name role }',
    told: { created: false, token: { name: 'the EDITOR desk', role: 'EDITOR' } },
  }),
};

async function tokenOf(desk: Desk, role: Role): Promise<string> {
  await desk.ask('{ __typename }', {}, role);
  const { data } = await desk.ask('{ status { tokens { id role } } }', {}, 'ADMIN');
  const { tokens } = recordOf(data?.status);
  const held = Array.isArray(tokens) ? tokens.find((token) => recordOf(token).role === role) : null;
  return String(recordOf(held).id);
}

/** Carries out a mutation with what it needs, and tells the id of what it changed. */
export async function done(desk: Desk, name: string): Promise<string> {
  const ready = await everyMutation[name]?.(desk);
  if (ready === undefined) throw new Error(`There is no mutation ${name}.`);
  const [thing = ''] = ready.selection.split(' ');
  const answer = await desk.mutate(name, ready.input, `${thing} { id }`);
  const changed = answer[thing];
  if (changed === null || typeof changed !== 'object' || !('id' in changed)) {
    throw new Error(`${name} was refused: ${answer.message}`);
  }
  return String(changed.id);
}
