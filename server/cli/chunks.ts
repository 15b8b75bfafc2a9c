import { written } from '../../db/interchange/content.ts';
import { awaitedBy, lineInput } from '../../db/interchange/line-input.ts';
import { LinesRefused } from '../../db/interchange/lines-refused.ts';
import { type LineSource, linesOf, readLine } from '../../db/interchange/source.ts';

/** Lines that are sent together, and where they came from. */
export interface Chunk {
  readonly lines: readonly string[];
  readonly places: readonly Place[];
  /** What its lines name that a later line may bring. */
  readonly names: readonly string[];
}

interface Place {
  readonly source: string | null;
  readonly line: number;
}

const linesAtMost = 1000;
// A request may have four megabytes, and quotation marks in JSON are escaped again.
const bytesAtMost = 2_500_000;

/** The lines of files in chunks that a server takes, texts in them and without the lines that name the format. */
export async function* chunksOf(files: readonly LineSource[]): AsyncGenerator<Chunk, void> {
  let lines: string[] = [];
  let places: Place[] = [];
  let bytes = 0;
  let names: string[] = [];
  let isTwin = false;
  for await (const at of linesOf(files)) {
    const { line, refusals } = await readLine(at);
    const place = { source: at.source.name, line: at.number };
    if (line === undefined) {
      throw new LinesRefused(refusals.map((refusal) => ({ ...place, refusal })));
    }
    if (line.type === 'record') continue;
    const text = written(line);
    const size = Buffer.byteLength(JSON.stringify(text));
    // What was revoked may be judged anew on the next line, and is to be seen with it.
    const isFull = lines.length >= linesAtMost - (isTwin ? 0 : 1) || bytes + size > bytesAtMost;
    if (isFull && lines.length > 0) {
      yield { lines, places, names };
      [lines, places, names, bytes] = [[], [], [], 0];
    }
    lines.push(text);
    places.push(place);
    names.push(...awaitedBy(lineInput(line)));
    bytes += size;
    isTwin = 'revoked' in line && line.revoked !== undefined;
  }
  if (lines.length > 0) yield { lines, places, names };
}
