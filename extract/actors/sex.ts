const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/u));

export type Sex = 'woman' | 'man';

const womensTitles =
  words(`ms mrs miss dame lady queen princess duchess baroness sister mother spokeswoman congresswoman chairwoman
  councilwoman businesswoman actress wife daughter widow girl woman`);
const mensTitles =
  words(`mr sir lord king prince duke baron pope father brother spokesman congressman chairman councilman businessman
  husband son boy man`);

const womensNames =
  words(`abigail ada agnes aisha alexandra alice alicia alison allison amanda amber amelia amina amy ana angela anita
  ann anna anne annie april audrey barbara beatrice bella beth betty beverly bonnie brenda bridget brittany camila carla carmen carol
  caroline carolyn catherine cecilia celia charlotte cheryl christina christine cindy claire clara claudia colleen crystal cynthia danielle
  dawn deborah debra denise diana diane dolores donna dora doris dorothy edith eileen elaine elena eleanor elisa elizabeth ella ellen emily
  emma erica erin esther eva eve evelyn fatima felicia fiona florence frances gabriela gail georgina gina giulia gloria grace greta gwen hannah
  harriet heather helen helga hilary hillary holly ida ines ingrid irene iris isabel isabella ivy jacqueline jane janet janice jasmine jean
  jeanne jennifer jessica jill joan joanna josephine joyce juanita judith judy julia juliana julie june karen karin kate katherine kathleen
  kathryn katie kay kirsten kristen kristin laura lauren laurie leah leila lena lillian linda lisa liz lois lorraine louise lucia
  lucy lydia madeleine madison maggie margaret maria marie marilyn marina marjorie marta martha mary maureen maya megan melanie
  melissa mercedes michelle mildred miranda molly monica nadia nancy naomi natalia natalie natasha nicole nina nora norma olga olivia pamela
  patricia paula pauline peggy penelope penny petra phyllis priya rachel rebecca regina renee rhonda rita roberta rosa rose rosemary roxanne
  ruby ruth sabrina sally samantha sandra sara sarah sharon sheila shirley silvia sofia sonia sophia sophie stella stephanie sue susan suzanne
  sylvia tamara tanya tara teresa thelma theresa tiffany tina ursula valerie vanessa vera veronica victoria violet virginia vivian wanda
  wendy yasmin yolanda yvonne zoe aino anya anke astrid ayse beatriz berit birgit bronwyn chiara chloe efua eda edna elsa esme fatou fatima faye
  freya funmi gemma geraldine giada greet gudrun hana heidi hilda imogen inga ingeborg isla joanne kerstin khadija lara leyla lin lila lorna lotte ludmila
  mabel maeve malin mara marta mette mila mina mona nadine nell ngozi nora oksana olive petya phoebe pia pilar pippa polly roisin ronke rosalind
  saskia selma shirin sienna signe sigrid silje siobhan solveig svetlana tamsin tatiana tessa tove una ute vera wilma xenia yetunde yulia zainab zara`);
