import { parseArgs } from 'node:util';

const scenarios = [
  'kills',
  'processes',
  'unread',
  'resume',
  'ingest',
  'exports',
  'history',
  'merges',
  'merge',
  'life',
  'costly',
  'kept',
  'crowd',
  'live',
  'lane',
  'documents',
  'groups',
  'damage',
  'migration',
] as const;
export type Scenario = (typeof scenarios)[number];

export interface SoakOptions {
  readonly scenarios: readonly Scenario[];
  readonly rounds: number;
  readonly claims: number;
  readonly events: number;
  readonly resumptions: number;
  readonly articles: number;
  readonly records: number;
  /** Moments that histories are asked as of. */
  readonly moments: number;
  readonly merges: number;
  readonly requests: number;
  readonly subscribers: number;
  /** Claims of the record in which actors are merged, and that costly queries are asked of. */
  readonly size: number;
  /** The file of a record that costly queries are asked of, in the place of one that is made. */
  readonly record: string | undefined;
  /** Kept answers that are compared. */
  readonly answers: number;
  readonly lists: number;
  readonly seconds: number;
  /** Exchanges with the lane and with Yoga, and what they are drawn by. */
  readonly exchanges: number;
  readonly seed: number;
  readonly documents: number;
  /** The number of the first document. */
  readonly from: number;
  /** Groups of changes that are asked for at once. */
  readonly groups: number;
  /** Files that are damaged in each way. */
  readonly files: number;
  readonly help: boolean;
}

export const usage = `Usage: npm run soak -- [options] [scenario ...]

Runs real servers through what breaks servers, and looks whether anything is lost. Exits with 1 where it is.

  kills      kill -9 at random moments while 16 writers write to a file; a subscriber resumes
  processes  three servers on one libSQL server, six subscribers, three writers: undisturbed, and disturbed
             (ONRECORD_SQLD says where sqld is, unless it is in PATH; redis-server has to be in PATH)
  unread     twenty subscribers that never read
  resume     a subscriber that stops after each event, in each way to subscribe (curl has to be in PATH)
  ingest     articles that are read and drafted one after the other; a folder of articles, one file in twenty broken, whose
             ingest is killed in the middle and begun again
  exports    random records that are exported and imported: every standing and order is kept
  history    random histories: timelines, turns, replies, filters, orders and facets are what is worked out plainly, and as of
             each change everything is answered as it was then
  merges     actors and claims of random records that are judged one, and taken apart again
  merge      one actor with thousands of stances is merged into another while others read
  life       requests of all kinds, good and bad, and subscribers that come and go: memory stays as it is after the first
             tenth, and all else that is held as before; Ctrl-C ends it
  costly     five at once ask for what costs most: how long others wait
  kept       kept answers compared with fresh ones in the same turn, while stances are recorded on what is asked for most
  crowd      one address that floods, sits around, resets and reads nothing, while others are timed
  live       lists that are live in one client and in twenty while claims are recorded, five a second: what it costs the server
  lane       random requests to a server with its lane and to Yoga alone: the same is answered, logged and counted
  documents  random documents over random records: they are answered byte for byte as by graphql-js
  groups     random changes at once, refused, of equal keys, on a full disk: the record and the answers are as one by one
  damage     files that a disk damaged after they were closed: what is answered wrongly, and until when
  migration  a record of an older version, whose upgrade is killed at random moments and begun again

  --rounds N       kills, of a server or of an upgrade, 50 unless given
  --claims N       claims that the processes write, 1000 unless given
  --events N       events that are not read, 20000 unless given
  --resumptions N  events after each of which a subscriber resumes, 500 unless given
  --articles N     articles that are read, 1000 unless given
  --records N      random records, and histories, 300 unless given
  --moments N      changes that random histories are asked as of, 100 unless given
  --merges N       merges, SAME_AS and undos, 1000 unless given
  --requests N     requests of a life, 100000 unless given
  --subscribers N  subscribers of a life, 1000 unless given
  --size N         claims of the record of merge, of costly, of kept and of migration, 10000 unless given
  --record FILE    that record, where there is one of the bench's
  --answers N      kept answers that are compared, 1000000 unless given
  --lists N        lists that are live, 1000 unless given
  --seconds N      of crowd and of live, 30 unless given
  --exchanges N    of the lane, of one to four requests each, 3000 unless given
  --seed N         of the lane, 1 unless given
  --documents N    documents, 20000 unless given
  --from N         the number of the first of them, 1 unless given: a fault tells that of its own
  --groups N       of up to twelve changes at once, 10000 unless given
  --files N        files that are damaged in each way, 200 unless given
  --help           this text`;

/** Throws an Error that names what is not understood. */
export function readOptions(args: readonly string[]): SoakOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      rounds: { type: 'string', default: '50' },
      claims: { type: 'string', default: '1000' },
      events: { type: 'string', default: '20000' },
      resumptions: { type: 'string', default: '500' },
      articles: { type: 'string', default: '1000' },
      records: { type: 'string', default: '300' },
      moments: { type: 'string', default: '100' },
      merges: { type: 'string', default: '1000' },
      requests: { type: 'string', default: '100000' },
      subscribers: { type: 'string', default: '1000' },
      size: { type: 'string', default: '10000' },
      record: { type: 'string' },
      answers: { type: 'string', default: '1000000' },
      lists: { type: 'string', default: '1000' },
      seconds: { type: 'string', default: '30' },
      exchanges: { type: 'string', default: '3000' },
      seed: { type: 'string', default: '1' },
      documents: { type: 'string', default: '20000' },
      from: { type: 'string', default: '1' },
      groups: { type: 'string', default: '10000' },
      files: { type: 'string', default: '200' },
      help: { type: 'boolean', default: false },
    },
  });
  const unknown = positionals.find((name) => !scenarios.some((scenario) => scenario === name));
  if (unknown !== undefined) throw new Error(`There is no scenario ${unknown}.`);
  return {
    scenarios: scenarios.filter((name) => positionals.length === 0 || positionals.includes(name)),
    rounds: count('--rounds', values.rounds),
    claims: count('--claims', values.claims),
    events: count('--events', values.events),
    resumptions: count('--resumptions', values.resumptions),
    articles: count('--articles', values.articles),
    records: count('--records', values.records),
    moments: count('--moments', values.moments),
    merges: count('--merges', values.merges),
    requests: count('--requests', values.requests),
    subscribers: count('--subscribers', values.subscribers),
    size: count('--size', values.size),
    record: values.record,
    answers: count('--answers', values.answers),
    lists: count('--lists', values.lists),
    seconds: count('--seconds', values.seconds),
    exchanges: count('--exchanges', values.exchanges),
    seed: count('--seed', values.seed),
    documents: count('--documents', values.documents),
    from: count('--from', values.from),
    groups: count('--groups', values.groups),
    files: count('--files', values.files),
    help: values.help,
  };
}

function count(option: string, given: string): number {
  if (!/^[1-9]\d{0,6}$/.test(given))
    throw new Error(`${option} is ${given}; allowed is a number like 100.`);
  return Number(given);
}
