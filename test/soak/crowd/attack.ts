import { attackers } from './attackers.ts';

// All attackers at once, in a process of their own: what they cost themselves is nobody's waiting.
const [, , host = '', port = '', forwardedFor = ''] = process.argv;
const target = { host, port: Number(port), forwardedFor };

console.log('attacking');
await Promise.all(attackers.map(({ attack }) => attack(target)));
