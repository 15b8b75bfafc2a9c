/** What browsers and servers title pages with that stand in for another. */
const errors = new RegExp(
  [
    '(?:http )?(?:error )?(?:4\\d\\d|50\\d)(?:\\W+(?:error|(?:page )?not found|forbidden|gone|unauthori[sz]ed|bad gateway|(?:internal )?server error|service unavailable|too many requests))?',
    '(?:error\\W+)?(?:page|file|url)? ?not found',
    "(?:this )?page (?:can[’']t|cannot|could not) be (?:found|displayed)",
    'access (?:is )?denied',
    '(?:403 )?forbidden',
    'just a moment\\W*',
    'attention required\\W*',
    'are you (?:a robot|human)\\W*',
    '(?:service )?(?:temporarily )?unavailable',
    '(?:bad gateway|internal server error)',
  ]
    .map((title) => `(?:${title})`)
    .join('|')
    .replace(/^(.*)$/u, '^(?:$1)(?:\\s+[|–—-].*)?$'),
  'iu',
);

/** Whether a page is there for one that could not be shown, by its title and the little that it says. */
export function isOfError(title: string, paragraphs: readonly string[]): boolean {
  return paragraphs.join('').length < 600 && errors.test(title);
}
