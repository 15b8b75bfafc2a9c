import { recordArticle } from '../../db/commands/record-article.ts';
import { recordClaim } from '../../db/commands/record-claim.ts';
import {
  answerOf,
  bearer,
  codeOf,
  type OpenHandler,
  openHandler,
} from '../integration/http/open-handler.ts';
import { bridgePromised, recordHarbour } from '../kit/harbour.ts';
import { write } from '../kit/owner.ts';
import { rawRows } from '../kit/raw-rows.ts';
import { type Attack, attack } from './attack.ts';
import { type Asked, openBareHandler } from './bare-handler.ts';

// All of them by `npm run attacks`.
const [texts, changes] = process.env.VITEST === undefined ? [200, 100] : [50, 30];

/** What somebody may learn who has no token, and what somebody may do whose token is for less. */
export const strangerAttacks: readonly Attack[] = [
  attack(`${texts} texts that are not public, guessed word by word in searches`, {
    open: () => openHandler(),
    openUnprotected: () => openHandler({ publicTexts: true }),
    isWithstood: async (server) => {
      await recordTexts(server, texts);
      let [byWords, byTitles] = [0, 0];
      for (let n = 0; n < texts; n += 1) {
        byWords += await countOf(server, `secret${n}`);
        byTitles += await countOf(server, `Report ${n}`);
      }
      return byWords === 0 && byTitles >= texts;
    },
  }),
  attack('words of drafts, told by the score of what is public', {
    open: () => openHandler(),
    openUnprotected: openForEditors,
    isWithstood: async (server) => {
      await write(server.db, recordArticle, {
        title: 'A zarzuela begins',
        language: 'en',
        text: 'It began.',
        textIsPublic: true,
      });
      await recordTexts(server, 20);
      const asked = `{
        search(query: "zarzuela") { totalCount edges { score } }
        similarClaims(text: "A zarzuela.") { score }
      }`;
      const found = async (): Promise<string> =>
        JSON.stringify((await answerOf(server.ask({ query: asked }))).data);
      const before = await found();
      for (let n = 0; n < changes; n += 1) {
        await write(server.db, recordClaim, {
          ...bridgePromised,
          slug: `draft-${n}`,
          text: `A zarzuela, ${n}.`,
        });
      }
      return (await found()) === before;
    },
  }),
  attack(`polling through ${changes} changes that strangers may not know of`, {
    open: () => openHandler(),
    openUnprotected: openBareHandler,
    isWithstood: async (server) => {
      await recordHarbour(server.db);
      const cursors = new Set<unknown>();
      for (let n = 0; n < changes; n += 1) {
        await write(server.db, recordClaim, { ...bridgePromised, slug: `hidden-${n}` });
        const query = '{ record { feedCursor } recordEvents(first: 1) { feedCursor } }';
        cursors.add(JSON.stringify((await answerOf(server.ask({ query }))).data));
      }
      return cursors.size === 1;
    },
  }),
  attack('a mutation of several fields, of which the last is for a higher role', {
    open: () => openHandler(),
    // What executes in place of ours asks nobody whether it may.
    openUnprotected: () => openHandler({}, ({ executor: _executor, ...plugins }) => plugins),
    isWithstood: async (server) => {
      const authorization = await bearer(server.db, { role: 'EDITOR' });
      const query = `mutation {
        a: recordActor(input: { name: "A", kind: PERSON }) { __typename }
        b: createToken(input: { name: "B", role: ADMIN }) { __typename }
      }`;
      const code = await codeOf(server.ask({ query }, { authorization }));
      return code === 'FORBIDDEN' && rawRows(server.path, 'select 1 from actors').length === 0;
    },
  }),
  attack('a subscription to what one is never told of', {
    open: () => openHandler(),
    openUnprotected: openBareHandler,
    isWithstood: async (server) => {
      const query = 'subscription { recordEvents(filter: { type: [TOKEN_CREATED] }) { type } }';
      const response = await server.ask({ query }, { accept: 'text/event-stream' });
      const isTold = (await response.text()).includes('"code":"UNAUTHENTICATED"');
      return isTold;
    },
  }),
];

/** Whoever asks is told what editors are. */
async function openForEditors(): Promise<OpenHandler> {
  const opened = await openHandler();
  return { ...opened, ask: (body, headers) => opened.ask(body, headers, { isOwner: true }) };
}

async function recordTexts({ db }: Pick<Asked, 'db'>, count: number): Promise<void> {
  for (let n = 0; n < count; n += 1) {
    await write(db, recordArticle, {
      title: `Report ${n}`,
      language: 'en',
      text: `Before the council came secret${n}.`,
    });
  }
}

async function countOf(server: Pick<Asked, 'ask'>, words: string): Promise<number> {
  const query = 'query($words: String!) { search(query: $words) { totalCount } }';
  const { data } = await answerOf(server.ask({ query, variables: { words } }));
  const { totalCount } = Object(data?.search);
  return Number(totalCount);
}
