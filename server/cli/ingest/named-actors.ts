import { FileRefused } from '../article-file.ts';
import type { RecordAccess } from '../record-access.ts';

/** An actor that is told by its slug or its name: on record, or yet to be made. */
export type ActorFound = { readonly slug: string } | { readonly newName: string };

/** Looks up whom people tell by slug or name. A slug counts more than a name. */
export class NamedActors {
  readonly #record: Pick<RecordAccess, 'actorsCalled'>;
  readonly #outlets = new Map<string, string>();
  readonly #credited = new Map<string, string>();

  constructor(record: Pick<RecordAccess, 'actorsCalled'>) {
    this.#record = record;
  }

  /** @throws FileRefused where several outlets are called so */
  async outlet(told: string): Promise<ActorFound> {
    const met = this.#outlets.get(told);
    if (met !== undefined) return { slug: met };
    const called = await this.#record.actorsCalled(told);
    const fitting = called.filter(({ slug, kind }) => slug === told || kind === 'OUTLET');
    const slug = onlyOne('outlets', told, fitting);
    if (slug === null) return { newName: told };
    this.#outlets.set(told, slug);
    return { slug };
  }

  /** @throws FileRefused where several are called so */
  async creditedTo(told: string): Promise<ActorFound> {
    const met = this.#credited.get(told);
    if (met !== undefined) return { slug: met };
    const called = await this.#record.actorsCalled(told);
    const outlets = called.filter(({ slug, kind }) => slug === told || kind === 'OUTLET');
    const slug = onlyOne('actors', told, outlets.length > 0 ? outlets : called);
    if (slug === null) return { newName: told };
    this.#credited.set(told, slug);
    return { slug };
  }
}

function onlyOne(
  nouns: string,
  told: string,
  fitting: readonly { readonly slug: string }[],
): string | null {
  const same = fitting.find(({ slug }) => slug === told);
  const [first, second] = fitting;
  if (same !== undefined || second === undefined) return (same ?? first)?.slug ?? null;
  const slugs = fitting
    .map(({ slug }) => slug)
    .sort()
    .join(', ');
  throw new FileRefused(
    `${fitting.length} ${nouns} are called ${JSON.stringify(told)}: ${slugs}. Give the slug of one.`,
  );
}
