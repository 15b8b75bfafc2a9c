import { describe, expect, test } from 'vitest';
import { permalink } from '../../../schema/reading/permalink.ts';

const quoted = {
  url: 'https://paper.example/story',
  quote: 'There was no call',
  prefix: '',
  suffix: '',
};

describe('a permalink', () => {
  test('is the article’s address with the quote as a text fragment', () => {
    expect(permalink(quoted)).toBe('https://paper.example/story#:~:text=There%20was%20no%20call');
  });

  test('is null without an address, or where the quote was erased', () => {
    expect(permalink({ ...quoted, url: null })).toBeNull();
    expect(permalink({ ...quoted, quote: null })).toBeNull();
  });

  test('keeps a fragment that the address has', () => {
    expect(permalink({ ...quoted, url: 'https://paper.example/story#part-2' })).toBe(
      'https://paper.example/story#part-2:~:text=There%20was%20no%20call',
    );
  });

  test('encodes what has a meaning in a text directive', () => {
    expect(permalink({ ...quoted, quote: 'so-called “call”, & more #1' })).toBe(
      'https://paper.example/story#:~:text=so%2Dcalled%20%E2%80%9Ccall%E2%80%9D%2C%20%26%20more%20%231',
    );
  });

  test('tells the words around the quote, whole ones only', () => {
    expect(
      permalink({
        ...quoted,
        prefix: 'the spokesman told reporters on: ',
        suffix: ', he said, and left the room whi',
      }),
    ).toBe(
      'https://paper.example/story#:~:text=told%20reporters%20on%3A-,There%20was%20no%20call,-%2C%20he%20said%2C',
    );
  });

  test('takes no word from another paragraph, nor one that may be cut', () => {
    expect(permalink({ ...quoted, prefix: 'graph.\nHe said: ', suffix: '.\nNext' })).toBe(
      'https://paper.example/story#:~:text=He%20said%3A-,There%20was%20no%20call,-.',
    );
    expect(permalink({ ...quoted, prefix: 'eported', suffix: 'rep' })).toBe(
      'https://paper.example/story#:~:text=There%20was%20no%20call',
    );
  });

  test('names the ends of a long quote, and of one that spans paragraphs', () => {
    const long = Array.from({ length: 60 }, (_, index) => `word${index}`).join(' ');
    expect(permalink({ ...quoted, quote: long })).toBe(
      'https://paper.example/story#:~:text=word0%20word1%20word2%20word3%20word4%20word5,word54%20word55%20word56%20word57%20word58%20word59',
    );
    expect(permalink({ ...quoted, quote: 'One two.\nThree four.' })).toBe(
      'https://paper.example/story#:~:text=One%20two.,Three%20four.',
    );
    expect(permalink({ ...quoted, quote: 'One\ntwo\nthree' })).toBe(
      'https://paper.example/story#:~:text=One,three',
    );
  });
});
