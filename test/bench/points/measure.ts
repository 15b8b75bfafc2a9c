import { z } from 'zod';
import type { Request } from '../contenders/contender.ts';
import type { Load } from '../load.ts';
import { quantile } from '../measure.ts';
import type { Question } from './questions/question.ts';
import type { Stage } from './stage.ts';

/** What a question costs the server, and what it is said to cost. */
export interface Priced {
  readonly name: string;
  readonly isOfSdk: boolean;
  /** As the answers of that round tell, on average; null where they do not. */
  readonly points: number | null;
  /** CPU of a request in microseconds, in the round that took least. */
  readonly micros: number;
}

export interface MeasureOptions {
  readonly load: Load;
  readonly rounds: number;
}

/** So much CPU makes a round: what is measured in less is noise. */
const roundMicros = 20_000;
const mostInRound = 60;

/** What takes so long is asked once. */
const slowMicros = 400_000;

const told = z.object({ extensions: z.object({ cost: z.number() }) });

/** Asks the question until it is known, and then in rounds. */
export async function price(
  stage: Stage,
  question: Question,
  { load, rounds }: MeasureOptions,
): Promise<Priced> {
  let asked = 0;
  const round = async (length: number): Promise<Round> => {
    const requests = Array.from({ length }, () => requestFor(stage, question, asked++));
    const before = await stage.server.process.cpuTime();
    const answers = await load.run(stage.server, requests);
    const micros = ((await stage.server.process.cpuTime()) - before) / length;
    return { micros, points: meanOf(answers.map(({ body }) => costIn(body))) };
  };
  const { every = 1, most = mostInRound } = question;
  const lengthFor = (micros: number) =>
    every * Math.ceil(Math.max(1, Math.min(most, roundMicros / Math.max(1, micros))) / every);
  let least = await round(every);
  if (least.micros < slowMicros) {
    // Compiled after two, and optimised some time later.
    await round(every * Math.min(3, most));
    least = await round(lengthFor(least.micros / 3));
    for (let played = 0; played < rounds; played += 1) {
      const next = await round(lengthFor(least.micros));
      if (next.micros < least.micros) least = next;
    }
  }
  return { name: question.name, isOfSdk: question.isOfSdk ?? false, ...least };
}

type Round = Pick<Priced, 'points' | 'micros'>;

const costIn = (body: string): number | null =>
  told.safeParse(parsed(body)).data?.extensions.cost ?? null;

function meanOf(costs: readonly (number | null)[]): number | null {
  const known = costs.filter((cost) => cost !== null);
  return known.length === 0 ? null : known.reduce((sum, cost) => sum + cost, 0) / known.length;
}

function requestFor(stage: Stage, { body, role }: Question, n: number): Request {
  return {
    path: '/graphql',
    body: body(n),
    ...(role === undefined ? {} : { token: stage.tokenOf(role) }),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Lets the server see questions of all kinds, so that what they have in common is optimised before any is measured. */
export async function warmUp(
  stage: Stage,
  questions: readonly Question[],
  load: Load,
): Promise<void> {
  for (let times = 0; times < warmUps; times += 1) {
    const requests = questions.map((question) => requestFor(stage, question, times));
    await load.run(stage.server, requests);
  }
}

const warmUps = 12;

/** What the bare server takes for a page of fifty claims, in microseconds of CPU: the machine, as it is now. */
export async function yardstick(
  { floor, yardstick }: Stage,
  { load, rounds }: MeasureOptions,
): Promise<number> {
  const requests = yardstick.slice(0, 32).map((body) => ({ path: '/list', body }));
  const costs: number[] = [];
  for (let played = -1; played < rounds; played += 1) {
    const before = await floor.cpuTime();
    await load.run(floor, requests);
    if (played >= 0) costs.push(((await floor.cpuTime()) - before) / requests.length);
  }
  return quantile(costs, 0);
}