const mensNames =
  words(`aaron abdul abraham adam adrian ahmed alan albert alejandro alexander alexei alfred ali allen alvin anders andre andreas
  andrew andy angelo anthony antonio arnold arthur barry ben benjamin bernard bernie bill bob boris brad brandon brendan brent brian bruce bryan
  calvin carl carlos cecil charles charlie chris christian christopher clarence colin craig curtis dan daniel darren dave david dean dennis
  derek diego dimitri dominic don doug douglas duane dwight dylan earl ed eddie edgar eduardo edward edwin elias emmanuel enrique
  eric erik ernest ethan eugene farid felix fernando floyd francis francisco frank franklin fred frederick gabriel gareth gary gavin geoff
  geoffrey george gerald gerard giovanni glen glenn gordon graham greg gregory gustavo hans harold harry hassan hector henrik henry herbert
  herman howard hugh hugo ian ibrahim igor isaac ivan jack jacob james jared jason javier jeff jeffrey jeremy jerome jerry jesse jim
  jimmy joe joel johan john johnny jonathan jorge jose joseph joshua juan julian julio justin karl keith ken kenneth kevin klaus kurt kyle lance
  larry lars lawrence leo leon leonard leroy lewis liam lloyd louis lucas luis luke magnus malcolm manuel marc marco marcus mario mark martin
  marvin mathew matt matthew maurice max melvin michael miguel mike milton mitch mohamed mohammed mohammad muhammad nathan nathaniel neil nelson
  nicholas nick nigel nikolai noah norman oliver omar oscar otto owen pablo patrick paul pedro pete peter phil philip phillip pierre rafael ralph
  ramon randall randy ray raymond ricardo richard rick ricky rob robert roberto rodney roger roland ron ronald ross roy russell ryan salvador sam
  samuel scott sean sergei sergio seth shane shaun simon stanley stefan stephen steve steven stuart sven ted terrence theodore thomas tim
  timothy toby todd tom tommy tony travis trevor tyler uwe vernon victor vincent wade wallace walter warren wayne wesley
  abel abu ade aksel amadou amir anatoly angus anton arne arturo axel basil bjorn boaz bogdan bola bram callum cedric chidi ciaran colm conor cyril
  dag dale dario declan desmond dieter dirk dmitri dmitry dom einar emeka emil emile evan ewan fabio femi finn fergus gert gilles giles guido gunnar gus hakan hamza
  harald hasan henri horst hubert idris ilya ivar ivo jan jarl jens joao jonas jorg josef kamal kemal knut kofi kwame laszlo leif luc ludwig
  mads mahmoud marcel marek mats mehmet mikhail milan milos murat musa nasser niels nils oleg olaf ole olof oscar ozan pavel per piet piotr
  rafal rahul rasmus raul reza rhys rolf ruben rune rupert sanjay sani sebastian selim seun silas soren stan stefano stig sunil tariq teo thierry
  tomas tor tunde ulf ulrich umberto vadim vasily viktor vikram vladimir wes wilfred willem xavier yannick yiannis yusuf yves zoltan
  wilhelm will william winston yuri yusuf zachary`);

// These alone are hardly anybody's last name, nor a place.
const alone = new Map<string, Sex>([
  ...[
    ...words(`ada agnes aisha alice alison amanda amelia amina amy ana anita anna anne annie audrey bea beatrice betty bridget camila carla cecilia
    claire clara claudia cynthia deborah debra diana donna doris edith eileen elena ella emily emma erica esther eva fatima fiona gemma gina
    hanna hannah heidi helen helga ida ines ingrid irene isabel isabella jane janet jessica joan judith julia karen kate katherine kathleen
    katie laura lena linda lisa louise lucia lucy lydia maggie maria marie marta mary maya megan melanie melissa michelle nadia nancy naomi
    natalie natasha nicole nina nora oksana patricia paula petra rachel rebecca rita rosa sally samantha sandra sarah sharon sofia sonia sophie
    susan svetlana tatiana teresa tina ursula vanessa vera yasmin yulia yvonne zara zoe`),
  ].map((name) => [name, 'woman'] as const),
  ...[
    ...words(`ahmed ali andy ben bob boris carl dan dave dmitri dmitry ed eddie greg hans igor jim jimmy joe johnny ken lars matt mike mikhail nick
    oleg omar pablo pavel pedro pete phil rob ron sam sergei steve sven ted tim tom tommy tony viktor vladimir yuri`),
  ].map((name) => [name, 'man'] as const),
]);

/** What a word of office tells by itself: `spokesman`. */
export function sexOfTitle(word: string): Sex | undefined {
  const plain = word.replace('.', '');
  if (womensTitles.has(plain)) return 'woman';
  return mensTitles.has(plain) ? 'man' : undefined;
}

/** Whether a word is a first name that is known. */
export function isGivenName(word: string): boolean {
  const lower = word.toLowerCase();
  return womensNames.has(lower) || mensNames.has(lower);
}

/** What the titles or the first name tell; undefined where they tell nothing. */
export function sexOfName({
  name,
  offices,
}: {
  readonly name: string;
  readonly offices: readonly string[];
}): Sex | undefined {
  const first = name.split(/\s/u)[0]?.toLowerCase() ?? '';
  const isNamed = name.includes(' ');
  const told = offices.map(sexOfTitle).filter((sex) => sex !== undefined);
  if (told.length > 0) return told.includes('woman') ? 'woman' : 'man';
  if (isNamed && womensNames.has(first)) return 'woman';
  if (!isNamed) return alone.get(first);
  return mensNames.has(first) ? 'man' : undefined;
}
