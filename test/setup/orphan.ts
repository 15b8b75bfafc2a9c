// A worker whose run is broken off has nobody to tell what it finds: it ends, and its keeper clears away what it leaves.
for (const listener of process.listeners('disconnect')) {
  if (listener.name === 'endNow') process.off('disconnect', listener);
}
process.on('disconnect', endNow);

function endNow(): void {
  process.kill(process.pid, 'SIGKILL');
}
