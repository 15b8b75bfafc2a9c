const format = new Intl.DateTimeFormat(document.documentElement.lang, {
  dateStyle: 'long',
  timeStyle: 'short',
});
const isUtc = /^(UTC|GMT|Etc\/.*)$/.test(format.resolvedOptions().timeZone);

/** Tells moments by the clock of who reads, beside UTC. A day stays the day that was told. */
export function showZones(content: ParentNode): void {
  if (isUtc) return;
  for (const time of content.querySelectorAll('time.moment')) {
    const at = new Date(time.getAttribute('datetime') ?? '');
    if (Number.isNaN(at.valueOf())) continue;
    const local = document.createElement('span');
    local.className = 'zone';
    local.textContent = ` (${format.format(at)} ${zoneAt(at)})`;
    time.append(local);
  }
}

function zoneAt(at: Date): string {
  const parts = new Intl.DateTimeFormat(document.documentElement.lang, {
    timeZoneName: 'short',
  }).formatToParts(at);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
}
