// Builds the server and the command line as `dist`, here or in the folder that is given: few files, and in them all that
// they need but what `external` names. It is made beside the one of before and takes its place whole: no file of before is
// left in it, and a build that fails changes nothing. See docs/decisions/0013-one-bundle.md.
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { bundlePage } from './server/graphiql/bundle-page.js';
import { bundleEmbed, bundleScripts } from './server/pages/bundle-scripts.js';

const here = fileURLToPath(new URL('.', import.meta.url));
const place = resolve(process.argv[2] ?? here);

/** What processes and threads are started with. */
const programs = [
  'server/cli/main.ts',
  'server/reading/reading-program.ts',
  'db/read/aside/reader-program.js',
  'db/file/backup/worker.js',
];

/** What a program finds by its path while it runs. */
const assets = [
  'db/migrations',
  'db/sample',
  'sdk/manifests',
  'server/graphiql',
  'docs/questions.md',
  'server/pages/style.css',
];

/**
 * What is built by itself, with libraries of its own: as a part like all others, its library would have the whole of zod taken into
 * what every start loads, where a fifth of it is used.
 */
const alone = 'server/second-reader/chat';

/** A library in the machine's own language, large ones that only those load who ask for them, and what bundles from sources. */
const external = [
  'libsql',
  'ioredis',
  'wink-nlp',
  'wink-eng-lite-web-model',
  './bundle-page.js',
  './bundle-scripts.js',
];

/** Every file of `dist` that looks for others lies two folders deep, so that one path leads from it to all of them. */
const chunkNames = 'server/parts/[name]-[hash]';
const top = '../..';

/** A source looks for others from where it stands, and not from the file that it became part of. */
const pathsOfSources = {
  name: 'paths-of-sources',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const built = `${top}/${relative(here, path).replace(/\.ts$/, '.js')}`;
      const address = `new URL(${JSON.stringify(built)}, import.meta.url).href`;
      return { loader: 'ts', contents: source.replaceAll('import.meta.url', address) };
    });
  },
};

/** One graphql for all, whichever of its two kinds of modules they ask for: two refuse each other's schemas. */
const oneGraphql = {
  name: 'one-graphql',
  setup({ onResolve, resolve }) {
    onResolve({ filter: /^graphql\/.*\.js$/ }, ({ path, kind, resolveDir }) =>
      resolve(path.replace(/\.js$/, '.mjs'), { kind, resolveDir }),
    );
  },
};

const fromPartsToAlone = {
  name: 'from-parts-to-alone',
  setup({ onResolve }) {
    const [file] = alone.split('/').slice(-1);
    onResolve({ filter: new RegExp(`/${file}\\.ts$`) }, ({ path, resolveDir }) => {
      const isMeant = join(resolveDir, path) === join(here, `${alone}.ts`);
      return isMeant ? { path: `${top}/${alone}.js`, external: true } : undefined;
    });
  },
};

/** Tells the sources that programs, and what stands alone, were built of. */
async function buildAll(dist) {
  const parts = await buildFrom(programs, dist, [pathsOfSources, oneGraphql, fromPartsToAlone]);
  return [...parts, ...(await buildFrom([`${alone}.ts`], dist, []))];
}

async function buildFrom(entryPoints, dist, plugins) {
  const { metafile } = await build({
    absWorkingDir: here,
    entryPoints,
    outdir: dist,
    outbase: '.',
    bundle: true,
    splitting: true,
    chunkNames,
    external,
    plugins,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    mainFields: ['module', 'main'],
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
    sourcemap: true,
    sourcesContent: false,
    metafile: true,
    logLevel: 'warning',
  });
  return Object.keys(metafile.inputs);
}

/** The licences of all packages that sources were taken from, as each of them wants it. */
function licencesOf(sources) {
  const packages = sources.flatMap(
    (path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path) ?? [],
  );
  const texts = [...new Set(packages)].sort().map((folder) => {
    const { name, version, license } = JSON.parse(
      readFileSync(join(here, folder, 'package.json'), 'utf8'),
    );
    const file = readdirSync(join(here, folder)).find((file) =>
      /^(licen[cs]e|copying)/i.test(file),
    );
    const text = file === undefined ? '' : readFileSync(join(here, folder, file), 'utf8').trim();
    return `${name} ${version}: ${license}\n\n${text}\n`;
  });
  return texts.join(`\n${'-'.repeat(80)}\n\n`);
}

const dist = join(place, 'dist');
const fresh = mkdtempSync(join(place, '.dist-'));
const former = `${fresh}-former`;
try {
  const bundles = [
    await bundlePage(join(fresh, 'server/graphiql/page')),
    await bundleScripts(join(fresh, 'server/pages/scripts')),
    await bundleEmbed(join(fresh, 'server/pages/embed')),
  ];
  const sources = [
    ...(await buildAll(fresh)),
    ...bundles.flatMap(({ metafile }) => Object.keys(metafile.inputs)),
  ];
  writeFileSync(join(fresh, 'licences.txt'), licencesOf(sources));
  for (const folder of assets) {
    const filter = (path) => !/\.(ts|js)$|\/graphiql\/browser$/.test(path);
    cpSync(join(here, folder), join(fresh, folder), { recursive: true, filter });
  }
  chmodSync(fresh, 0o755);
  if (existsSync(dist)) renameSync(dist, former);
  renameSync(fresh, dist);
} finally {
  for (const left of [fresh, former]) rmSync(left, { recursive: true, force: true });
}
