const irregular = new Map(
  `being:was arising:arose bearing:bore beating:beat becoming:became beginning:began betting:bet bidding:bid biting:bit
  blowing:blew breaking:broke bringing:brought building:built buying:bought casting:cast catching:caught choosing:chose
  coming:came cutting:cut dealing:dealt digging:dug doing:did drawing:drew drinking:drank driving:drove eating:ate falling:fell
  feeding:fed fighting:fought finding:found fleeing:fled flying:flew forgetting:forgot forgiving:forgave freezing:froze
  getting:got giving:gave going:went growing:grew having:had hearing:heard hiding:hid hitting:hit holding:held hurting:hurt
  keeping:kept knowing:knew laying:laid leading:led leaving:left lending:lent letting:let losing:lost making:made meaning:meant
  meeting:met misleading:misled mistaking:mistook overriding:overrode overseeing:oversaw overthrowing:overthrew paying:paid
  putting:put quitting:quit reading:read riding:rode rising:rose running:ran saying:said seeing:saw seeking:sought selling:sold
  sending:sent setting:set shaking:shook shooting:shot shutting:shut sinking:sank sitting:sat sleeping:slept speaking:spoke
  spending:spent splitting:split spreading:spread standing:stood stealing:stole sticking:stuck striking:struck swearing:swore
  swimming:swam taking:took teaching:taught tearing:tore telling:told thinking:thought throwing:threw understanding:understood
  undertaking:undertook upholding:upheld wearing:wore winning:won withdrawing:withdrew withholding:withheld writing:wrote`
    .split(/\s+/u)
    .map((pair) => pair.split(':'))
    .map(([gerund = '', past = '']) => [gerund, past] as const),
);

const noVerb = /^(?:wrongdoing|anything|everything|nothing|something|funding|bullying)$/iu;

/** `ever seeing the memo` as what was done: `saw the memo`; undefined where no verb in -ing begins it. */
export function pastOf(words: string, isPlural: boolean): string | undefined {
  const [whole, adverb = '', gerund = ''] = /^(?:ever )?(\w+ly )?(\w{2,}ing)\b/u.exec(words) ?? [];
  if (whole === undefined || noVerb.test(gerund)) return undefined;
  const past = irregular.get(gerund) ?? regular(gerund.slice(0, -'ing'.length));
  return `${adverb}${isPlural && past === 'was' ? 'were' : past}${words.slice(whole.length)}`;
}

function regular(stem: string): string {
  if (/[^aeiou]y$/u.test(stem)) return stem === 'ly' ? 'lied' : `${stem.slice(0, -1)}ied`;
  return `${stem}ed`;
}

/** `sell` as what was done: `sold`. */
export function pastOfBase(verb: string): string {
  if (verb === 'be') return 'was';
  const stem = verb.replace(/e$/u, '');
  const gerunds = [`${verb}ing`, `${stem}ing`, `${verb}${verb.at(-1)}ing`];
  const past = gerunds.map((gerund) => irregular.get(gerund)).find((form) => form !== undefined);
  return past ?? (verb.endsWith('e') ? `${verb}d` : regular(verb));
}

// `taking`, `raising`, `closing`: what the ending cut off.
const lostE =
  /(?:[vcuz]|dg|ang|rg|[^aeiou][aio]k|[aou]s|ais|rid|hid|vid|fir|tir|writ|[^aeiou]at)$/u;

/** `selling` as the dictionary has it: `sell`. */
export function baseOf(gerund: string): string {
  const stem = gerund.slice(0, -'ing'.length);
  if (/([bdgmnprt])\1$/u.test(stem)) return stem.slice(0, -1);
  return lostE.test(stem) ? `${stem}e` : stem;
}
