interface Costed {
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** An answer without what was taken for it: that depends on what the server knew already, and on its processor. */
export function withoutCost<Answer extends Costed>({ extensions, ...answer }: Answer): object {
  const { cost, ...others } = extensions ?? {};
  return { ...answer, extensions: others };
}
