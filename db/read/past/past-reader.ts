import type { Args, Reader, Statement } from '../read.ts';
import { pastViews } from './views.ts';

/** A moment of the record: an event that was the last of its change. Number and moment are 0 before the first. */
export interface Moment {
  readonly seq: number;
  readonly at: number;
}

const beginning = 'with ';

// They come first, so that the parameters behind them are numbered on from there.
const momentParameters = [{ name: 'moment.seq' }, { name: 'moment.at' }];

const views = Object.entries(pastViews).map(([name, text]) => ({
  isNamedIn: new RegExp(`\\b${name}\\b`),
  text: `${name} as not materialized (${text})`,
}));

const past = new WeakMap<Statement<unknown>, Statement<unknown>>();

/** The same reader, of the record as it was at a moment: each table that a statement reads is hidden behind a view of it. */
export function readerAsOf<R extends Reader>(reader: R, { at, seq }: Moment): R {
  const asOf: Reader = {
    shape: reader.shape,
    read: <Row>(statement: Statement<Row>, args: Args = {}) =>
      reader.read(statementAsOf(statement), { ...args, 'moment.seq': seq, 'moment.at': at }),
  };
  // What else it has is asked of itself: a copy would not have what is private to it.
  return new Proxy(reader, {
    get: (_, name) => Reflect.get(name in asOf ? asOf : reader, name),
  });
}

export function statementAsOf<Row>(statement: Statement<Row>): Statement<Row> {
  const made = past.get(statement) ?? pastOf(statement);
  past.set(statement, made);
  // What is kept for a statement has its rows.
  return made as Statement<Row>;
}

function pastOf<Row>(statement: Statement<Row>): Statement<Row> {
  const { columns, parameters, text } = statement;
  if (!text.startsWith(beginning)) throw new TypeError('A statement begins with its answer.');
  const seen = views.flatMap((view) => (view.isNamedIn.test(text) ? view.text : []));
  const before = ['moment(seq, at) as (select ?1, ?2)', ...seen];
  return {
    text: `${beginning}${before.join(', ')}, ${text.slice(beginning.length)}`,
    columns,
    parameters: [...momentParameters, ...parameters],
    unpack: (cell) => statement.unpack(cell),
  };
}
