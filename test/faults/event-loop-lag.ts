import { monitorEventLoopDelay } from 'node:perf_hooks';

// Loaded into a server before it starts: at SIGUSR2 it prints how late its timers were since the last time.

const lag = monitorEventLoopDelay({ resolution: 5 });
lag.enable();

process.on('SIGUSR2', () => {
  const [p50, p99, max] = [lag.percentile(50), lag.percentile(99), lag.max].map(milliseconds);
  process.stdout.write(`${JSON.stringify({ lag: { p50, p99, max } })}\n`);
  lag.reset();
});

function milliseconds(nanoseconds: number): number {
  return Math.round(nanoseconds / 1e5) / 10;
}
