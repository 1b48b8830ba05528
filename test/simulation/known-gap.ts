import { receivedUpload } from '../../shared/upload-id.ts';
import type { System } from './system.ts';

/**
 * The one known gap. Outputs of a revision lie under fixed names, and a bucket knows no conditions:
 * when the rules or the register change, or the file is deleted, while two attempts at an upload are
 * at work, what the one wrote may lie over what the other decided by. True if that may have happened
 * to an upload; its status, rows and place in HEAD agree even then.
 */
export const mayBeOverwritten = ({ judgeChanged, sent }: System, uploadId: string): boolean =>
  judgeChanged ||
  sent.some(({ removed, event }) => removed && receivedUpload(event).id === uploadId);
