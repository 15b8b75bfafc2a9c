import { keepToken, named, record, token, url } from './record-address.js';

const [signIn, ingest, desk, rejection] = document.forms;
const main = document.querySelector('main');
const own = desk.querySelector('input');
const byId = (id) => document.getElementById(id);

/** @type {import('@onrecord/sdk').ArticleInFull} */
let article;
/** @type {import('@onrecord/sdk').Draft[]} */
let drafts = [];
let at = 0;
let left = 0;

// One thing after the other. What goes wrong is told in the words of the API.
let busy = Promise.resolve();
function attempt(work) {
  tell('');
  busy = busy.then(work).catch((error) => {
    tell((error.refusal ?? error.serverErrors?.[0] ?? error).message, 'fault');
  });
}

function tell(words, kind = 'news') {
  const output = document.querySelector('output');
  output.value = words;
  output.dataset.kind = kind;
}

function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

async function begin() {
  await readArticles();
  signIn.hidden = true;
  main.hidden = false;
  await openArticle();
}

/** Lists the newest articles that wait for a judgement, and counts what is left of all. */
async function readArticles() {
  const [{ nodes }, { totalCount }] = await Promise.all([
    record.articles({ filter: { hasDrafts: true }, first: 100 }),
    record.stances({ filter: { review: 'DRAFT' }, first: 1, withTotalCount: true }),
  ]);
  const links = nodes.map(({ slug, title, outlet }) =>
    element('a', { href: `#${slug}` }, title, element('small', {}, outlet?.name ?? '')),
  );
  byId('articles').replaceChildren(...links.map((link) => element('li', {}, link)));
  left = totalCount;
}

/** Opens the article that the address names, or else the first that has drafts. */
async function openArticle() {
  const links = [...byId('articles').querySelectorAll('a')];
  const hash = location.hash || links[0]?.hash;
  for (const link of links) link.ariaCurrent = String(link.hash === hash);
  article = hash ? await record.article({ by: { slug: hash.slice(1) } }) : null;
  await readDrafts();
  show(0);
}

async function readDrafts() {
  const read = [];
  const all = article ? record.drafts.all({ article: { id: article.id } }) : [];
  for await (const draft of all) read.push(draft);
  drafts = read;
}

function show(to = at) {
  at = Math.max(0, Math.min(to, drafts.length - 1));
  const draft = drafts[at];
  const words = draft?.evidence.find((one) => one.article.id === article.id);
  byId('left').textContent = `Drafts left: ${left}`;
  byId('title').textContent = article?.title ?? '';
  byId('outlet').textContent = article?.outlet?.name ?? '';
  mark(article?.text ?? '', words);
  desk.hidden = !draft;
  byId('done').hidden = !desk.hidden;
  if (!draft) return (byId('articles').querySelector('a') ?? main).focus();

  byId('place').textContent = `Draft ${at + 1} of ${drafts.length}`;
  const through = words.attribution.slice(1).map(({ name }) => name);
  byId('chain').textContent = [article.outlet?.name ?? 'Its publisher', ...through].join(' → ');
  const { mode, cue, confidence } = words;
  byId('reading').textContent = `${mode} · ${cue ?? 'no cue'} · confidence ${confidence}`;
  const actors = [draft.actor, ...draft.actorCandidates];
  desk.actor.replaceChildren(...actors.map(({ name, id }) => new Option(name, id)));
  desk.kind.value = draft.kind;
  desk.certainty.value = draft.certainty;
  desk.words.value = draft.claim.text;
  own.value = draft.claim.id;
  own.checked = true;
  offer(draft.claimCandidates);
  desk.focus({ preventScroll: true });
}

/** Shows a text with some words marked. Offsets count UTF-16 code units, as JavaScript does. */
function mark(text, { quote, start, end } = { quote: '', start: 0, end: 0 }) {
  const marked = element('mark', {}, quote);
  byId('text').replaceChildren(text.slice(0, start), marked, text.slice(end));
  marked.scrollIntoView({ block: 'center' });
}

