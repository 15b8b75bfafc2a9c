import { findBreakingChanges, type GraphQLSchema, printSchema } from 'graphql';
import { manifestOf } from './manifests.ts';

/** How far a version goes beyond the one before, by semantic versioning. */
export type Bump = 'patch' | 'minor' | 'major';

/** What a schema asks of the version that goes with it: a major one where a client of the last release may fail. */
export function bumpFor(released: GraphQLSchema, current: GraphQLSchema): Bump {
  if (breaksBetween(released, current).length > 0) return 'major';
  return printSchema(released) === printSchema(current) ? 'patch' : 'minor';
}

/** What a client of the last release may fail at. */
export const breaksBetween = (released: GraphQLSchema, current: GraphQLSchema): string[] =>
  findBreakingChanges(released, current).map(({ description }) => description);

/** The furthest bump that changesets declare for the SDK; undefined where none does. */
export function declaredIn(changesets: readonly string[]): Bump | undefined {
  const bumps = changesets.flatMap(
    (text) => /^['"]@onrecord\/sdk['"]: *(patch|minor|major) *$/m.exec(text)?.[1] ?? [],
  );
  return (['major', 'minor', 'patch'] as const).find((bump) => bumps.includes(bump));
}

/** What is kept of a schema when it is released as this version of the SDK. */
export function releasedSchema(schema: string, version: string): string {
  return `# The schema as of @onrecord/sdk ${version}. A release replaces it by schema/schema.graphql and its own version in this line.\n${schema}`;
}

/** What clients of a release ask, as all of them print it, in one manifest. */
export function releasedManifest(manifests: readonly string[]): string {
  return manifestOf(
    manifests.flatMap((text): string[] =>
      JSON.parse(text).operations.map(({ body }: { readonly body: string }) => body),
    ),
  );
}

/** Whether a release was replaced so long ago that nobody is promised an answer any more: the file of its manifest begins with the day. */
export function isOutdated(file: string, now: Date): boolean {
  const day = new Date(`${file.slice(0, 10)}T00:00:00Z`);
  day.setUTCMonth(day.getUTCMonth() + 6);
  return day < now;
}
