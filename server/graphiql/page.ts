import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { defaultTabs } from './tabs.ts';

type Encoding = 'br' | 'gzip' | 'identity';
type Bytes = Uint8Array<ArrayBuffer>;

/** The GraphiQL page as it is sent: it asks nothing of any other server. */
export interface GraphiqlPage {
  readonly etag: string;
  /** Lets the browser run the page's one script and speak to this server alone. */
  readonly contentSecurityPolicy: string;
  bodyIn(encoding: Encoding): Promise<Bytes>;
}

/** The lamp that tells that something is being recorded. */
const logo =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" width="24" height="24"><circle cx="12" cy="12" r="10" fill="none" stroke="#8a8f98" stroke-width="2"/><circle cx="12" cy="12" r="5" fill="#d60590"/></svg>';

// GraphiQL moves the tabs it opened with to the right edge as soon as one has the focus, so that a click misses it.
const styles = '.graphiql-tab { transform: none !important; }';

/** Renders the page at the first call, and compresses it once for each encoding that is asked for. */
export function createGraphiqlPage(): () => Promise<GraphiqlPage> {
  let page: Promise<GraphiqlPage> | undefined;
  return () => {
    page ??= render();
    return page;
  };
}

/** The smallest encoding that a client accepts. */
export function encodingFor(acceptEncoding: string | null): Encoding {
  const accepted = (acceptEncoding ?? '').split(',').map((each) => each.replaceAll(/\s/g, ''));
  const accepts = (name: string) =>
    accepted.some(
      (each) => each === name || (each.startsWith(`${name};q=`) && !/q=0(\.0*)?$/.test(each)),
    );
  if (accepts('br')) return 'br';
  return accepts('gzip') ? 'gzip' : 'identity';
}

async function render(): Promise<GraphiqlPage> {
  // Nine megabytes of script: loaded when somebody wants to see it.
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
  const rendered = renderGraphiQL({
    title: 'onrecord',
    logo,
    favicon: `data:image/svg+xml,${encodeURIComponent(logo)}`,
    endpoint: '/graphql',
    subscriptionsProtocol: 'SSE',
    shouldPersistHeaders: false,
    defaultTabs: await defaultTabs(),
  });
  const html = rendered.replace('</head>', `<style>${styles}</style></head>`);
  const identity = new TextEncoder().encode(html);
  const bodies = new Map<Encoding, Promise<Bytes>>([['identity', Promise.resolve(identity)]]);
  return {
    etag: `"${createHash('sha256').update(identity).digest('base64url')}"`,
    contentSecurityPolicy: contentSecurityPolicy(html),
    bodyIn(encoding) {
      const body = bodies.get(encoding) ?? compressed(identity, encoding);
      bodies.set(encoding, body);
      return body;
    },
  };
}

async function compressed(body: Bytes, encoding: Encoding): Promise<Bytes> {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 6,
    [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
  };
  return new Uint8Array(
    encoding === 'gzip'
      ? await promisify(gzip)(body)
      : await promisify(brotliCompress)(body, { params }),
  );
}

function contentSecurityPolicy(html: string): string {
  const script = html.slice(
    html.indexOf('>', html.indexOf('<script')) + 1,
    html.lastIndexOf('</script>'),
  );
  const hash = createHash('sha256').update(script).digest('base64');
  return [
    "default-src 'none'",
    `script-src 'sha256-${hash}'`,
    'worker-src blob:',
    "style-src 'unsafe-inline'",
    'img-src data:',
    'font-src data:',
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
