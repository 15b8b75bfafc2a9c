import type { Config } from '../config.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics/metrics.ts';
import type { SecondReader, SecondReading } from './second-reader.ts';

interface Serving {
  readonly config: Config;
  readonly log: Log;
  readonly metrics?: Metrics | undefined;
}

/** Texts that wait or are read: more are told to come back. */
const mostTexts = 64;

/** Opens the second reader of a server, which tells log and metrics what it reads; undefined where it is off. The log says where texts go. */
export function secondReaderOf({
  config: { reader },
  log,
  metrics,
}: Serving): (() => Promise<SecondReader>) | undefined {
  if (reader === undefined) return undefined;
  const { url, model } = reader;
  log.info(
    { url, model },
    'texts that are ingested with the extractor llm are sent to this address',
  );
  const onRead = (reading: SecondReading): void => {
    tellLog(log, reading);
    const outcome = reading.faults[0]?.code ?? 'read';
    metrics?.noteSecondReading({ outcome, tokens: reading.tokens });
  };
  return async () => {
    const { SecondReader } = await import('./second-reader.ts');
    return new SecondReader(reader, { mostTexts, onRead });
  };
}

function tellLog(log: Log, { faults, found, tokens, ...rest }: SecondReading): void {
  const { model, leftOut, passages, ms } = rest;
  const facts = { model, passages, ms, tokens, found: found.length, leftOut };
  if (faults.length === 0) log.info(facts, 'the second reader has read an article');
  for (const { code, message, said } of faults) log.warn({ code, said, ...facts }, message);
}
