/** How many characters a message has at most, and how many of a value that was sent stand in it. */
const longestMessage = 300;
const longestValue = 40;

/** What a message may not tell again, and what it ends with. */
interface Untold {
  readonly variables: object;
  readonly token?: string | undefined;
  /** What the SDK adds to it. */
  readonly hint?: string;
}

/** A sentence of a server or a host as the message of an error: logs keep messages, so that neither tokens nor words stand in it. */
export function told(said: string, { variables, token, hint = '' }: Untold): string {
  const sent: string[] = [];
  JSON.stringify(variables, (_key, value) => {
    if (typeof value === 'string') sent.push(value);
    return value;
  });
  let message = (token ? said.replaceAll(token, '…') : said).replace(/onr_[\w-]{8,}/g, 'onr_…');
  for (const value of sent.sort((a, b) => b.length - a.length)) {
    // What has a space in it is words.
    const instead = () => (/\S\s+\S/.test(value) ? '…' : cut(value, longestValue));
    message = message
      .replaceAll(value, instead)
      .replaceAll(JSON.stringify(value).slice(1, -1), instead);
  }
  return cut(message, longestMessage - hint.length) + hint;
}

/** Cut within no character. */
const cut = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).replace(/\p{Cs}$/u, '')}…`;
