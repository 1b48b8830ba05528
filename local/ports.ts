import { createServer } from 'node:net';
import { StartError } from './start-error.ts';

/** Where the local system listens, on 127.0.0.1; 0 takes a free port. */
export interface Ports {
  readonly s3: number;
  readonly dynamoDb: number;
  readonly queues: number;
  /** Portal and API. */
  readonly portal: number;
  readonly publicSite: number;
}

/** A free port for each server, so that several systems can run side by side. */
export const FREE_PORTS: Ports = { s3: 0, dynamoDb: 0, queues: 0, portal: 0, publicSite: 0 };

/** Everything listens here alone: nothing is reachable from another machine. */
export const HOST = '127.0.0.1';

/**
 * Throws StartError for a port that somebody else has. Asked before anything is opened: not every
 * server here lets go of its data when it cannot listen.
 */
export async function assertFree(ports: Ports): Promise<void> {
  for (const port of Object.values(ports)) {
    if (port !== 0 && (await isTaken(port))) {
      throw new StartError(
        `端口 ${port} 已被占用，可能是另一个本机系统：请停止它，或用 --port 另选`,
        `port ${port} is taken, perhaps by another local system: stop it, or choose another with --port`,
      );
    }
  }
}

function isTaken(port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(true);
      else reject(error);
    });
    probe.listen(port, HOST, () => probe.close(() => resolve(false)));
  });
}
