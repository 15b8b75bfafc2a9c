const words = (list: string): ReadonlySet<string> =>
  new Set(list.trim().split(/\s*,\s*|\s*\n\s*/u));

/** Names of outlets that nothing in the name gives away. */
export const outlets =
  words(`axios, reuters, politico, bloomberg, cnn, bbc, npr, pbs, msnbc, cnbc, abc, nbc, cbs, afp, ap, associated press,
  agence france-presse, tass, interfax, ria novosti, xinhua, al jazeera, der spiegel, le monde, el pais, the atlantic, the economist,
  the guardian, the independent, breitbart, buzzfeed, vox, slate, vice, huffpost, huffington post, the hill, the intercept,
  newsweek, forbes, fortune, fox, sky, ansa, efe, kyodo, yonhap, nhk, nrk, deutsche welle`);

/** Last words of the names of outlets. */
export const outletEndings =
  words(`post, times, journal, news, herald, tribune, gazette, chronicle, guardian, telegraph, observer, review,
  magazine, press, today, examiner, globe, courier, mail, mirror, standard, broadcasting, radio, television, star, echo, argus, dispatch,
  sentinel, inquirer, enquirer, weekly, daily, ledger, bulletin, advertiser, messenger, monitor, sun`);

/** What a text calls an outlet, or what it published, once it has been named. */
export const outletNouns =
  words(`report, article, story, paper, newspaper, outlet, magazine, account, broadcaster, network, website, site,
  daily, tabloid, editorial`);

/** What publishes, where the text tells no name of it. */
export const nameless = words(
  `newspaper, paper, tabloid, broadsheet, magazine, broadcaster, website, outlet, television, tv, radio, media, station, daily, weekly, podcast`,
);

/** Seats that stand for those who sit there. */
export const seats: Readonly<Record<string, string>> = { moscow: 'Kremlin' };

/** Seats and bodies of states. */
export const governments =
  words(`kremlin, white house, pentagon, moscow, washington, beijing, kyiv, kiev, tehran, london, paris, berlin, brussels,
  downing street, capitol hill, congress, senate, house, parliament, state department, justice department, treasury, european union,
  eu, nato, united nations, un, fbi, cia, nsa, epa, irs, fda, united states, us, u.s., america, russia, ukraine, china, iran, israel, france,
  germany, britain, uk, japan, india, turkey, poland, canada, mexico, north korea, south korea, saudi arabia, syria, afghanistan, albania,
  algeria, angola, argentina, armenia, australia, austria, azerbaijan, bahrain, bangladesh, belarus, belgium, bolivia, bosnia, botswana,
  brazil, bulgaria, cambodia, cameroon, chile, colombia, congo, costa rica, croatia, cuba, cyprus, czech republic, denmark, ecuador, egypt,
  el salvador, eritrea, estonia, ethiopia, finland, ghana, greece, guatemala, haiti, honduras, hungary, iceland, indonesia, iraq, ireland,
  italy, jamaica, kazakhstan, kenya, kosovo, kuwait, kyrgyzstan, laos, latvia, lebanon, liberia, libya, lithuania, luxembourg, malaysia, mali,
  malta, moldova, mongolia, montenegro, morocco, mozambique, myanmar, namibia, nepal, netherlands, new zealand, nicaragua, niger, nigeria,
  north macedonia, norway, oman, pakistan, panama, paraguay, peru, philippines, portugal, qatar, romania, rwanda, scotland, senegal, serbia,
  singapore, slovakia, slovenia, somalia, south africa, south sudan, spain, sri lanka, sudan, sweden, switzerland, taiwan, tajikistan,
  tanzania, thailand, tunisia, turkmenistan, uganda, united arab emirates, united kingdom, uruguay, uzbekistan, vatican, venezuela, vietnam,
  wales, yemen, zambia, zimbabwe, canberra, madrid, rome, tokyo, seoul, pyongyang, ankara, cairo, baghdad, islamabad, new delhi, kremlin,
  home office, foreign office, number 10, no 10`);

/** Last words of what a state acts through. */
export const governmentEndings =
  words(`administration, government, ministry, department, council, congress, parliament, senate, cabinet, agency,
  bureau, commission, court, embassy, army, navy, police, office, state, authority, treasury, legislature, assembly, mission,
  regulator, watchdog, inspectorate, tribunal`);

/** Bodies that name their subject or seat behind `of`. */
export const bodiesOf =
  words(`office, ministry, department, bureau, university, bank, house, board, institute, council, federation, association, union,
  league, court, centre, centers, center, chamber, academy, college, church, party, school, museum, society, organisation, organization,
  commission, confederation, republic, kingdom`);

/** Words before the name of a body that are part of it, though they stand in titles too. */
export const kindsOfTitle =
  words(`national, security, foreign, defense, democratic, republican, presidential, russian, ukrainian, american, us, u.s., chinese,
  british, french, german, israeli, iranian, state, texas, justice, prime, chief, attorney, financial, executive, intelligence, trade`);

