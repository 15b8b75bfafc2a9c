import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { useRecord } from '../plain-documents.ts';
import { token, url } from '../report.ts';

await useRecord(
  createClient({
    url: url.replace('http', 'ws'),
    webSocketImpl: WebSocket,
    connectionParams: { authorization: `Bearer ${token}` },
  }),
);
