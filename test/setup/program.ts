import { buildProgram } from '../kit/onrecord.ts';

/** Once before all tests that start the program: they run what the sources say now. */
export async function setup(): Promise<void> {
  if (process.env.ONRECORD_BUILT === undefined) await buildProgram();
}
