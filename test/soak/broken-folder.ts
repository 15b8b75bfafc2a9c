import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const paragraph =
  'The lamps on the quay were off all night, and nobody in the town could tell for how long they had been.';

/** A small article, another one for each number. */
function storyOf(number: number): { readonly title: string; readonly text: string } {
  const title = `Of the quay, part ${number}`;
  const said = `Mayor Ada Reyes denied on Monday that lamp ${number} had been sold.`;
  return { title, text: `${title}\n\n${said}\n\n${paragraph}\n\n${paragraph}\n` };
}

function pageOf(number: number): string {
  const { title, text } = storyOf(number);
  const paragraphs = text.split('\n\n').slice(1);
  const shown = [...paragraphs, paragraph, paragraph].map((words) => `<p>${words}</p>`).join('');
  return `<!doctype html><html lang="en"><head><title>${title}</title></head><body><nav><a href="/">Home</a></nav><article><h1>${title}</h1>${shown}</article></body></html>`;
}

const kinds = [
  { ending: '.txt', content: (number: number) => storyOf(number).text },
  { ending: '.html', content: pageOf },
  {
    ending: '.json',
    content: (number: number) => JSON.stringify({ ...storyOf(number), language: 'en' }),
  },
];

/** Ways in which a file is no article, each made at a path without its ending. */
const breaks: Readonly<Record<string, (path: string) => void>> = {
  'an empty page': (path) => writeFileSync(`${path}.html`, ''),
  'a text without words': (path) => writeFileSync(`${path}.txt`, ' \n\n\t\n'),
  'the front page of a site': (path) => writeFileSync(`${path}.html`, frontPage),
  'broken JSON': (path) => writeFileSync(`${path}.json`, '{"title": "Of the quay", "text": '),
  'another language': (path) =>
    writeFileSync(
      `${path}.json`,
      JSON.stringify({
        title: 'Am Kai',
        language: 'de',
        text: `${path} Die Lampen brannten nicht.`,
      }),
    ),
  'a link that leads nowhere': (path) => symlinkSync(`${path}.gone`, `${path}.html`),
  'a link in a circle': (path) => symlinkSync(`${path}.html`, `${path}.html`),
  'a pipe': (path) => execFileSync('mkfifo', [`${path}.txt`]),
  'half of no words': (path) =>
    writeFileSync(`${path}.json`, `{"title": "A", "language": "en", "text": "A\\ud800 lamp."}`),
  'a file that is too large': (path) => {
    writeFileSync(`${path}.html`, '<!doctype html>');
    truncateSync(`${path}.html`, 20 * 1_048_576);
  },
};

const frontPage = `<!doctype html><html lang="en"><title>Harbour Gazette</title><body>${Array.from(
  { length: 30 },
  (_, number) => `<li><a href="/${number}">Story ${number}</a></li>`,
).join('')}</body></html>`;

export const waysToBreak = Object.keys(breaks).length;

/** Fills a folder, and folders in it, with articles of all kinds, and files among them that are none in as many ways. */
export function fillFolder(
  folder: string,
  { articles, broken }: { readonly articles: number; readonly broken: number },
): void {
  const placeOf = (number: number) => {
    const inner = join(folder, `part-${number % 7}`, number % 3 === 0 ? 'deep/deeper' : '');
    mkdirSync(inner, { recursive: true });
    return inner;
  };
  for (let number = 0; number < articles; number += 1) {
    const kind = kinds[number % kinds.length];
    // Names that are no UTF-8 are names, too.
    const name = Buffer.concat([
      Buffer.from(`${placeOf(number)}/story-${number}`),
      Buffer.from(number % 50 === 3 ? [0xe9] : []),
      Buffer.from(kind?.ending ?? ''),
    ]);
    writeFileSync(name, kind?.content(number) ?? '');
  }
  const ways = Object.entries(breaks);
  for (let number = 0; number < broken; number += 1) {
    const [way = '', make] = ways[number % ways.length] ?? [];
    make?.(join(placeOf(number), `${way.replaceAll(' ', '-')}-${number}`));
  }
  writeFileSync(join(folder, '.hidden.html'), pageOf(1_000_000));
  writeFileSync(join(folder, 'notes.md'), 'Of another kind.');
  symlinkSync(folder, join(folder, 'around'));
}
