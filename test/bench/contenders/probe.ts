/** Loaded into every contender before its own code: tells what the process has cost so far, when asked. */
process.on('message', (message) => {
  if (message !== 'cost') return;
  const { user, system } = process.cpuUsage();
  process.send?.({ cost: user + system });
});
process.channel?.unref();
