/** One server-sent event. */
export interface StreamEvent {
  readonly type: string;
  readonly data: string;
}

/** Cuts server-sent events out of a text that arrives in pieces. Comments, which keep a line alive, are left out. */
export function eventParser(): (piece: string) => StreamEvent[] {
  let rest = '';
  return (piece) => {
    const blocks = (rest + piece).split(/\r?\n\r?\n/);
    rest = blocks.pop() ?? '';
    return blocks.map(eventIn).filter(({ type, data }) => type || data);
  };
}

function eventIn(block: string): StreamEvent {
  const lines = block.split(/\r?\n/);
  const values = (field: string) =>
    lines
      .filter((line) => line.startsWith(`${field}:`))
      .map((line) => line.slice(field.length + 1).replace(/^ /, ''));
  return { type: values('event').join(''), data: values('data').join('\n') };
}
