import { recordCast } from './actors.ts';
import { type QuotableArticle, recordArticle } from './articles.ts';
import type { Bulk } from './bulk.ts';
import {
  addStance,
  closeClaim,
  type OpenClaim,
  openClaim,
  presuppose,
  type Scene,
} from './claims.ts';
import { createLedger } from './ledger.ts';
import { claimKnown } from './projection.ts';
import type { Random } from './random.ts';
import { TextRows } from './texts.ts';

const seed = 20260101;
const stancesPerClaim = 4;
const mostStances = 60;
const articlesPerClaim = 0.6;
const claimsPerActor = 25;
/** How many of the newest articles a claim may be found in. */
const newsCycle = 40;
/** How many claims later the last stance on a claim comes in. */
const aftermath = 500;

const meetingEvery = 50;
/** Claims rest on one of so many latest meetings: of all that was recorded before nothing is kept in memory. */
const latestMeetings = 2_000;
/** A meeting is remembered until all is said of the claims that it was among the latest for. */
const rememberedMeetings = latestMeetings + aftermath / meetingEvery + 1;

interface ClaimPlan {
  readonly stances: number;
  /** Whether other claims may rest on it. */
  readonly isMeeting: boolean;
}

/** What is still to be said of a claim. */
interface Sequel {
  readonly claim: OpenClaim;
  left: number;
}

/** Records this many claims, four times as many stances, and all that makes them true to the record's rules. */
export function generateRecord(bulk: Bulk, claims: number): void {
  const ledger = createLedger(bulk, seed);
  const cast = recordCast(ledger, Math.max(30, Math.round(claims / claimsPerActor)));
  const scene: Scene = { ledger, cast, meetings: new Map(), meetingKeys: [] };
  const texts = new TextRows(bulk);
  const news: QuotableArticle[] = [];
  /** What is said after each claim. */
  const sequels: Sequel[][] = [];
  const follow = (index: number) => {
    for (const sequel of sequels[index] ?? []) continueClaim(scene, sequel);
    delete sequels[index];
  };
  let articles = 0;
  for (const [index, stances] of stanceCounts(ledger.random, claims).entries()) {
    for (; articles < articlesPerClaim * (index + 1); articles += 1) {
      news.unshift(recordArticle(ledger, cast, texts));
      news.length = Math.min(news.length, newsCycle);
    }
    const sequel = beginClaim(scene, news, { stances, isMeeting: index % meetingEvery === 0 });
    for (let i = sequel.left; i > 0; i -= 1) {
      const later = index + 1 + ledger.random.below(aftermath);
      sequels[later] = [...(sequels[later] ?? []), sequel];
    }
    follow(index);
  }
  for (let index = claims; index < claims + aftermath; index += 1) follow(index);
  texts.finish();
}

/** Opens a claim with most of its stances; what others may rest on has all of them. */
function beginClaim(scene: Scene, news: readonly QuotableArticle[], plan: ClaimPlan): Sequel {
  const { random } = scene.ledger;
  const sources = Array.from({ length: 3 }, () => random.pick(news));
  const late = Array.from({ length: plan.stances - 1 }, () => random.chance(0.2));
  const left = plan.isMeeting ? 0 : late.filter(Boolean).length;
  const claim = openClaim(scene, sources, plan.stances - left);
  if (plan.isMeeting) {
    remember(scene, claim);
  } else if (random.chance(0.1)) {
    presuppose(scene, claim);
  }
  if (left === 0) closeClaim(scene, claim);
  return { claim, left };
}

function remember({ meetings, meetingKeys }: Scene, claim: OpenClaim): void {
  const { key } = claim.row;
  meetings.set(key, claimKnown(claim));
  meetingKeys.push(key);
  if (meetingKeys.length > latestMeetings) meetingKeys.shift();
  const [oldest] = meetings.size > rememberedMeetings ? meetings.keys() : [];
  if (oldest !== undefined) meetings.delete(oldest);
}

function continueClaim(scene: Scene, sequel: Sequel): void {
  addStance(scene, sequel.claim);
  sequel.left -= 1;
  if (sequel.left === 0) closeClaim(scene, sequel.claim);
}

/** How many stances each claim has: most have few, and all together the mean. */
function stanceCounts(random: Random, claims: number): readonly number[] {
  const counts = Array.from({ length: claims }, () => {
    const drawn = Math.ceil(Math.log(1 - random.next()) / Math.log(1 - 1 / stancesPerClaim));
    return Math.min(Math.max(drawn, 1), mostStances);
  });
  let missing = claims * stancesPerClaim - counts.reduce((sum, count) => sum + count, 0);
  while (missing !== 0) {
    const index = random.below(claims);
    const count = (counts[index] ?? 1) + Math.sign(missing);
    if (count < 1) continue;
    counts[index] = count;
    missing -= Math.sign(missing);
  }
  return counts;
}
