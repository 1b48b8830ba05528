/** What every client of the local system signs with. Nothing here checks it. */
export const CREDENTIALS = { accessKeyId: 'local', secretAccessKey: 'local' };