/** Last words of the names of other bodies. */
export const organizationEndings =
  words(`party, committee, institute, university, college, inc, corp, corporation, company, center, centre,
  association, union, foundation, group, bank, fund, league, church, campaign, society, network, alliance, coalition, organization,
  federation, airlines, motors, systems, technologies, pac, hospital, club, museum, organisation, trust, charity, school, academy,
  confederation, industries, holdings, partners, firm, brand, team, project`);

/** Last words of the names of companies, which are left out in short. */
export const trades =
  words(`medical, pharmaceuticals, pharma, biotech, laboratories, labs, energy, airways, software, solutions, services, entertainment,
  studios, foods, stores, steel, mining, logistics, shipping, electronics, robotics, aerospace, insurance, capital, ventures`);

/** What a company's name ends with by law. */
export const legalForms = words(
  `inc, corp, ltd, limited, plc, llc, llp, ag, gmbh, se, sa, nv, oyj, asa, spa`,
);

/** What stands before the name of a company: `chipmaker Holm`. */
export const companyNouns =
  words(`company, firm, chipmaker, carmaker, automaker, planemaker, drugmaker, maker, manufacturer, retailer, supplier, airline, lender,
  insurer, giant, startup, start-up, operator, utility, brewer, chain, conglomerate, subsidiary, charity, nonprofit, platform, consultancy`);

/** Words before a name that tell an office and are no part of the name. */
export const titles =
  words(`mr, mrs, ms, dr, sir, lord, lady, dame, president, president-elect, vice, former, senator, sen, representative, rep,
  congressman, congresswoman, governor, gov, mayor, secretary, minister, prime, chancellor, king, queen, prince, princess, pope, general, gen,
  colonel, col, captain, capt, lieutenant, lt, major, maj, sergeant, judge, justice, chief, attorney, spokesman, spokeswoman, spokesperson,
  chairman, chairwoman, chair, director, advisor, adviser, national, security, foreign, defense, ambassador, leader, speaker, candidate,
  nominee, professor, prof, rev, reverend, father, sister, brother, commissioner, deputy, republican, democratic, democrat, presidential,
  russian, ukrainian, american, us, u.s., chinese, british, french, german, israeli, iranian, state, texas, ceo, founder, analyst, lawyer,
  manager, officer, official, executive, operating, financial, managing, deputy, assistant, senior, acting, interim, co-founder, strategist, tycoon, billionaire, businessman, economist, author, actor, singer, host, anchor, reporter,
  journalist, editor, columnist, cllr, councillor, comrade, pm, mp, cardinal, brigadier, and`);

/** Those who speak for somebody else. */
export const spokespeople = words(
  'spokesman, spokeswoman, spokesperson, spokespersons, spokespeople',
);

/** Whom a text leaves without a name, or hides. */
export const unnamedNouns =
  words(`source, sources, official, officials, people, person, insider, insiders, aide, aides, diplomat, diplomats,
  spokesman, spokeswoman, spokesperson, rep, reps, representative, representatives, adviser, advisers, advisor, advisors, executive, executives, employee, employees, witness, witnesses`);

