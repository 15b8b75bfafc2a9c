const small = new Set(
  `the and was had has not his her its who for are but all any one our out can did him she you may yet too that this with from have been were what they them their there would could should will shall must about into over after before when
  than then also only some such does said says more most very just even being which while because against`.split(
    /\s+/u,
  ),
);

/** The words that carry what a claim is about, cut to their beginnings so that endings do not count. */
export function matterOf(text: string): Set<string> {
  const found = text.toLowerCase().matchAll(/[\p{L}\p{N}]{3,}/gu);
  return new Set([...found].flatMap(([word]) => (small.has(word) ? [] : [word.slice(0, 5)])));
}

const enough = 2 / 3;

/** Whether two claims speak of the same thing, whatever they say of it. */
export function isSameMatter(left: ReadonlySet<string>, right: ReadonlySet<string>): boolean {
  const shared = [...left].filter((word) => right.has(word)).length;
  return shared >= 2 && shared >= Math.min(left.size, right.size) * enough;
}
