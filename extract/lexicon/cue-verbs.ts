/** Verbs that attribute, by what follows them; `*` holds those that do whatever follows. */
export const cueVerbs: Readonly<Record<string, string>> = {
  '*': `accord accuse acknowledge acquiesce add admire admit advocate affirm agree allege allude anger announce answer
    apologize applaud argue ask assail assert assure attack attribute balk believe bemoan bill blame blast boast brag
    brush call caution chant characterize chide cite claim clarify complain concede conclude condemn confirm
    congratulate consider contemplate contend contradict convince credit criticize declare decry deem defend demand
    denounce deny deride describe detail disavow disclose discuss dismiss disparage dispute distance document dub dwell
    echo emphasize endorse envision expect explain express extol eye fear foresee frame hail highlight hint hope
    illustrate imply indicate insist insult intend interpret jab joke know label lambast lament lash learn like liken
    list love mention mock mull muse note notice observe offer opine oppose order outline persuade plead point poke
    portray posit praise preach predict prefer proclaim project promise propose pump question quip quote rail rate rattle
    reaffirm realize reassure rebuke rebut recall recite recognize recommend recount refer reference refuse regret
    reiterate reject relish remark remember remind renounce reply report repudiate request respond rethink retweeted
    reveal revile rule savage say shout show shrug side signal slam speculate spell state stress suggest support talk
    tell thank think threaten thrill title tout trash trumpet tweet understand urge utter veto view voice vouch vow want
    warn welcome witness wonder word worry write yell`,
  aux: 'argue ask believe estimate hope know say think',
  clause: `maintain contend testify swear retract withdraw recant refute rubbish accuse acknowledge add admit agree allow announce answer appear argue ask assure attack back believe blast call cite
    claim conclude confirm consider convince criticize decide declare decry deem defend demonstrate denounce deny
    describe detail disavow discuss dismiss echo emphasize endorse enjoy express fear feel highlight hope identify
    imagine imply indicate insist invoke know learn list mention note offer oppose pass portray post praise predict
    prefer present promise promote propose provide push question realize recall reference reiterate reject relish remind
    report retweeted reveal say seem share show slam state stress suggest support tell thank think tout tweet want warn
    witness worry write`,
  colon: 'include say tweet want write',
  end: `acknowledge add admit allege announce answer approve argue ask believe charge claim conclude confirm continue
    declare deny describe disavow disclose dispute echo expect explain find indicate insist introduce like maintain mention mock
    note observe oppose post predict present promise question read recall remark remember repeat reply report request
    respond reveal say state suggest support surmise tell testify think tweet vow warn wonder worry write`,
  ing: `consider contemplate endorse mention oppose propose recall report say show suggest support`,
  np: `accept accuse acknowledge add admire admit affirm aim allege anger announce answer appear applaud appoint argue ask
    assail assert assure attack authorize back bar believe bemoan blame blast boast boo boycott call care characterize
    chide cite claim concede conclude condemn confirm congratulate consider contest contradict contrast counter credit criticize
    debunk discredit disprove declare decline decry deem defend deflect demand denounce deny deride describe disavow disclose discuss
    dismiss disparage display dispute distance distinguish document downplay echo email emphasize endorse envision
    expect explain explore express extol eye favor fear feel foresee frame hail headline highlight hope identify ignore
    illustrate imagine indicate inflate inform insult interpret invoke judge justify know label lambast lament laud
    learn like list mention mince mock name note offer oppose order outline persuade pitch plead point poke portray
    position post pound praise predict prefer prescribe prohibit promise promote propose question quote ratify rattle
    reaffirm rebuke rebut retract withdraw recall recite recognize recount reference refute reiterate reject remember remind renounce
    reply report reprimand repudiate request restrict retweeted reveal rip rubbish satirize savage say see seek show sign signal
    slam slash sound stress sue suggest support symbolize talk tell thank think tout trash tweet underestimate
    understand urge view voice vote vow want warn witness worry write`,
  'np-mixed': `accuse ask blame brand call cite consider declare decry deem deliver denounce describe dub find include label lament
    note praise say show tell think`,
  'np-quote': 'explain issue put reveal say state tell',
  'np-that': `rubbish refute retract withdraw recant debunk discredit disprove contest doubt deny rebut dispute address announce ask assure blame call challenge cite consider convince criticize defend describe discuss dismiss
    embrace emphasize express find float highlight hold identify introduce know make mention offer pass present press
    prohibit propose raise recall reiterate reject remain remember remind repeat say see seem show sign support tell
    tweet utter veto`,
  'np-to': `accuse advise announce appear appoint approve argue ask attribute beg blast call challenge cite claim compare
    condemn consider create criticize declare decry defend deliver demand denounce deny describe discuss email empower
    encourage endorse expect explain express favor highlight hire intend issue liken mention name nominate offer oppose
    order outline persuade plead pledge post praise prefer press propose protest question recall refuse reject remind
    request say see seem sentence show stress suggest tell tout tweet unveil urge want warn welcome write`,
  'p:about': `ask boast brag care comment complain feel fight gush joke know muse press question report say speak speculate talk
    think warn worry write`,
  'p:after': 'say tweet write',
  'p:against': 'argue campaign caution come push rail speak turn vote warn',
  'p:along': 'pass',
  'p:as': `describe identify interpret know label lambast list name nominate portray regard say see surface view`,
  'p:at': 'ask balk boo claim fire hint lash marvel rebuff report say talk tweet',
  'p:because': 'say',
  'p:before': 'say',
  'p:by': `accuse anger ask author champion claim confirm criticize denounce describe echo endorse favor ignore impress
    intrigue know name nominate oppose push reject report say see share stand support`,
  'p:despite': 'say',
  'p:down': 'double play strike',
  'p:during': 'ask say',
  'p:for': `advocate apologize argue ask blame call campaign cheer criticize hope know press push say see stand vote vouch`,
  'p:from': 'expect fire say shout',
  'p:in': `agree argue ask back believe concede create declare expect feature learn mention name note report reveal say see
    state suggest weigh write`,
  'p:into': 'call say',
  'p:like': 'seem',
  'p:of': `accuse assure boast complain embrace learn promise say speak state talk think warn write`,
  'p:off': 'brush lay rattle shrug sound tick',
  'p:on': `agree announce ask attack call comment disagree divide dwell expand insist push riff say split talk touch write`,
  'p:out': 'blast call figure lash lay point roll rule speak spell tweet',
  'p:over': 'challenge divide say spar',
  'p:to': `accord acknowledge acquiesce admit agree allude apologize attribute commit complain explain insist know liken pledge
    point promise refer report say tell vow write`,
  'p:up': 'bring open sum talk',
  'p:upon': 'call remark',
  'p:while': 'say',
  'p:with': `agree charge concur disagree empathize identify pass plead reckon resonate respond satisfy say side talk thrill`,
  part: 'decide prefer say vow',
  quote: `add admit ask call chant cite conclude condemn continue declare dub echo entitle explain find fire follow interject
    joke name note offer post praise publish quip read recall remark reply report respond say seek shout state suggest
    tell title tweet warn write yell`,
  that: `brief post email text counter retort reckon protest grumble recount attest relay tweet intimate disclose contend caution plead rule
    allege accept acknowledge add admit affirm agree allege allow announce anticipate appear argue assert assume believe boast brag
    calculate call caution charge claim clarify complain concede conclude confirm contend convince declare demand
    demonstrate deny determine doubt echo emphasize estimate explain fear feel find forget hope imply indicate insist
    guarantee joke know lament learn maintain make mention note order pledge posit predict promise propose reaffirm realize recall
    recognize recommend refute reiterate remark report require respond reveal rule say see show signal speculate state
    stress suggest surprise suspect swear tell testify think tweet underscore vow warn worry write`,
  to: `accord agree aim allude appear ask call decide decline expect focus hope intend know like look love mean offer opt
    plan pledge point prefer project promise propose push refer refuse require say seek seem show speak threaten vote
    vow want`,
  verb: 'appear argue feel say seek seem support',
  wh: `address announce ask consider decide define describe determine discuss envision explain guess know learn note
    outline question recall remember reveal say show understand wonder`,
};
