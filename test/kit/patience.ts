/** How long a test waits for what has to come: no promise of ours, only the point from which it is a fault on any machine. */
export const patience = { timeout: 100_000, interval: 20 };
