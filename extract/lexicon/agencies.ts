/** A news agency that papers everywhere print. */
export interface Agency {
  readonly name: string;
  /** Its other names that stand for nothing else in an article. */
  readonly aliases: readonly string[];
}

interface AgencyMarked extends Agency {
  /** What it is called in bylines and datelines alone: elsewhere it may be something else. */
  readonly marks: readonly string[];
}

const agency = (name: string, aliases = '', marks = ''): AgencyMarked => ({
  name,
  aliases: listed(aliases),
  marks: listed(marks),
});

const listed = (names: string): readonly string[] => (names === '' ? [] : names.split(', '));

/** Agencies alone: what other outlets write is credited to them where they are on record. */
const agencies: readonly AgencyMarked[] = [
  agency(
    'Reuters',
    '',
    'Thomson Reuters, Reuters News, Reuters News Agency, Reuters UK, Reuters.com',
  ),
  agency('Associated Press', 'AP', 'AP News, The AP, APNews.com, Associated Press News'),
  agency('Agence France-Presse', 'AFP', 'Agence France Presse, AFP News'),
  agency(
    'Deutsche Presse-Agentur',
    'dpa',
    'DPA, Deutsche Presse Agentur, dpa International, German Press Agency',
  ),
  agency('United Press International', 'UPI', 'UPI.com'),
  agency('Bloomberg News', '', 'Bloomberg'),
  agency('PA Media', '', 'PA, Press Association, PA News Agency, UK Press Association'),
  agency(
    'TASS',
    '',
    'Tass, ITAR-TASS, Itar-Tass, TASS Russian News Agency, Russian News Agency TASS',
  ),
  agency('Interfax', '', 'Interfax News Agency'),
  agency('Interfax-Ukraine', '', 'Interfax Ukraine'),
  agency('RIA Novosti', '', 'RIA, RIA Novosti news agency'),
  agency('UNIAN', '', 'UNIAN News Agency'),
  agency('Ukrinform', '', 'Ukrinform News Agency'),
  agency('BelTA', '', 'Belarusian Telegraph Agency'),
  agency('Xinhua News Agency', 'Xinhua', 'Xinhuanet'),
  agency('China News Service'),
  agency('Central News Agency', '', 'CNA Taiwan, Focus Taiwan'),
  agency('Kyodo News', 'Kyodo', 'Kyodo News Service, Kyodo News Agency'),
  agency('Jiji Press', '', 'Jiji, JIJI'),
  agency('Yonhap News Agency', 'Yonhap', 'Yonhap News'),
  agency('Korean Central News Agency', 'KCNA'),
  agency('Press Trust of India', '', 'PTI'),
  agency('Asian News International', '', 'ANI'),
  agency('Indo-Asian News Service', 'IANS', 'Indo Asian News Service'),
  agency('United News of India', '', 'UNI'),
  agency('Associated Press of Pakistan', '', 'APP'),
  agency('Bangladesh Sangbad Sangstha', '', 'BSS'),
  agency('Bernama', '', 'Malaysian National News Agency'),
  agency('Antara', '', 'Antara News, Antara News Agency'),
  agency('Philippine News Agency', '', 'PNA'),
  agency('Vietnam News Agency', '', 'VNA'),
  agency('Anadolu Agency', 'Anadolu', 'AA, Anadolu Ajansi, Anadolu Ajansı'),
  agency('Demirören News Agency', 'DHA'),
  agency('ANSA', '', 'Ansa, ANSA News Agency, Agenzia ANSA'),
  agency('Adnkronos', '', 'Adnkronos International'),
  agency('EFE', '', 'Agencia EFE, EFE News Agency'),
  agency('Europa Press', '', 'Agencia Europa Press'),
  agency('Lusa', '', 'Lusa News Agency'),
  agency('Belga', '', 'Belga News Agency'),
  agency('ANP', '', 'Algemeen Nederlands Persbureau'),
  agency('Austria Press Agency', '', 'APA, Austria Presse Agentur'),
  agency('Keystone-SDA', '', 'Swiss News Agency'),
  agency('Ritzau', '', 'Ritzaus Bureau'),
  agency('NTB', '', 'Norsk Telegrambyrå'),
  agency('Polish Press Agency', '', 'PAP, Polska Agencja Prasowa'),
  agency('Czech News Agency', '', 'ČTK, CTK'),
  agency('MTI', '', 'Magyar Távirati Iroda'),
  agency('Agerpres'),
  agency('Bulgarian Telegraph Agency', '', 'BTA'),
  agency('Tanjug', '', 'Tanjug News Agency'),
  agency('HINA', '', 'Croatian News Agency'),
  agency('Islamic Republic News Agency', 'IRNA'),
  agency('Tasnim News Agency', '', 'Tasnim'),
  agency('Saudi Press Agency', '', 'SPA'),
  agency('Emirates News Agency', '', 'WAM'),
  agency('Qatar News Agency', '', 'QNA'),
  agency('Syrian Arab News Agency', '', 'SANA'),
  agency('Middle East News Agency', '', 'MENA'),
  agency('News Agency of Nigeria', '', 'NAN'),
  agency('Canadian Press', '', 'The Canadian Press, CP'),
  agency('Australian Associated Press', 'AAP', 'AAP News'),
  agency('Inter Press Service', '', 'IPS'),
  agency('Religion News Service', 'RNS'),
  agency('Catholic News Agency'),
  agency('Catholic News Service'),
  agency('City News Service'),
  agency('Tribune News Service', '', 'TNS, Tribune Content Agency'),
];

const byName = new Map(
  agencies.flatMap((one) =>
    [one.name, ...one.aliases, ...one.marks].map((name) => [keyOf(name), one] as const),
  ),
);

/** The agency that a byline, a dateline or a credit means by a name; undefined where it means none that is known. */
export function agencyCalled(name: string): Agency | undefined {
  return byName.get(keyOf(name));
}

/** Whether a name says that it is that of an agency, which nobody has to know. */
export function isNamedAgency(name: string): boolean {
  return /\b(?:news|press|telegraph) (?:agency|association|service)$|\b(?:news ?wire|wire service|wire)$/iu.test(
    name,
  );
}

/** Whether a name, such as that of an outlet, is the agency's own or holds it: `Reuters Breakingviews`. */
export function isOwnName(name: string, { name: whole, aliases }: Agency): boolean {
  if (agencyCalled(name)?.name === whole) return true;
  const words = ` ${name.replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  return [whole, ...aliases].some((own) =>
    words.includes(` ${own.replace(/[^\p{L}\p{N}]+/gu, ' ')} `),
  );
}

/** Letters in whatever case, but for short ones: `Pa` and `ani` are words. */
function keyOf(name: string): string {
  const bare = name
    .replace(/^the\s+(?=\S)/iu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  return bare.length > 4 ? bare.toLowerCase() : bare;
}
