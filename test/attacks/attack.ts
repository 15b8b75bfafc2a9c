/** Something that is known to break servers, and a server with and without what protects it. */
export interface Attack {
  readonly name: string;
  /** Whether the server withstood it. */
  readonly run: (isProtected: boolean) => Promise<boolean>;
}

interface Told<Target extends AsyncDisposable> {
  /** The server as it is, over a record of its own. */
  readonly open: () => Promise<Target>;
  /** The same without the one protection that the attack is about. */
  readonly openUnprotected: () => Promise<Target>;
  /** It may wait long for what a protection does, and gives up soon where there is none. */
  readonly isWithstood: (target: Target, isProtected: boolean) => Promise<boolean>;
}

export function attack<Target extends AsyncDisposable>(
  name: string,
  { isWithstood, open, openUnprotected }: Told<Target>,
): Attack {
  return {
    name,
    async run(isProtected) {
      await using target = await (isProtected ? open() : openUnprotected());
      return await isWithstood(target, isProtected);
    },
  };
}
