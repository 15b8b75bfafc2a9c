import { createHash } from 'node:crypto';
import { extname } from 'node:path';
import { introspectionFromSchema } from 'graphql';
import { schema } from '../../schema/schema.ts';
import { type BrowserFile, browserFiles, immutableFile } from '../browser-files.ts';
import { encoded } from '../encoded.ts';
import { type SentFile, sentFile } from '../sent-file.ts';
import { preparedQuestions, type Question } from './questions.ts';
import { preparedDocuments } from './tabs.ts';

/** Where the page stands, and the folder of the files that it loads. */
export const pagePath = '/graphql';
export const filesPath = '/graphiql/';

/** The lamp that tells that something is being recorded. */
const lamp =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" width="24" height="24"><circle cx="12" cy="12" r="10" fill="none" stroke="#8a8f98" stroke-width="2"/><circle cx="12" cy="12" r="5" fill="#d60590"/></svg>';

/** Lets the page run its own script, and speak to this server alone. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  'img-src data:',
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** GraphiQL by the paths of its files, put together at the first call: it asks nothing of any other server. */
export function createGraphiqlPage(
  schemaIsPublic: boolean,
): () => Promise<ReadonlyMap<string, SentFile>> {
  let page: Promise<ReadonlyMap<string, SentFile>> | undefined;
  return () => {
    page ??= openPage(schemaIsPublic);
    return page;
  };
}

async function openPage(schemaIsPublic: boolean): Promise<ReadonlyMap<string, SentFile>> {
  const files = [...(await pageFiles()), ...(schemaIsPublic ? [schemaFile()] : [])];
  const html = htmlOf(files, {
    documents: await preparedDocuments(),
    questions: await preparedQuestions(),
  });
  const page = sentFile(encoded(html), {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': contentSecurityPolicy,
    'cache-control': 'no-cache',
    vary: 'accept, accept-encoding',
  });
  return new Map([
    [pagePath, page],
    ...files.map((file): [string, SentFile] => [filesPath + file.name, immutableFile(file)]),
  ]);
}

/** In the product there is no bundler, and nothing left to bundle. */
const pageFiles = () =>
  browserFiles(new URL('page/', import.meta.url), async () =>
    (await import('./bundle-page.js')).bundlePage(),
  );

/** What an introspection answers, for who needs no token for one: a file is compressed once, and loaded once. */
function schemaFile(): BrowserFile {
  const content = encoded(JSON.stringify({ data: introspectionFromSchema(schema) }));
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 8);
  return { name: `schema-${hash}.json`, content };
}

function htmlOf(
  files: readonly BrowserFile[],
  asked: { readonly documents: readonly string[]; readonly questions: readonly Question[] },
): string {
  const pathOf = (extension: string): string => {
    const file = files.find(({ name }) => extname(name) === extension);
    return file ? filesPath + file.name : '';
  };
  const prepared = { ...asked, schema: pathOf('.json') || null };
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>onrecord</title>
<link rel="icon" href="data:image/svg+xml,${encodeURIComponent(lamp)}">
<link rel="stylesheet" href="${pathOf('.css')}">
<script type="module" src="${pathOf('.js')}"></script>
</head>
<body>
<div id="page"><p class="starting">GraphiQL starts. It needs JavaScript.</p></div>
<script type="application/json" id="prepared">${JSON.stringify(prepared).replaceAll('<', '\\u003c')}</script>
</body>
</html>
`;
}
