import { attackers } from './attackers.ts';

// All attackers of a name at once, or all there are, in a process of their own: what they cost themselves is nobody's waiting.
const [, , host = '', port = '', forwardedFor = '', only = ''] = process.argv;
const target = { host, port: Number(port), forwardedFor };

console.log('attacking');
await Promise.all(
  attackers.filter(({ name }) => name.startsWith(only)).map(({ attack }) => attack(target)),
);
