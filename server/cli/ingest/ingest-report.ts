import type { Progress } from '../progress.ts';
import type { IngestAnswer } from '../record-access.ts';
import type { Output } from '../shell.ts';
import type { PassedOver } from './article-source.ts';

/** What became of one article, as it is told with --json. */
interface FileReport {
  readonly file: string;
  readonly outcome: 'NEW' | 'KNOWN' | 'NO_ARTICLE' | 'FAILED';
  readonly drafted?: number;
  readonly carried?: number;
  readonly notes?: readonly string[];
  readonly message?: string;
}

interface ReportTo {
  readonly stderr: Output;
  readonly progress: Progress;
  /** How many files there are. */
  readonly files: number;
  readonly now?: () => number;
}

/** What an ingest did so far. What went wrong is told at once, how far it is on a terminal. */
export class IngestReport {
  readonly #to: ReportTo;
  readonly #since: number;
  readonly #files: FileReport[] = [];
  readonly #passedOver = new Map<PassedOver, number>();
  readonly #counts = { articles: 0, created: 0, drafted: 0, carried: 0, noArticle: 0, failed: 0 };
  #found = 0;
  #isOfFaults = false;

  constructor(to: ReportTo) {
    this.#to = to;
    this.#since = this.#now();
  }

  /** Whether there was anything that whoever asked has to see to. */
  get isFaulty(): boolean {
    return this.#isOfFaults;
  }

  read(file: string, { created, drafted, carried }: IngestAnswer, notes: readonly string[]): void {
    this.#counts.articles += 1;
    this.#counts.created += Number(created);
    this.#counts.drafted += drafted;
    this.#counts.carried += carried;
    const outcome = created ? 'NEW' : 'KNOWN';
    this.#files.push({ file, outcome, drafted, carried, ...(notes.length > 0 && { notes }) });
    for (const note of notes) this.note(`${file}: ${note}`);
    this.#tellProgress();
  }

  /** It can be read, and is no article: a fault, unless nobody chose it. */
  noArticle(file: string, message: string, isOfArchive: boolean): void {
    this.#counts.noArticle += 1;
    this.#isOfFaults ||= !isOfArchive;
    this.#notRead({ file, outcome: 'NO_ARTICLE', message });
  }

  failed(file: string, message: string): void {
    this.#counts.failed += 1;
    this.#isOfFaults = true;
    this.#notRead({ file, outcome: 'FAILED', message });
  }

  passedOver(why: PassedOver, count = 1): void {
    this.#passedOver.set(why, (this.#passedOver.get(why) ?? 0) + count);
  }

  /** A file was opened, with all that is in it. */
  fileFound(): void {
    this.#found += 1;
    this.#tellProgress();
  }

  /** Tells something beside what is counted. What a page tells moves no cursor. */
  note(text: string): void {
    this.#to.progress.clear();
    this.#to.stderr.write(`${text.replace(/[^\P{Cc}\n]/gu, '\ufffd')}\n`);
  }

  /** All of it, for a program. */
  json() {
    const { articles, created, drafted, carried, noArticle, failed } = this.#counts;
    const counts = { articles, created, unchanged: articles - created, drafted, carried };
    const faults = this.#files.flatMap(({ file, message }) =>
      message === undefined ? [] : [{ file, message }],
    );
    const passedOver = Object.fromEntries(this.#passedOver);
    return { ...counts, noArticle, failed, passedOver, faults, files: this.#files };
  }

  /** What was done, for a person. */
  outcome(): string {
    const { articles, created, drafted, carried } = this.#counts;
    const read = `${articles} ${articles === 1 ? 'article' : 'articles'}, ${created} new`;
    const stances = drafted === 1 ? '1 stance was drafted' : `${drafted} stances were drafted`;
    const shown = carried === 0 ? '' : ` ${carried} pieces of evidence were carried.`;
    if (articles === 0) return 'No article was read.';
    return created + drafted + carried === 0
      ? `${read}. Nothing changed: they were read before.`
      : `${read}. ${stances}: see the query drafts, and reviewStance.${shown}`;
  }

  /** What was not read, in a few lines; empty where all was. */
  remainder(): readonly string[] {
    const { noArticle, failed } = this.#counts;
    const passed = [...this.#passedOver].map(([why, count]) => `${count} ${why}`);
    const lost = noArticle + failed;
    return [
      ...(passed.length > 0 ? [`Passed over: ${passed.join(', ')}.`] : []),
      ...(noArticle > 0 ? [`${noArticle} ${noArticle === 1 ? 'is' : 'are'} no article.`] : []),
      ...(lost > 0 ? [`${lost} could not be read; all others were.`] : []),
    ];
  }

  #notRead(report: FileReport & { readonly message: string }): void {
    const { file, message } = report;
    this.#files.push(report);
    this.note(message.startsWith(file) ? message : `${file}: ${message}`);
    this.#tellProgress();
  }

  #tellProgress(): void {
    const { articles, failed, noArticle } = this.#counts;
    const seconds = (this.#now() - this.#since) / 1_000;
    const done = articles + failed + noArticle;
    const rate = seconds > 1 ? `, ${Math.round(done / seconds)} a second` : '';
    const lost = failed + noArticle === 0 ? '' : `, ${failed + noArticle} not read`;
    const { progress, files } = this.#to;
    progress.update(`${this.#found} of ${files} files, ${articles} articles${lost}${rate}`);
  }

  #now(): number {
    return (this.#to.now ?? performance.now.bind(performance))();
  }
}
