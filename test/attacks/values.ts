import Sqlite from 'libsql';
import { answerOf, bearer, codeOf, openHandler } from '../integration/http/open-handler.ts';
import { mutationOf } from '../integration/mutations/open-desk.ts';
import { recordHarbour } from '../kit/harbour.ts';
import { type Attack, attack } from './attack.ts';
import type { Asked } from './bare-handler.ts';
import { hostileTerms } from './hostile-terms.ts';

/** Somebody who is handed a value, and does with it what is right or not. */
interface Handed<Value> extends AsyncDisposable {
  readonly isRight: (value: Value) => Promise<boolean>;
}

const lists = ['actors', 'articles', 'claims', 'stances', 'recordEvents'];
const sizes = [101, 1_000_000, 2_147_483_647, -1, -2_147_483_648];

const cursors = [
  '0',
  '-1',
  'null',
  'x',
  '\u0000',
  '🦊',
  'eyJ2IjoxfQ',
  'ey'.repeat(10_000),
  '../../etc/passwd',
  "' or 1=1 --",
  'cGFnZTE6eDpbMSxudWxsXQ',
  'ZmVlZDE6MDo5OTk5',
];

const ids = [
  '',
  '1',
  'claim_',
  'claim_1',
  'Claim_01a20295-57eb-76af-8a9d-6e84006ce043',
  'claim_01a20295-57eb-76af-8a9d-6e84006ce043\u0000',
  'claim_01A20295-57EB-76AF-8A9D-6E84006CE043',
  'nothing_01a20295-57eb-76af-8a9d-6e84006ce043',
  "claim_' or 1=1 --",
  'claim_'.repeat(1_000),
];

const unkeepable = ['Ada\u0000Eve', '\u0000', 'Ada \ud83e', '\udd8a Ada', '\udd8a\ud83e'];

export const valueAttacks: readonly Attack[] = [
  attack(`${hostileTerms.length} hostile terms of a search`, {
    open: () => openHanded(searched),
    openUnprotected: () => openDatabase('select rowid from words where words match ?', foundSome),
    isWithstood: ({ isRight }) => every(hostileTerms, isRight),
  }),
  attack('absurd sizes of pages', {
    open: () => openHanded(refusesSize),
    openUnprotected: () => openDatabase('select text from words limit ?', isRefused),
    isWithstood: ({ isRight }) => every(sizes, isRight),
  }),
  attack('cursors that nobody handed out', {
    open: () => openHanded(refusesCursor),
    openUnprotected: () => openDatabase('select text from words where rowid > ?', isRefused),
    isWithstood: ({ isRight }) => every(cursors, isRight),
  }),
  attack('ids that nothing has', {
    open: () => openHanded(refusesId),
    openUnprotected: () => openDatabase('select text from words where text = ?', isRefused),
    isWithstood: ({ isRight }) => every(ids, isRight),
  }),
  attack('NUL characters and halves of surrogate pairs in what is to be kept', {
    open: () => openHanded(refusesText),
    openUnprotected: () => openDatabase('select ?', (rows, text) => rows[0]?.[0] === text),
    isWithstood: ({ isRight }) => every(unkeepable, isRight),
  }),
];

function searched(server: Asked) {
  const query = 'query($q: String!) { search(query: $q) { totalCount nodes { __typename } } }';
  return async (q: string) => {
    const { data, errors } = await answerOf(server.ask({ query, variables: { q } }));
    return errors === undefined && data?.search !== undefined;
  };
}

function refusesSize(server: Asked) {
  const codeFor = (list: string, size: number) =>
    codeOf(server.ask({ query: `{ ${list}(first: ${size}) { pageInfo { hasNextPage } } }` }));
  return async (size: number) => {
    const codes = await Promise.all(lists.map((list) => codeFor(list, size)));
    return codes.every((code) => code === 'BAD_USER_INPUT');
  };
}

function refusesCursor(server: Asked) {
  const codeFor = (list: string, after: string) => {
    const query = `query($after: String) { ${list}(after: $after) { pageInfo { hasNextPage } } }`;
    return codeOf(server.ask({ query, variables: { after } }));
  };
  return async (cursor: string) => {
    const codes = await Promise.all(lists.map((list) => codeFor(list, cursor)));
    return codes.every((code) => code === 'CURSOR_INVALID');
  };
}

function refusesId(server: Asked) {
  const query = 'query($id: ID!) { node(id: $id) { id } }';
  return async (id: string) =>
    (await codeOf(server.ask({ query, variables: { id } }))) === 'BAD_USER_INPUT';
}

function refusesText(server: Asked) {
  const query = mutationOf('recordActor');
  return async (name: string) => {
    const authorization = await bearer(server.db, { role: 'EDITOR' });
    const variables = { input: { name, kind: 'PERSON' } };
    const { data } = await answerOf(server.ask({ query, variables }, { authorization }));
    return JSON.stringify(data).includes('"code":"TEXT_INVALID"');
  };
}

async function openHanded<Value>(
  handedBy: (server: Asked) => (value: Value) => Promise<boolean>,
): Promise<Handed<Value>> {
  const server = await openHandler();
  await recordHarbour(server.db);
  return {
    isRight: handedBy(server),
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

/** The database itself, which is handed the value as it came. */
async function openDatabase<Value extends string | number>(
  sql: string,
  isRight: (rows: readonly unknown[][], value: Value) => boolean,
): Promise<Handed<Value>> {
  const file = new Sqlite(':memory:');
  file.exec("create virtual table words using fts5(text); insert into words values ('mayor')");
  return {
    isRight: async (value) => {
      try {
        // With raw(true) every row is an array.
        return isRight(file.prepare(sql).raw(true).all(value) as unknown[][], value);
      } catch {
        return false;
      }
    },
    [Symbol.asyncDispose]: async () => void file.close(),
  };
}

const foundSome = () => true;
const isRefused = () => false;

async function every<Value>(
  values: readonly Value[],
  isRight: (value: Value) => Promise<boolean>,
): Promise<boolean> {
  for (const value of values) if (!(await isRight(value))) return false;
  return true;
}
