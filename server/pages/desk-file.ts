import { encoded } from '../encoded.ts';
import { type SentFile, sentFile } from '../sent-file.ts';
import { hidden, policyWithScript } from './page-headers.ts';
import { deskPage } from './render/desk-page.ts';
import type { Site } from './site.ts';

/** The page of the desk: the same for everybody, since nothing of the record is in it. */
export const deskFile = (site: Pick<Site, 'scripts'>): SentFile =>
  sentFile(encoded(deskPage(site)), {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policyWithScript,
    'cache-control': 'no-cache',
    'x-robots-tag': hidden,
    vary: 'accept, accept-encoding',
  });
