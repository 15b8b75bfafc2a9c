import { expect, test } from 'vitest';
import { articleOnPage } from '../../../extract/web-page/page.ts';

/** Numbers that look random, and are the same at each run. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

/** A page whose words all differ, with those that are seen in their order. */
class Pages {
  readonly seen: string[] = [];
  private count = 0;
  private readonly random: () => number;

  constructor(random: () => number) {
    this.random = random;
  }

  one<T>(options: readonly T[]): T {
    const chosen = options[Math.floor(this.random() * options.length)];
    if (chosen === undefined) throw new Error('Nothing to choose from.');
    return chosen;
  }

  times(most: number): undefined[] {
    return Array.from({ length: 1 + Math.floor(this.random() * most) }, () => undefined);
  }

  private word(): string {
    this.count += 1;
    const letters = [...this.count.toString(7)].map((digit) => 'bdfgklm'[Number(digit)]);
    return `w${letters.join('a')}o`;
  }

  /** Words in a line, some of them between tags that part none of them. */
  words(count: number): string {
    return Array.from({ length: count }, () => {
      const word = this.word();
      this.seen.push(word);
      return this.dressed(word);
    }).join(
      this.one([' ', '\n   ', '&nbsp;', ' <br> ', '<br>', '<br/>\n', ' <!-- a --> ', '\u2009']),
    );
  }

  private dressed(word: string): string {
    const [start, end] = [word.slice(0, 2), word.slice(2)];
    return this.one([
      word,
      word,
      word,
      `<b>${word}</b>`,
      `<b>${start}</b>${end}`,
      `${start}&shy;${end}`,
      `${start}<wbr>${end}`,
      `${start}\u200b<i>${end}</i>`,
      `<a href="#a">${word}</a>`,
      `<span style="color:red">${start}</span><em>${end}</em>`,
      `${word}<script>var ${this.word()};</script>`,
      `${word}<span hidden> ${this.word()} </span>`,
      `${word}<sup><a href="#n1">1</a></sup>`,
    ]);
  }

  sentence(): string {
    return `${this.words(6 + Math.floor(this.random() * 20))}.`;
  }

  /** Text, with blocks before, in and behind it. */
  flow(depth: number): string {
    if (depth === 0) return this.sentence();
    return this.times(3)
      .map(() => (this.random() < 0.5 ? this.sentence() : this.block(depth - 1)))
      .join(this.one(['', '\n']));
  }

  block(depth: number): string {
    const flow = () => this.flow(depth);
    return this.one([
      () => `<p>${this.sentence()}</p>`,
      () => `<p>${this.sentence()}`,
      () => `<div>${flow()}</div>`,
      () => `<section><h2>${this.words(4)}</h2>${flow()}</section>`,
      () =>
        `<ul>${this.times(4)
          .map(() => `<li>${flow()}</li>`)
          .join('')}</ul>`,
      () =>
        `<ol>${this.times(4)
          .map(() => `<li>${flow()}`)
          .join('')}</ol>`,
      () =>
        `<dl>${this.times(3)
          .map(() => `<dt>${this.words(2)}<dd>${flow()}`)
          .join('')}</dl>`,
      () =>
        `<table><caption>${this.words(3)}</caption>${this.times(3)
          .map(() => this.row(depth))
          .join('')}</table>`,
      () => `<details><summary>${this.words(4)}</summary>${flow()}</details>`,
      () => `<details open><summary>${this.words(4)}</summary>${flow()}</details>`,
      () => `<blockquote>${flow()}<footer>${this.words(3)}</footer></blockquote>`,
      () =>
        `<figure><img src="a.png" alt="${this.word()}"><figcaption>${flow()}</figcaption></figure>`,
      () => `<pre>${this.words(5)}\n${this.words(5)}\n\n${this.words(5)}</pre>`,
      () => `<aside>${flow()}</aside>`,
      () => `<address>${this.words(3)}<br>${this.words(3)}</address>`,
      () =>
        `<span style="display: block">${this.sentence()}</span><span style="display:block">${this.sentence()}</span>`,
      () => `<div hidden><p>${this.word()} ${this.word()}</p></div>${flow()}`,
      () => `<template><p>${this.word()}</p></template><style>.${this.word()}{}</style>${flow()}`,
      () =>
        `<div style="display:none">${this.word()}</div><noscript>${this.word()}</noscript>${flow()}`,
      () => `<x-part>${this.sentence()}</x-part><x-part>${this.sentence()}</x-part>`,
      () => `<hr>${flow()}<svg><title>${this.word()}</title></svg>`,
    ])();
  }

  private row(depth: number): string {
    return `<tr><th>${this.words(2)}</th><td>${this.flow(depth)}</td><td>${this.words(1)}`;
  }
}

const around = {
  top: '<header><a href="/">Gazette</a><nav><ul><li><a href="/a">News</a><li><a href="/b">Sport</a></ul></nav></header>',
  end: '<aside class="related"><h2>Related</h2><ul><li><a href="/c">The harbour is sold to strangers</a></ul></aside><footer><p>All rights reserved by the Gazette and its owners.</p></footer>',
};

const wholes: readonly ((title: string, body: string) => string)[] = [
  (title, body) => `<main><article><h1>${title}</h1>${body}</article></main>`,
  (title, body) =>
    `<article><header><h1>${title}</h1></header><div class="body">${body}</div></article>`,
  (title, body) => `<div id="content"><h1>${title}</h1><div>${body}</div></div>`,
  (title, body) => `<h1>${title}</h1>${body}`,
];

function foldedWords(text: string): string[] {
  return text.split(/[\s.]+/u).filter((word) => word !== '');
}

test.each(Array.from({ length: 60 }, (_, seed) => seed))(
  'page %i is read word by word, none lost, glued or invented',
  (seed) => {
    const pages = new Pages(randomFrom(seed + 1));
    const title = pages.words(5);
    const body = [
      `<p>${pages.sentence()}</p>`,
      ...pages.times(8).map(() => pages.block(2)),
      `<p>${pages.sentence()}</p>`,
    ].join('');
    const html = `<!doctype html><html lang="en"><head><title>x</title></head><body>${around.top}${pages.one(wholes)(title, body)}${around.end}</body></html>`;

    const { text } = articleOnPage(html);

    expect(foldedWords(text)).toEqual(pages.seen);
  },
);
