// As the pages write a day and a moment.
const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' });
const clock = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  timeZoneName: 'short',
});
const utcDay = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
const isUtc = /^(UTC|GMT|Etc\/.*)$/.test(clock.resolvedOptions().timeZone);

/** Tells moments by the clock of who reads, beside UTC. A day stays the day that was told. */
export function showZones(content: ParentNode): void {
  if (isUtc) return;
  for (const time of content.querySelectorAll('time.moment')) {
    const at = new Date(time.getAttribute('datetime') ?? '');
    if (Number.isNaN(at.valueOf())) continue;
    const there = day.format(at) === utcDay.format(at) ? '' : `${day.format(at)}, `;
    const local = document.createElement('span');
    local.className = 'zone';
    local.textContent = ` (${there}${clock.format(at)})`;
    time.append(local);
  }
}
