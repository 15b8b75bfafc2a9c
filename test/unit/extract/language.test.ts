import { describe, expect, test } from 'vitest';
import { languageOf, notReadBecause } from '../../../extract/words/language.ts';

/** One report, told in each language, from a headline's length on. */
const told: readonly (readonly [language: string, text: string])[] = [
  [
    'de',
    'Die Bürgermeisterin bestritt am Dienstag, dass sie eine neue Brücke versprochen habe. Die Fähre fahre weiter, sagte sie im Rathaus.',
  ],
  [
    'de',
    'Niemand hat die Fähre verkauft, sagte der Hafenmeister, und niemand hat das vor. Das Schiff war im Sommer repariert worden und soll noch zwanzig Jahre fahren. Woher die Meldung stammt, sei ihm nicht bekannt; der Rat habe darüber nie gesprochen.',
  ],
  [
    'fr',
    'La maire a nié mardi avoir promis un nouveau pont aux habitants du port. Le bac continuera de circuler, a-t-elle ajouté.',
  ],
  [
    'fr',
    'Personne n’a vendu le bac, a déclaré le capitaine du port, et personne n’en a l’intention. Le navire a été réparé cet été et doit encore servir pendant vingt ans. Il ignore d’où vient cette nouvelle : le conseil n’en a jamais parlé.',
  ],
  [
    'es',
    'La alcaldesa negó el martes haber prometido un puente nuevo a los vecinos del puerto y dijo que el transbordador seguirá funcionando.',
  ],
  [
    'pt',
    'A prefeita negou na terça-feira ter prometido uma nova ponte aos moradores do porto e disse que a balsa continuará a funcionar.',
  ],
  [
    'it',
    'La sindaca ha negato martedì di aver promesso un nuovo ponte agli abitanti del porto; il traghetto, ha aggiunto, continuerà a funzionare.',
  ],
  [
    'nl',
    'De burgemeester ontkende dinsdag dat zij een nieuwe brug had beloofd aan de bewoners van de haven. De veerboot blijft gewoon varen, zei ze.',
  ],
  [
    'sv',
    'Borgmästaren förnekade på tisdagen att hon hade lovat invånarna i hamnen en ny bro. Färjan fortsätter att gå, sade hon i rådhuset.',
  ],
  [
    'da',
    'Borgmesteren afviste tirsdag, at hun havde lovet beboerne ved havnen en ny bro. Færgen sejler videre, sagde hun på rådhuset.',
  ],
  [
    'fi',
    'Pormestari kiisti tiistaina luvanneensa sataman asukkaille uuden sillan. Lautta jatkaa liikennöintiä, hän sanoi kaupungintalolla.',
  ],
  [
    'pl',
    'Burmistrz zaprzeczyła we wtorek, że obiecała mieszkańcom portu nowy most. Prom będzie nadal kursował, powiedziała w ratuszu.',
  ],
  [
    'cs',
    'Starostka v úterý popřela, že by obyvatelům přístavu slíbila nový most. Přívoz bude jezdit dál, řekla na radnici.',
  ],
  [
    'hu',
    'A polgármester kedden tagadta, hogy új hidat ígért volna a kikötő lakóinak. A komp tovább közlekedik, mondta a városházán.',
  ],
  [
    'ro',
    'Primărița a negat marți că ar fi promis locuitorilor din port un pod nou. Bacul va circula în continuare, a spus ea la primărie.',
  ],
  [
    'tr',
    'Belediye başkanı salı günü liman halkına yeni bir köprü sözü verdiğini yalanladı. Feribotun çalışmaya devam edeceğini söyledi.',
  ],
  [
    'vi',
    'Thị trưởng hôm thứ Ba phủ nhận việc đã hứa xây một cây cầu mới cho người dân ở cảng và nói rằng phà vẫn tiếp tục chạy.',
  ],
  [
    'id',
    'Wali kota pada hari Selasa membantah bahwa ia telah menjanjikan jembatan baru kepada warga pelabuhan. Feri tetap beroperasi, katanya.',
  ],
  [
    'ru',
    'Мэр во вторник отрицала, что обещала жителям порта новый мост. Паром будет ходить, сказала она в ратуше.',
  ],
  [
    'uk',
    'Мер у вівторок заперечила, що обіцяла мешканцям порту новий міст. Пором ходитиме й далі, сказала вона в ратуші.',
  ],
  [
    'el',
    'Η δήμαρχος διέψευσε την Τρίτη ότι είχε υποσχεθεί νέα γέφυρα στους κατοίκους του λιμανιού.',
  ],
  [
    'ar',
    'نفت رئيسة البلدية يوم الثلاثاء أنها وعدت سكان الميناء ببناء جسر جديد، وقالت إن العبّارة ستواصل عملها.',
  ],
  ['he', 'ראש העיר הכחישה ביום שלישי כי הבטיחה גשר חדש לתושבי הנמל, ואמרה שהמעבורת תמשיך לפעול.'],
  [
    'fa',
    'شهردار روز سه‌شنبه تکذیب کرد که به مردم بندر وعدهٔ پل تازه‌ای داده است و گفت که قایق همچنان کار می‌کند.',
  ],
  ['hi', 'महापौर ने मंगलवार को इस बात से इनकार किया कि उन्होंने बंदरगाह के लोगों से नए पुल का वादा किया था।'],
  ['zh', '市长周二否认曾经承诺修建一座新的大桥，并补充说渡轮将继续运营。'],
  ['ja', '市長は火曜日、港の住民に新しい橋を約束したことはないと否定した。'],
  ['ko', '시장은 화요일 항구 주민들에게 새 다리를 약속한 적이 없다고 부인했다.'],
  ['th', 'นายกเทศมนตรีปฏิเสธเมื่อวันอังคารว่าเธอได้สัญญาว่าจะสร้างสะพานใหม่ให้กับชาวท่าเรือ'],
  ['km', 'អភិបាលក្រុងបានបដិសេធកាលពីថ្ងៃអង្គារថានាងបានសន្យាសាងសង់ស្ពានថ្មីដល់ប្រជាជននៅកំពង់ផែ។'],
  ['lo', 'ເຈົ້າເມືອງປະຕິເສດໃນວັນອັງຄານວ່ານາງໄດ້ສັນຍາວ່າຈະສ້າງຂົວໃໝ່ໃຫ້ແກ່ຊາວທ່າເຮືອ'],
  ['my', 'မြို့တော်ဝန်က ဆိပ်ကမ်းမြို့သားများအား တံတားအသစ်ဆောက်ပေးမည်ဟု ကတိပေးခဲ့ခြင်းမရှိကြောင်း ငြင်းဆိုခဲ့သည်။'],
  ['ka', 'მერმა სამშაბათს უარყო, რომ ნავსადგურის მოსახლეობას ახალი ხიდი დაჰპირდა.'],
];

