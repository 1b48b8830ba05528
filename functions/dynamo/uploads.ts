import { parseUpload } from '../../shared/store/items.ts';
import {
  GROUP_INDEX,
  pendingKey,
  uploadGroupKey,
  uploadKey,
  uploadsGroup,
} from '../../shared/store/keys.ts';
import type { Uploads } from '../../shared/store/submissions.ts';
import { orderOf, type Upload } from '../../shared/upload.ts';
import { pendingItems } from './pending.ts';
import { getItem, getItems, putIfAbsent, queryItems, type Table, updateItem } from './table.ts';

/** UPLOAD items. */
export function dynamoUploads(table: Table): Uploads {
  const upload = async (id: string): Promise<Upload | null> => {
    const item = await getItem(table, uploadKey(id));
    return item === undefined ? null : parseUpload(item);
  };
  const standing = async (id: string): Promise<Upload> => {
    const found = await upload(id);
    if (found === null) throw new Error(`upload ${id} is not recorded`);
    return found;
  };

  return {
    upload,

    async recordUpload(received, since) {
      const key = uploadKey(received.id);
      const isNew = await putIfAbsent(table, {
        ...key,
        ...uploadGroupKey(received.submission, orderOf(received)),
        ...pendingKey('UPLOADS', since, key),
        ...received,
      });
      return isNew ? received : standing(received.id);
    },

    async recordedUploads(ids) {
      const items = await getItems(table, [...new Set(ids)].map(uploadKey));
      return new Set(items.map((item) => parseUpload(item).id));
    },

    async uploadsOf(submission) {
      const items = await queryItems(table, {
        IndexName: GROUP_INDEX,
        KeyConditionExpression: 'gpk = :group',
        ExpressionAttributeValues: { ':group': uploadsGroup(submission) },
      });
      return items.map(parseUpload);
    },

    async keepContacts(id, contacts) {
      await updateItem(table, uploadKey(id), {
        UpdateExpression: 'SET #contacts = :contacts',
        ConditionExpression: '#status = :received',
        ExpressionAttributeNames: { '#contacts': 'contacts', '#status': 'status' },
        ExpressionAttributeValues: { ':contacts': contacts, ':received': 'received' },
      });
    },

    async finishUpload(id, revision, outcome) {
      const item = await updateItem(table, uploadKey(id), {
        UpdateExpression:
          'SET #status = :status, #outcome = :outcome, #revision = :revision REMOVE ppk, psk',
        ConditionExpression: '#status = :received',
        ExpressionAttributeNames: {
          '#status': 'status',
          '#outcome': 'outcome',
          '#revision': 'revision',
        },
        ExpressionAttributeValues: {
          ':status': outcome.status,
          ':outcome': outcome,
          ':revision': revision,
          ':received': 'received',
        },
      });
      return item === null ? standing(id) : parseUpload(item);
    },

    async unfinishedUploads(before) {
      return (await pendingItems(table, 'UPLOADS', before)).map(parseUpload);
    },

    async uploadAnnounced(id, at) {
      const key = uploadKey(id);
      await updateItem(table, key, {
        UpdateExpression: 'SET psk = :since',
        ConditionExpression: '#status = :received',
        ExpressionAttributeNames: { '#status': 'status' },
        ExpressionAttributeValues: {
          ':since': pendingKey('UPLOADS', at, key).psk,
          ':received': 'received',
        },
      });
    },
  };
}
