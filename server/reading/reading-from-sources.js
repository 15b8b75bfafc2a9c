// Where the server runs from sources: Node 20 teaches no thread TypeScript by itself, whatever its flags. What was built
// of the same sources is at work in a third of the time.
const { ONRECORD_BUILT: built } = process.env;
if (built === undefined) {
  const { register } = await import('tsx/esm/api');
  register();
  await import('./reading-program.ts');
} else {
  const { pathToFileURL } = await import('node:url');
  await import(`${pathToFileURL(built).href}/dist/server/reading/reading-program.js`);
}