describe('a text is in the language', () => {
  test.each(told)('%s: %s', async (language, text) => {
    expect(await languageOf(text)).toBe(language);
    expect(await languageOf(text, 'en-GB')).toBe(language);
    expect(await languageOf(text, language)).toBe(language);
    expect(await languageOf(`${text}\n\n`.repeat(12).toUpperCase())).toBe(language);
  });
});

const german = told[1]?.[1] ?? '';
const english =
  'The harbour master said on Tuesday that nobody had sold the ferry, and that nobody meant to. It had been repaired in the summer and would run for twenty years.';

/** What is English, whatever it looks like. */
const plainEnglish: Readonly<Record<string, string>> = {
  'two sentences': 'The mayor denied it on Tuesday. She had never promised a bridge, she said.',
  'one sentence': 'The mayor denied on Tuesday that she had promised a new bridge.',
  'a headline': 'Mayor denies bridge promise',
  'two headlines': 'Mayor Denies Bridge Promise\nFerry Sold To Norwegian Buyer, Council Says',
  capitals: english.toUpperCase(),
  'a telegram in capitals':
    'FERRY NOT SOLD SAYS HARBOUR MASTER. COUNCIL TO MEET MONDAY ON BRIDGE PLANS.',
  'foreign names':
    'Jean-Claude Lefèvre of Saint-Étienne told Süddeutsche Zeitung and Le Monde diplomatique that Przemysław Wiśniewski and José María Ibáñez had met Gülşen Özdemir in Nuevo León. Lefèvre denied it.',
  'a list of names':
    'Ada Reyes, Jean-Claude Lefèvre, Przemysław Wiśniewski, José María Ibáñez, Gülşen Özdemir, Nguyễn Văn An, Håkon Bjørnstad, Jürgen Müller, Giovanni Rossi, Ion Popescu, Zoltán Kovács',
  'foreign words':
    'The chef called it a mise en place; der Zeitgeist, he said, wants hors d’œuvres.',
  'a German quotation': `${english}\n\n“${german}”\n\nSo he wrote to the council. ${english}`,
  'a longer German quotation': `${english}\n\n“${german}”`,
  'a Chinese quotation': `${english} “市长周二否认曾经承诺修建一座新的大桥，并补充说渡轮将继续运营。”`,
  'an Arabic quotation': `${english} “نفت رئيسة البلدية يوم الثلاثاء أنها وعدت سكان الميناء ببناء جسر جديد”`,
  'a tweet':
    'BREAKING: no ferry sold, says @HarbourMaster #ferrygate https://t.example/a1B2c3D4e5 pic.example/Qq7',
  'a post in haste': 'lol no1 sold the ferry u guys, chill. they fixed it in july smh',
  'a table of numbers': Array.from({ length: 30 }, (_, n) => `Ward ${n}\t${n * 317}\t${n}.4%`).join(
    '\n',
  ),
  'a score sheet': 'Reyes 41 38 22\nMoreau 12 9 44\nLind 7 7 7\nTotal 60 54 73',
  dialogue: '“No.”\n“Yes, you did.”\n“I never said that, and you know it.”',
  'no words': '1234 — 5678 … 90',
  nothing: '',
};

