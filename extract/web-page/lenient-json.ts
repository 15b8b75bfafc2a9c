/** What `text` says as JSON; where it is none, as much as can be read of it. Undefined where that is nothing. */
export function lenientJson(text: string): unknown {
  try {
    // Lines are broken inside strings, which JSON does not know.
    return JSON.parse(text.replace(/\s+/gu, ' '));
  } catch {
    return new LenientReader(text).read();
  }
}

const deepest = 100;

/**
 * Reads what people write for JSON: with comments, commas too many or missing, quotation marks inside of strings, or cut
 * off. It goes through the text once.
 */
class LenientReader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** All values that follow each other: one as it is, several as a list. */
  read(): unknown {
    const values: unknown[] = [];
    while (this.#next() !== undefined) {
      const value = '{["'.includes(this.#next() ?? '') ? this.#value(0) : this.#passOver();
      if (typeof value === 'object' && value !== null) values.push(value);
    }
    return values.length > 1 ? values : values[0];
  }

  #value(depth: number): unknown {
    const first = this.#next();
    if (depth > deepest) return this.#passOver();
    if (first === '{') return this.#object(depth);
    if (first === '[') return this.#list(depth);
    return first === '"' ? this.#string() : this.#word();
  }

  #object(depth: number): unknown {
    const members: Record<string, unknown> = Object.create(null);
    this.#at += 1;
    for (let next = this.#next(); next !== undefined; next = this.#next()) {
      if (next === '}') break;
      if (next !== '"') {
        this.#at += 1;
        continue;
      }
      const key = this.#string();
      if (this.#next() !== ':') continue;
      this.#at += 1;
      members[key] = this.#value(depth + 1);
    }
    this.#at += 1;
    return members;
  }

  #list(depth: number): unknown {
    const values: unknown[] = [];
    this.#at += 1;
    for (let next = this.#next(); next !== undefined; next = this.#next()) {
      if (next === ']') break;
      if (next === ',' || next === ':' || next === '}') this.#at += 1;
      else values.push(this.#value(depth + 1));
    }
    this.#at += 1;
    return values;
  }

  #string(): string {
    let words = '';
    for (this.#at += 1; this.#at < this.#text.length; this.#at += 1) {
      const unit = this.#text[this.#at];
      if (unit === '"' && this.#isEnd()) break;
      words += unit === '\\' ? this.#escaped() : unit;
    }
    this.#at += 1;
    return words;
  }

  /** Whether a quotation mark ends its string: what follows can stand behind one. */
  #isEnd(): boolean {
    const place = this.#behindSpace(this.#at + 1);
    const behind = this.#text[place];
    if (behind === undefined || '}]:'.includes(behind)) return true;
    if (behind === '"') return place > this.#at + 1;
    if (behind === '/') return '/*'.includes(this.#text[place + 1] ?? ' ');
    const next = this.#text[this.#behindSpace(place + 1)] ?? '"';
    return behind === ',' && '"{[}]/,-0123456789'.includes(next);
  }

  #escaped(): string {
    this.#at += 1;
    const unit = this.#text[this.#at] ?? '';
    if (unit !== 'u') return escapes[unit] ?? unit;
    const digits = this.#text.slice(this.#at + 1, this.#at + 5);
    if (!/^[\da-f]{4}$/iu.test(digits)) return unit;
    this.#at += 4;
    return String.fromCharCode(Number.parseInt(digits, 16));
  }

  /** A number, `true`, `false` or `null`; what is none of these is nothing. */
  #word(): unknown {
    word.lastIndex = this.#at;
    const [found = ''] = word.exec(this.#text) ?? [];
    this.#at += Math.max(found.length, 1);
    if (found === 'true' || found === 'false') return found === 'true';
    return /^-?\d+(?:\.\d+)?$/u.test(found) ? Number(found) : undefined;
  }

  #passOver(): undefined {
    this.#at += 1;
  }

  /** The next character that is no space and in no comment; undefined at the end. */
  #next(): string | undefined {
    this.#at = this.#behindSpace(this.#at);
    while (this.#text[this.#at] === '/') {
      const isLine = this.#text[this.#at + 1] === '/';
      const end = this.#text.indexOf(isLine ? '\n' : '*/', this.#at + 1);
      this.#at = end === -1 ? this.#text.length : this.#behindSpace(end + (isLine ? 1 : 2));
    }
    return this.#text[this.#at];
  }

  #behindSpace(place: number): number {
    space.lastIndex = place;
    space.test(this.#text);
    return Math.max(space.lastIndex, place);
  }
}

const word = /[^\s,:{}[\]"]*/uy;
const space = /\s*/uy;
const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: ' ', f: ' ' };
