import { getIntrospectionQuery, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { defaultLimits } from '../../../../server/limits/limits.ts';
import { excessOfDocument, excessOfText } from '../../../../server/plugins/operation-limits.ts';

const { aliases, depth, directives, documentBytes, fields, rootFields, tokens } = defaultLimits;

describe('a document as text', () => {
  test('has a length, in bytes', () => {
    expect(excessOfText('#'.repeat(documentBytes))).toBeUndefined();
    expect(excessOfText('#'.repeat(documentBytes + 1))).toBe('documentBytes');
    expect(excessOfText(`#${'ä'.repeat(documentBytes / 2)}`)).toBe('documentBytes');
  });

  test('has a number of tokens', () => {
    expect(excessOfText(`{${'a '.repeat(tokens - 2)}}`)).toBeUndefined();
    expect(excessOfText(`{${'a '.repeat(tokens - 1)}}`)).toBe('tokens');
  });

  test('is stopped before the parser descends into five thousand levels', () => {
    expect(excessOfText(`{a(b:${'['.repeat(5_000)}${']'.repeat(5_000)})}`)).toBe('tokens');
  });

  test('that is no GraphQL is left to the parser', () => {
    expect(excessOfText('{ a "')).toBeUndefined();
  });
});

describe('an operation', () => {
  test('has a depth', () => {
    expect(excess(nested(depth))).toBeUndefined();
    expect(excess(nested(depth + 1))).toBe('depth');
  });

  test('has a depth through fragments, named and inline', () => {
    const fragment = `fragment F on T ${nested(5)}`;

    expect(excess(`${nested(depth - 4, '...F')} ${fragment}`)).toBeUndefined();
    expect(excess(`${nested(depth - 3, '...F')} ${fragment}`)).toBe('depth');
    expect(excess(nested(depth, '... { x }'))).toBeUndefined();
    expect(excess(nested(depth, '... { x { x } }'))).toBe('depth');
  });

  test('has a number of aliases', () => {
    expect(excess(`{ a { ${times(aliases, (n) => `a${n}: b`)} } }`)).toBeUndefined();
    expect(excess(`{ a { ${times(aliases + 1, (n) => `a${n}: b`)} } }`)).toBe('aliases');
  });

  test('has a number of aliases through fragments: each counts wherever it is spread', () => {
    const last = 'fragment F11 on T { x: y }';
    const once = times(10, (n) => `fragment F${n} on T { ...F${n + 1} }`);
    const twice = times(10, (n) => `fragment F${n} on T { ... { ...F${n + 1} } ...F${n + 1} }`);

    expect(excess(`{ ...F1 } ${once} ${last}`)).toBeUndefined();
    expect(excess(`{ ...F1 } ${twice} ${last}`)).toBe('aliases');
  });

  test('has a number of root fields, through fragments', () => {
    expect(excess(`{ ${times(rootFields, (n) => `a${n}`)} }`)).toBeUndefined();
    expect(excess(`{ ${times(rootFields + 1, (n) => `a${n}`)} }`)).toBe('rootFields');
    expect(excess(`{ ...F ...F } fragment F on Query { ${times(11, (n) => `a${n}`)} }`)).toBe(
      'rootFields',
    );
  });

  test('has a number of fields, through fragments', () => {
    const names = times(fields / 10, () => 'a');

    expect(excess(`{ x { ${times(fields - 1, () => 'a')} } }`)).toBeUndefined();
    expect(excess(`{ x { ${times(fields, () => 'a')} } }`)).toBe('fields');
    expect(excess(`{ x { ${times(10, () => '...F')} } } fragment F on T { ${names} }`)).toBe(
      'fields',
    );
  });

  test('has a number of directives, wherever they stand', () => {
    const skip = '@skip(if: false) ';

    expect(
      excess(`query ${skip} { a ${skip} ... ${skip} { b ${skip.repeat(directives - 3)} } }`),
    ).toBeUndefined();
    expect(
      excess(`query ${skip} { a ${skip} ... ${skip} { b ${skip.repeat(directives - 2)} } }`),
    ).toBe('directives');
    expect(
      excess(`{ a { ...F ${skip} } b { ...F ${skip} } } fragment F on T { c ${skip.repeat(4)} }`),
    ).toBe('directives');
  });

  test('is judged wherever it stands among others', () => {
    expect(excess(`query A { a } query B ${nested(depth + 1)}`)).toBe('depth');
  });

  test('may introspect deeper than it may ask', () => {
    expect(excessOfText(getIntrospectionQuery())).toBeUndefined();
    expect(excess(getIntrospectionQuery())).toBeUndefined();
    expect(excess(`{ __type(name: "T") ${nested(depth)} }`)).toBeUndefined();
  });

  test('with fragments that spread each other comes to an end', () => {
    expect(
      excess('{ ...A } fragment A on T { a ...B } fragment B on T { b ...A }'),
    ).toBeUndefined();
  });
});

function excess(document: string) {
  return excessOfDocument(parse(document));
}

/** `{ x { x { x } } }`, so many levels deep, with `inside` on the deepest. */
function nested(levels: number, inside = ''): string {
  return levels === 1 ? `{ x ${inside} }` : `{ x ${nested(levels - 1, inside)} }`;
}

function times(count: number, each: (n: number) => string): string {
  return Array.from({ length: count }, (_, index) => each(index + 1)).join(' ');
}
