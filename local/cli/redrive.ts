import { sqsRedriveQueue, workQueues } from '../../functions/sqs-redrive.ts';
import { redrive as putBack } from '../../shared/sweep/redrive.ts';
import { printable } from '../printable.ts';
import { openInstallation, operatorOptions } from './installation.ts';
import { print } from './print.ts';
import { UsageError } from './usage-error.ts';

/** `jixiao redrive`: puts the dead letters of every queue back, or counts them. */
export async function redrive(args: readonly string[]): Promise<number> {
  const options = operatorOptions(args, ['dry-run', 'stack', 'local', 'port']);
  if (options.positionals.length > 0) {
    throw new UsageError('jixiao redrive 不带文件 / takes no files；见 jixiao redrive --help');
  }
  const installation = openInstallation(options);
  try {
    const queues = await workQueues(installation.sqs, installation.queuePrefix);
    if (queues.length === 0) {
      throw new UsageError('找不到队列，请核对 --stack / no queues found: see --stack');
    }
    for (const urls of queues) {
      const queue = sqsRedriveQueue(installation.sqs, urls);
      const name = printable(urls.name);
      if (options.values['dry-run'] === true) {
        print(`${name}：死信 ${await queue.count()} 封 / dead letters`);
        continue;
      }
      const done = await putBack(queue);
      print(`${name}：死信 ${done.letters} 封，放回 ${done.putBack} 封 / dead letters, put back`);
    }
    return 0;
  } finally {
    installation.close();
  }
}
