import { createClient } from 'graphql-sse';
import { useRecord } from '../plain-documents.ts';
import { token, url } from '../report.ts';

await useRecord(createClient({ url, headers: { authorization: `Bearer ${token}` } }));
