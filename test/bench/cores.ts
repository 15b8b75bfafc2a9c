import { execFileSync } from 'node:child_process';

/**
 * Leaves this process, which asks, the first core of the machine, and answers what starts a server on the second: nothing where
 * there is no `taskset`, or no second core. Everything runs where the system puts it then.
 */
export function takeCores(): readonly string[] {
  const onSecond = ['taskset', '-c', '1'];
  const [taskset = '', ...args] = onSecond;
  try {
    execFileSync(taskset, [...args, 'true'], { stdio: 'ignore' });
    execFileSync(taskset, ['-a', '-c', '-p', '0', String(process.pid)], { stdio: 'ignore' });
    return onSecond;
  } catch {
    return [];
  }
}