describe('English is', () => {
  test.each(Object.entries(plainEnglish))('%s', async (_what, text) => {
    expect(await languageOf(text)).toBe('en');
    expect(await languageOf(text, 'en-US')).toBe('en-US');
  });
});

test.each([
  ['de', english, 'en'],
  ['de-AT', german, 'de-AT'],
  ['fr', german, 'de'],
  ['und', german, 'de'],
  ['mul', english, 'en'],
  ['en', german, 'de'],
  ['nb', told[9]?.[1] ?? '', 'nb'],
  ['de', 'Kein Bier.', 'de'],
  ['pt-BR', told[5]?.[1] ?? '', 'pt-BR'],
  ['fr', '1234 — 5678', 'fr'],
])('what is declared as %s is read as the text shows', async (declared, text, language) => {
  expect(await languageOf(text, declared)).toBe(language);
});

test.each([
  ['de', 'This text is German (de): only English is read.'],
  ['pt-BR', 'This text is Portuguese (pt): only English is read.'],
  ['zh-Hans-CN', 'This text is Chinese (zh): only English is read.'],
  ['lo', 'This text is Lao (lo): only English is read.'],
  ['und', 'This text is not English: only English is read.'],
  ['qaa', 'This text is qaa (qaa): only English is read.'],
  ['Deutsch', 'This text is Deutsch: only English is read.'],
])('%s is refused by its name', (language, because) => {
  expect(notReadBecause(language)).toContain(because);
});

test.each([
  ['no space', 'x'.repeat(1_000_000)],
  ['no letter', '-'.repeat(1_000_000)],
  ['addresses alone', 'https://'.repeat(100_000)],
  ['marks of handles', '@#'.repeat(300_000)],
  ['capitals alone', 'X Y '.repeat(200_000)],
  ['Chinese', '市长'.repeat(300_000)],
])('a megabyte of %s has a language soon', async (_what, text) => {
  expect(await languageOf(text)).toMatch(/^[a-z]{2,3}$/u);
});