/** Whom a text may leave without a name though it hides nobody. */
export const personNouns =
  words(`mayor, president, minister, governor, senator, secretary, chancellor, premier, king, queen, pope, judge, chairman,
  chairwoman, chief, director, ambassador, candidate, nominee, engineer, teacher, doctor, nurse, farmer, student, victim, father, mother,
  man, woman, boy, girl, son, daughter, wife, husband, widow, owner, worker, driver, resident, neighbour, neighbor, lawyer, attorney,
  prosecutor, officer, soldier, general, captain, pilot, author, writer, actor, singer, host, coach, player, professor, scientist,
  researcher, expert, analyst, economist, historian, activist, founder, ceo, manager, leader, politician, lawmaker, congressman,
  congresswoman, lieutenant, sheriff, bishop, priest, pastor, billionaire, businessman, businesswoman, councillor, councilman,
  councilwoman, alderman, mp, mep, campaigner, commander, cmdr, admiral, adm, sgt, detective, inspector, superintendent, archbishop, rabbi,
  imam, chef, producer, musician, novelist, poet, investor, entrepreneur, banker, consultant, architect, epidemiologist, virologist,
  physician, surgeon, skipper, striker, goalkeeper, champion, referee, treasurer, undersecretary, envoy, baroness, duke, duchess, organiser,
  organizer, critic, volunteer, survivor, passenger, tenant, landlord, keeper, chairperson, head, boss,
  mechanic, whistleblower, technician, chemist, biologist, psychologist, sociologist, criminologist, geologist, climatologist,
  meteorologist, curator, librarian, headteacher, coroner, paramedic, firefighter, veteran, refugee, shareholder, trader, broker, patient,
  midwife, pupil, teenager, defendant, plaintiff, accountant, auditor, grandmother, grandfather, barrister, solicitor, headmaster, headmistress,
  principal, builder, butcher, baker, plumber, electrician, gardener, carer, caretaker, cleaner, cook, waiter, waitress, barman, bartender,
  clerk, cashier, warden, ranger, sailor, fisherman, miner, trucker, vicar, deacon, dean, monk, nun, ombudsman, registrar, provost,
  rector, vice-chancellor, lecturer, tutor, pensioner, juror, magistrate, constable, sergeant, deputy, delegate, emissary, warlord, rebel,
  militant, insurgent, separatist, hostage, prisoner, inmate, suspect, wife, partner, fiance, girlfriend, boyfriend, cousin, uncle, aunt, nephew,
  niece, brother, sister, mum, mom, dad, friend, colleague, employer, customer, client, caller, buyer, seller, bidder, rival, opponent, successor,
  predecessor, biographer, designer, photographer, painter, sculptor, composer, conductor, dancer, actress, comedian, presenter, blogger,
  influencer, tycoon, magnate, heir, heiress, sprinter, swimmer, boxer, footballer, cyclist, jockey, rider, umpire, trainer, breeder, vet,
  commissioner, statesman, lord, knight, mayoress, dentist, pharmacist, postmaster, stationmaster, foreman, supervisor, barber, hairdresser, pm, agent, publicist, bodyguard, barmaid, nanny, housekeeper, complainant, claimant,
  physicist, ecologist, astronomer, zoologist, botanist, linguist, rower, winger, midfielder, defender, batsman, bowler, golfer, skier, runner,
  rapper, drummer, guitarist, pianist, violinist, playwright, filmmaker, broadcaster, illustrator, translator, shopkeeper, lifeguard, detainee, team-mate, teammate, roommate, flatmate, classmate, housemate, bystander,
  model, supermodel, quarterback, pitcher, wrestler, astronaut, geneticist, neuroscientist, anthropologist, dietitian, therapist, psychiatrist,
  cardiologist, toxicologist, pathologist, oncologist, paediatrician, pediatrician, lobbyist, donor, promoter, trustee, bouncer, skater, gymnast,
  vlogger, tiktoker, paralegal, notary, locksmith, roofer, landlady, stepfather, stepmother, grandson, granddaughter, ex-wife, ex-husband`);

/** Bodies that have no such names, or none of their own: `the jury`, `the museum`. */
export const bodyNouns =
  words(`jury, panel, museum, clinic, prison, library, theatre, theater, orchestra, choir, studio, zoo, airport, port, farm, hotel,
  restaurant, pub, shop, brewery, factory, dealership, label, publisher, lab, laboratory, hospice, nursery, kindergarten, diocese, archdiocese,
  parish, synod, monastery, convent, mosque, temple, synagogue, consulate, faction, guild, syndicate, cartel, gang, militia, cooperative, co-op,
  exchange, forum, faculty, lobby, movement, opposition, leadership, management, defence, defense, prosecution, crew, squad, force, garrison,
  guard, coastguard, patrol, command, brigade, battalion, regime, junta, presidency, chancellery, palace, secretariat, directorate, bishopric,
  staff, household, dealer, carrier, tribe, clan, commune, orphanage, shelter, sanctuary, stable, racecourse, stadium, venue, festival, gallery,
  bookmaker, casino, distillery, bakery, winery, shipyard, refinery, mill, mine, quarry, dam, reactor, plant, railway, tram, shipper, shipowner,
  registry, service, inspection`);

/** The same of towns and their like, where their offices are meant. */
export const seatNouns = words(
  'city, county, town, borough, municipality, province, republic, kingdom',
);

/** Many at once, named by what they have in common. */
export const groupNouns =
  words(`critics, voters, supporters, opponents, experts, analysts, observers, republicans, democrats, americans, many, some,
  others, most, leaders, lawmakers, residents, activists, economists, scientists, researchers, polls, poll, percent, majority, everyone, they, we, you,
  men, women, allies, members, protesters, reporters, journalists, students, families, rivals, pundits, conservatives, liberals, campaigners, parents, doctors,
  teachers, workers, investors, prosecutors, neighbours, neighbors, relatives, ministers, politicians, groups, mps, meps, msps, less, more, fewer`);

/** Things whose names end as those of people do. */
export const things =
  words(`numbers, letters, papers, orders, powers, matters, computers, servers, rivers, towers, posters, barriers, factors, errors,
  doors, colors, colours, sectors, quarters, corners, covers, offers, flowers, chapters, dinners, indicators, monitors,
  sensors, markers, trailers, stickers, banners, headers, disasters, shelters, centers, transfers, answers, waters, borders, shoulders,
  fingers, layers, others, rumors, favors, tenders`);
