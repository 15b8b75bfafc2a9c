import type { TellMigration } from '../file/migrate.ts';

/** How far a database is with becoming one of this version. */
export interface UpgradeProgress {
  /** What is being done, for whoever waits. */
  readonly step: string;
  readonly done: number;
  readonly of: number;
}

export type TellUpgrade = (progress: UpgradeProgress) => void;

/** Tells of migrations as of other steps. */
export const tellMigrations =
  (tell: TellUpgrade | undefined): TellMigration =>
  ({ name, ...far }) =>
    tell?.({ step: `Running the migration ${name}`, ...far });
