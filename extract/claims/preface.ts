const prefaces = [
  /^(?:let (?:me|us) be (?:\w+ )?clear|make no mistake|for the avoidance of doubt|the (?:simple )?(?:truth|fact|reality) is)(?: that|[:,]| (?=that\b))(?: that)? ?(?:about (?:it|this|that)[:,] )?/iu,
  /^(?:can|want to|wants to|would like to|wish to|wishes to|have to|has to|must) (?:\w+ )?(?:confirm|assure|reassure|tell|inform|say to|say|state|make clear|make it clear|stress|be (?:\w+ )?clear)(?: (?:\p{L}[\p{L}.’']*)){0,5}?(?: that|:) /iu,
  /^(?:says?|said) to (?:him|her|them|you|the \p{L}+(?: \p{L}+)?|\p{Lu}\p{L}+) that /u,
];

// On whose word it is said is no part of it.
const citing = /^(?:quoting|citing) [^,]{3,80}, (?=\p{L})/iu;

/** `Lee can confirm that it leaked`: it leaked. */
export function prefaced(clause: string, name: string): string {
  const [opening = /^(?!)/u, ...own] = prefaces;
  const bare = clause.replace(opening, '').replace(citing, '');
  const told = bare.startsWith(`${name} `) ? bare.slice(name.length + 1) : undefined;
  const preface = told === undefined ? undefined : own.find((one) => one.test(told));
  return told === undefined || preface === undefined ? bare : told.replace(preface, '');
}
