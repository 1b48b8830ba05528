import process from 'node:process';

/** Ends the process quietly when whoever reads its output stops early, as in `jixiao check … | head`. */
export function endWithReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    throw error;
  });
}
