import { setTimeout as pause } from 'node:timers/promises';
import { now, timeOfDayAtZero } from '../clock.ts';
import type { Probed } from '../contenders/process.ts';
import type { Audience } from './audience.ts';
import type { FeedCase } from './cases.ts';
import { type DeliveredEvent, deliveredEvents, deliveriesOf } from './delivered.ts';
import { claimsAddedAfter, feedCursor } from './log.ts';
import type { Collected } from './readers.ts';
import { recordClaims } from './recorder.ts';
import type { Stage } from './stage.ts';

/** What one round cost, in microseconds of CPU, and when what arrived. */
export interface Round {
  readonly deliveries: number;
  /** All recordings and deliveries. */
  readonly followedMicros: number;
  /** The same recordings on a server without readers. */
  readonly aloneMicros: number;
  /** The floor, at our pace, and with one event right after another. */
  readonly floorMicros: number;
  readonly hurriedMicros: number;
  /** For each recording, how long its answer took while there were readers. */
  readonly answerMs: readonly number[];
  /** For each delivery, how long after the `at` of the event. */
  readonly sinceAtMs: readonly number[];
  /** For each delivery, how long after the answer to whoever recorded the claim; below 0 where it came before. */
  readonly sinceAnswerMs: readonly number[];
}

interface Scene {
  readonly feedCase: FeedCase;
  readonly audience: Audience;
}

/** Recordings in a row on one server: so few that whatever else the machine does falls on all. */
const sliceLength = 20;

/** Records so many claims on the server that is followed and on the other, in turn, and has the floor write the same. */
export async function playRound(stage: Stage, scene: Scene, claims: number): Promise<Round> {
  const slices: Round[] = [];
  for (let left = claims; left > 0; left -= sliceLength) {
    const numbers = stage.newClaims(Math.min(left, sliceLength));
    slices.push(await playSlice(stage, scene, numbers));
  }
  const sum = (figure: (slice: Round) => number) =>
    slices.reduce((total, slice) => total + figure(slice), 0);
  return {
    deliveries: sum(({ deliveries }) => deliveries),
    followedMicros: sum(({ followedMicros }) => followedMicros),
    aloneMicros: sum(({ aloneMicros }) => aloneMicros),
    floorMicros: sum(({ floorMicros }) => floorMicros),
    hurriedMicros: sum(({ hurriedMicros }) => hurriedMicros),
    answerMs: slices.flatMap(({ answerMs }) => answerMs),
    sinceAtMs: slices.flatMap(({ sinceAtMs }) => sinceAtMs),
    sinceAnswerMs: slices.flatMap(({ sinceAnswerMs }) => sinceAnswerMs),
  };
}

async function playSlice(
  stage: Stage,
  { feedCase, audience }: Scene,
  claims: readonly number[],
): Promise<Round> {
  const { followed, alone, token } = stage;
  const recording = { ...feedCase, token };
  const deliveries = deliveriesOf(claims, feedCase, audience.count);
  const after = await feedCursor(followed.port);
  const ours = await costOf(followed.process, async () => {
    const recordings = await recordClaims(claims, { ...recording, port: followed.port });
    return { recordings, collected: await audience.ours.collect(deliveries) };
  });
  const unheard = await costOf(alone.process, () =>
    recordClaims(claims, { ...recording, port: alone.port }),
  );
  const { recordings, collected } = ours.result;
  const cursors = await claimsAddedAfter(followed.port, after);
  const events = deliveredEvents(cursors, collected, { feedCase, recordings });
  const score = {
    events: events.map(({ bytes, readers }) => ({ bytes: frame(bytes, feedCase), readers })),
    deliveries,
  };
  const paceMs = ours.tookMs / claims.length;
  return {
    deliveries,
    followedMicros: ours.micros,
    aloneMicros: unheard.micros,
    floorMicros: await playFloor(stage, audience, { ...score, paceMs }),
    hurriedMicros: await playFloor(stage, audience, { ...score, paceMs: 0 }),
    answerMs: recordings.map(({ tookMs }) => tookMs),
    ...latencies(collected, events),
  };
}

/** What is put off until after the last answer counts as well. */
const settleMs = 20;

async function costOf<T>(process: Probed, act: () => Promise<T>) {
  const before = await process.cpuTime();
  const start = now();
  const result = await act();
  const tookMs = now() - start;
  await pause(settleMs);
  return { result, tookMs, micros: (await process.cpuTime()) - before };
}

/** The bytes of an event on an open response: what came over a socket has no frame of its own. */
function frame(bytes: string, { transport }: FeedCase): string {
  return transport === 'sse' ? `${bytes}\n\n` : `event: next\ndata: ${bytes}\n\n`;
}

interface Score {
  readonly events: readonly { readonly bytes: string; readonly readers: readonly number[] }[];
  readonly deliveries: number;
  /** How long after one event the next is written. */
  readonly paceMs: number;
}

async function playFloor(
  { floor }: Stage,
  audience: Audience,
  { events, deliveries, paceMs }: Score,
): Promise<number> {
  const cued = floor.process.told('cued');
  floor.process.send({ cue: events });
  await cued;
  const { micros, result } = await costOf(floor.process, () => {
    floor.process.send({ play: { paceMs } });
    return audience.floor.collect(deliveries);
  });
  const came = result.told.reduce((sum, events) => sum + events.length, 0);
  if (came !== deliveries) throw new Error(`Of ${deliveries} bare writes ${came} have come.`);
  return micros;
}

function latencies({ texts, told }: Collected, events: readonly DeliveredEvent[]) {
  const offset = timeOfDayAtZero();
  const byBytes = new Map(events.map((event) => [event.bytes, event]));
  const came = told.flat().flatMap(({ text, at }) => {
    const event = byBytes.get(texts[text] ?? '');
    return event === undefined ? [] : [{ event, at }];
  });
  return {
    sinceAtMs: came.map(({ event, at }) => at + offset - event.atMs),
    sinceAnswerMs: came.map(({ event, at }) => at - event.recording.answeredAt),
  };
}
