import { assertActor, assertMerge } from '../rules/actor.ts';
import { assertAffiliation } from '../rules/affiliation.ts';
import { assertClaimLink } from '../rules/claim-link.ts';
import { assertPeriod } from '../rules/date.ts';
import { Conflict, InputInvalid } from '../rules/errors.ts';
import { assertLanguage } from '../rules/language.ts';
import { settledActor, settledClaim } from './content.ts';
import type { Findings } from './findings.ts';
import { judgeArticle } from './judge-article.ts';
import { judgeStance } from './judge-stance.ts';
import { isInForce, type Known } from './known.ts';
import type {
  ActorLine,
  ActorMergeLine,
  AffiliationLine,
  ClaimLine,
  ClaimLinkLine,
  Line,
} from './lines.ts';

/** Judges a line by the rules of the record and tells it settled: see content.ts. */
export function judge(line: Line, findings: Findings): Line {
  switch (line.type) {
    case 'record':
      return line;
    case 'actor':
      return judgeActor(line, findings);
    case 'affiliation':
      return judgeAffiliation(line, findings);
    case 'article':
      return judgeArticle(line, findings);
    case 'claim':
      return judgeClaim(line, findings);
    case 'claimLink':
      return judgeClaimLink(line, findings);
    case 'actorMerge':
      return judgeActorMerge(line, findings);
    case 'stance':
      return judgeStance(line, findings);
  }
}

function judgeActor(line: ActorLine, findings: Findings): ActorLine {
  const { kind, grantedBy, wikidataId = null } = line;
  if (findings.knowsActors({ grantedBy })) {
    const grantor = grantedBy === undefined ? undefined : findings.known.actor(grantedBy);
    findings.attempt(() => assertActor({ kind, grantedBy: grantor ?? null, wikidataId }, []));
  }
  const holder = wikidataId === null ? undefined : findings.known.wikidataHolder(wikidataId);
  if (holder !== undefined && holder !== line.id) {
    findings.refusals.push(
      new Conflict({ noun: 'actor', reference: holder, keys: ['id'] }, ['wikidataId']),
    );
  }
  return settledActor(line);
}

function judgeAffiliation(line: AffiliationLine, findings: Findings): AffiliationLine {
  const { actor, of, from = null, until = null } = line;
  findings.knowsActors({ actor, of });
  const { known } = findings;
  const ends = { actor: known.keyOf(actor), of: known.keyOf(of) };
  findings.attempt(() => assertAffiliation({ ...ends, from, until }, []));
  return line;
}

function judgeClaim(line: ClaimLine, findings: Findings): ClaimLine {
  const { language, happenedFrom = null, happenedUntil = null } = line;
  const period = [happenedFrom, happenedUntil] as const;
  findings.attempt(() => assertLanguage(language, ['language']));
  findings.attempt(() => assertPeriod(period, ['happenedFrom', 'happenedUntil'], []));
  return settledClaim(line);
}

function judgeClaimLink(line: ClaimLinkLine, findings: Findings): ClaimLinkLine {
  findings.knows('claim', line.from, ['from']);
  findings.knows('claim', line.to, ['to']);
  const ends = { from: findings.known.keyOf(line.from), to: findings.known.keyOf(line.to) };
  findings.attempt(() => assertClaimLink(ends, []));
  return line;
}

function judgeActorMerge(line: ActorMergeLine, findings: Findings): ActorMergeLine {
  const { known } = findings;
  findings.knowsActors({ from: line.from, into: line.into });
  const [from, into] = [known.actor(line.from), known.actor(line.into)];
  if (from === undefined || into === undefined) return line;
  const ends = {
    from: { key: known.keyOf(from.id), kind: from.kind },
    into: { key: known.keyOf(into.id), kind: into.kind },
  };
  findings.attempt(() => assertMerge(ends.from, ends.into, []));
  if (isInForce(line)) findings.attempt(() => assertMergeFits(line, known));
  return line;
}

function assertMergeFits({ from, into }: ActorMergeLine, known: Known): void {
  const already = known.mergedInto(from);
  if (already !== undefined && already !== into) {
    const reference = `of ${from} into ${already}`;
    throw new Conflict({ noun: 'merge', reference, keys: ['into'] }, ['into']);
  }
  for (let actor: string | undefined = into; actor !== undefined; actor = known.mergedInto(actor)) {
    if (actor === from) throw new InputInvalid('The merges would lead in a circle.', ['into']);
  }
}
