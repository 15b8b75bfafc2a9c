const asked = new URLSearchParams(location.search);

/** Where the record is asked by a page, and with which token. */
export const url = asked.get('url') ?? '';
export const token = asked.get('token') ?? '';

/** Where the page is shown. */
export const root = document.body.appendChild(document.createElement('div'));
