import { normalizeEncoding } from '@exodus/bytes/encoding.js';
import { parseHTML } from 'linkedom';

/** Browsers look here before they read a page, and further on when they meet a `meta` while they do. */
const heads = [1024, 65_536];

/** The encoding that a page declares in a `meta`, else in its XML declaration; names that no standard knows count as none. */
export function declaredEncoding(bytes: Uint8Array): string | undefined {
  const latin1 = new TextDecoder('latin1');
  for (const length of heads) {
    const declared = declaredIn(latin1.decode(bytes.subarray(0, length)));
    if (declared !== undefined) return declared;
    if (bytes.length <= length) break;
  }
  return undefined;
}

/** The standard's name of the encoding with this label, where it knows one that bytes without zeros can be in. */
export function encodingOf(label: string | null | undefined): string | undefined {
  const name = normalizeEncoding(label ?? '');
  if (name === null || name === 'replacement') return undefined;
  if (name === 'x-user-defined') return 'windows-1252';
  // Two bytes a character are told by the zeros among them, and what has none is only declared to be so.
  return name.startsWith('utf-16') ? 'utf-8' : name;
}

// The parser knows what is a comment, a script and an attribute's value, and a tag that is cut off at the end is none.
function declaredIn(head: string): string | undefined {
  const { document } = parseHTML(head);
  const [declared] = [...document.querySelectorAll('meta')].flatMap((meta) => {
    const isPragma = meta.getAttribute('http-equiv')?.toLowerCase() === 'content-type';
    const label = meta.getAttribute('charset') ?? (isPragma ? charsetIn(meta) : undefined);
    return encodingOf(label) ?? [];
  });
  const inXml = /^<\?xml[^>]*?\bencoding\s*=\s*["']([^"'>]+)/u.exec(head)?.[1];
  return declared ?? encodingOf(inXml);
}

function charsetIn(meta: Element): string | undefined {
  const content = meta.getAttribute('content') ?? '';
  const found = /charset\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s;"']+))/iu.exec(content);
  return found?.[1] ?? found?.[2] ?? found?.[3];
}