/** Offers these claims instead of the draft's own, which stands first. */
function offer(matches) {
  const choices = matches.map(({ claim }) => {
    const radio = element('input', { type: 'radio', name: 'claim', value: claim.id });
    const note = element('small', {}, claim.review === 'DRAFT' ? 'a draft' : 'on record');
    return element('li', {}, element('label', {}, radio, claim.text, note));
  });
  byId('claims').replaceChildren(own.parentElement, ...choices);
}

function accept() {
  const { claim } = drafts[at];
  const text = desk.words.value;
  const chosen = { id: desk.claim.value };
  const isReworded = chosen.id === claim.id && text !== claim.text;
  const edits = {
    claim: chosen,
    claimText: isReworded ? text : null,
    actor: { id: desk.actor.value },
    kind: desk.kind.value,
    certainty: desk.certainty.value,
  };
  judge(async (stance) => {
    await record.reviewStance({ stance, review: 'VERIFIED', ...edits });
    if (isReworded) await readDrafts();
    const { standing } = await record.claim({ by: chosen });
    return `${standing.status}: ${standing.summary}`;
  });
}

function reject() {
  const reason = rejection.reason.value;
  judge(async (stance) => {
    await record.reviewStance({ stance, review: 'REJECTED', reason });
    return 'Rejected.';
  });
}

/** Carries a judgement out, once however often its key is pressed, and goes on to the next draft. */
function judge(carryOut) {
  const draft = drafts[at];
  attempt(async () => {
    if (!drafts.includes(draft)) return;
    const news = await carryOut({ id: draft.id });
    drafts = drafts.filter(({ id }) => id !== draft.id);
    left -= 1;
    if (drafts.length === 0) await readArticles();
    show();
    tell(news);
  });
}

const keys = {
  a: accept,
  r() {
    document.querySelector('dialog').showModal();
    rejection.reason.select();
  },
  e() {
    own.checked = true;
    desk.words.focus();
  },
  j: () => show(at + 1),
  k: () => show(at - 1),
};

for (const button of desk.querySelectorAll('button')) {
  button.addEventListener('click', (event) => {
    event.preventDefault();
    keys[button.getAttribute('aria-keyshortcuts')]();
  });
}

main.addEventListener('keydown', (event) => {
  const { key, ctrlKey, metaKey, altKey } = event;
  if (key === 'Escape') desk.focus();
  const isTyping = document.activeElement.matches('textarea, select, input:not([type="radio"])');
  if (desk.hidden || isTyping || ctrlKey || metaKey || altKey) return;
  byId('claims').children[Number(key) - 1]?.querySelector('input').click();
  if (!(key in keys)) return;
  event.preventDefault();
  keys[key]();
});

desk.words.addEventListener('change', () => {
  const draft = drafts[at];
  attempt(async () => {
    const matches = await record.similarClaims({ text: desk.words.value });
    if (draft === drafts[at]) offer(matches.filter(({ claim }) => claim.id !== own.value));
  });
});

rejection.addEventListener('submit', reject);

signIn.addEventListener('submit', (event) => {
  event.preventDefault();
  keepToken(signIn.token.value);
  attempt(begin);
});

ingest.addEventListener('submit', (event) => {
  event.preventDefault();
  attempt(async () => {
    const { article, drafted } = await record.ingestArticle({
      title: ingest.headline.value,
      text: ingest.text.value,
      language: 'en',
      publisher: ingest.publisher.value || null,
    });
    ingest.reset();
    await readArticles();
    history.pushState(null, '', `#${article.slug}`);
    await openArticle();
    tell(`New drafts: ${drafted}.`);
  });
});

function proposeTitle() {
  ingest.headline.value ||= ingest.text.value.trim().split('\n')[0];
}
ingest.text.addEventListener('change', proposeTitle);

addEventListener('dragover', (event) => event.preventDefault());
addEventListener('drop', async (event) => {
  const [file] = event.dataTransfer.files;
  if (!file) return;
  event.preventDefault();
  document.querySelector('details').open = true;
  ingest.text.value = await file.text();
  proposeTitle();
});

addEventListener('hashchange', () => attempt(openArticle));
byId('address').textContent = url ?? named;
signIn.hidden = url === null;
if (url === null)
  tell('A record has an http or https address, which this link does not name.', 'fault');
else if (token()) attempt(begin);
