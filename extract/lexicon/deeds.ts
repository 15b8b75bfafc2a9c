/** Nouns for what was done, with the beginnings of the verbs that tell it where the noun's own does not. */
export const deeds: ReadonlyMap<string, RegExp> = new Map(
  `call: phone phoned telephon call spoke spoken talk rang dialled dialed conversation
  conversation: phone spoke spoken talk call chat discuss convers
  talks: talk spoke spoken met meet negotiat discuss confer
  meeting: met meet
  contact: contact spoke spoken met meet talk phone call
  exchange: exchang spoke swap
  sale: sell sold sale
  purchase: bought buy purchas
  payment: paid pay
  bribe: brib paid pay
  bribery: brib paid pay
  theft: stole steal stolen thef
  loss: lost los
  gift: gave give given gift
  donation: donat gave give paid
  loan: lent lend loan borrow
  deal: deal agree sign struck
  agreement: agree sign deal
  pact: pact agree sign
  strike: struck strike hit bomb shell
  attack: attack struck strike hit bomb shell raid
  bombing: bomb
  shooting: shot shoot
  killing: kill shot murder
  death: die died dead kill
  murder: murder kill
  flight: flew fly flight fled flee
  escape: escap fled flee
  trip: travel went visit flew trip
  journey: travel went journey
  visit: visit travel went
  dismissal: dismiss fire fired sack
  sacking: sack fire fired dismiss
  firing: fire fired
  resignation: resign quit step stepped
  departure: depart left leav quit
  closure: clos shut
  shutdown: shut clos
  choice: chose choose
  speech: spoke speech speak
  thefts: stole steal stolen
  fire: fire burn blaze
  blaze: burn fire blaze
  spill: spill leak
  hack: hack
  breach: breach hack broke
  cover-up: cover covered hid hidden
  affair: affair
  knowledge: knew know
  lie: lied lie
  order: order
  threat: threat
  plot: plot
  decision: decid decision chose
  withdrawal: withdr
  collapse: collaps
  growth: grew grow grown
  rise: rose rise risen
  fall: fell fall fallen
  purge: purg
  takeover: took take taken`
    .split('\n')
    .map((line) => line.trim().split(': '))
    .map(([noun = '', verbs = '']) => [
      noun,
      new RegExp(`(?<![\\p{L}])(?:${verbs.split(' ').join('|')})`, 'iu'),
    ]),
);
