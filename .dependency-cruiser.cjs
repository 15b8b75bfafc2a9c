/** Who may import whom. `npm run check` runs it; test/unit/boundaries.test.ts sees each rule fail once. */
const rule = (name, comment, edge) => ({ name, comment, severity: 'error', ...edge });

const drivers = 'node_modules/(drizzle-orm|@libsql|libsql)(/|$)';
const graph =
  'node_modules/(graphql|graphql-yoga|graphql-jit|graphql-ws|@pothos|@graphql-yoga)(/|$)';

module.exports = {
  forbidden: [
    rule(
      'rules-are-pure',
      'The rules hold on paper: they import nothing but each other, and the hash of a text.',
      {
        from: { path: '^db/rules/' },
        to: { pathNot: '^db/rules/|^(node:)?crypto$' },
      },
    ),
    rule(
      'tables-know-drizzle-only',
      'Tables are columns and indexes over the words of the rules.',
      {
        from: { path: '^db/tables/' },
        to: { pathNot: '^db/(tables|rules)/|node_modules/drizzle-orm' },
      },
    ),
    rule('queries-only-read', 'A query is usable inside a command, not the other way round.', {
      from: { path: '^db/queries/' },
      to: { path: '^db/(commands|interchange)/' },
    }),
    rule('commands-know-no-lines', 'A change is the same, whichever way it was asked for.', {
      from: { path: '^db/commands/' },
      to: { path: '^db/interchange/' },
    }),
    rule('db-sees-no-graph', 'The record does not know how it is asked.', {
      from: { path: '^db/' },
      to: { path: `^(schema|server|sdk|test)/|${graph}` },
    }),
    rule('schema-writes-no-sql', 'The graph reaches the record through queries and commands.', {
      from: { path: '^schema/' },
      to: { path: `^(server|sdk|test)/|${drivers}` },
    }),
    rule('server-writes-no-sql', 'The process reaches the record through db.', {
      from: { path: '^server/' },
      to: { path: `^test/|${drivers}` },
    }),
    rule(
      'server-is-no-client',
      'The process is asked: its command line and its pages in browsers are clients, too.',
      {
        from: { path: '^server/', pathNot: '^server/(cli|[^/]+/browser)/' },
        to: { path: '^sdk/' },
      },
    ),
    rule(
      'browsers-know-no-server',
      'What runs in a browser is a client: it asks the server, and imports nothing of it.',
      {
        from: { path: '^server/[^/]+/browser/' },
        to: { pathNot: '^server/[^/]+/browser/|^sdk/|node_modules/' },
      },
    ),
    rule('servers-know-no-browser', 'What needs a page is not loaded where there is none.', {
      from: { path: '^server/', pathNot: '^server/[^/]+/browser/' },
      to: { path: '^server/[^/]+/browser/' },
    }),
    rule(
      'pages-show-what-was-answered',
      'A page is written from the answer to its document: what stands in it nobody looks up elsewhere.',
      {
        from: { path: '^server/pages/render/' },
        to: { pathNot: '^server/pages/(render|generated)/|^server/pages/site\\.ts$' },
      },
    ),
    rule(
      'clients-import-the-sdk-index',
      'The command line and the pages know of the client what everybody imports; the pages also how it hears of changes.',
      {
        from: { path: '^server/(cli|[^/]+/browser)/' },
        to: {
          path: '^sdk/',
          pathNot: '^sdk/src/(index|connect|change-stream|changes|generated/operations)\\.ts$',
        },
      },
    ),
    rule(
      'sdk-sees-nobody',
      'The client knows the server by schema.graphql alone, and needs nothing at run time.',
      {
        // Its one foreign type is what urql and Apollo call a document; its hooks are React's.
        from: { path: '^sdk/src/', pathNot: '^sdk/src/(typed-document|react)\\.ts$' },
        to: { pathNot: '^sdk/src/' },
      },
    ),
    rule(
      'extract-sees-nobody',
      'Reading is text in, drafts out: it knows no graph and no database.',
      {
        from: { path: '^extract/' },
        to: {
          pathNot:
            '^extract/|node_modules/(wink-|linkedom|@mozilla/readability|@exodus/bytes|tinyld|zod|chrono-node)',
          dependencyTypesNot: ['core'],
        },
      },
    ),
    rule('tests-stay-outside', 'Product code never sees a test.', {
      from: { path: '^(db|schema|server|sdk|extract)/' },
      to: { path: '^test/' },
    }),
    rule('no-circles', 'Two modules that need each other are one.', {
      from: {},
      to: { circular: true },
    }),
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    // The parser is not told of JSX: test/kit/boundaries.ts looks at these files by itself.
    exclude: { path: '\\.tsx$' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.json'],
      conditionNames: ['import', 'node', 'default', 'types'],
      exportsFields: ['exports'],
    },
  },
};
