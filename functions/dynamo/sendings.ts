import { receiptKey, requestKey, sentKey, turnKey } from '../../shared/store/keys.ts';
import {
  parseReceiptCode,
  parseRequest,
  parseSent,
  parseTurn,
} from '../../shared/store/sending-items.ts';
import type { Sendings } from '../../shared/store/sendings.ts';
import { getItem, putIfAbsent, putItems, type Table, updateItem } from './table.ts';

/** TURN, SENT, REQUEST and RECEIPT items. */
export const dynamoSendings = (table: Table): Sendings => ({
  async lastSending(submission) {
    const item = await getItem(table, turnKey(submission));
    return item === undefined ? null : parseTurn(item);
  },

  async takeTurn(submission, read, taken) {
    const own = await updateItem(table, turnKey(submission), {
      UpdateExpression: 'SET #number = :next, taken = :taken',
      ConditionExpression: '#number = :read OR (:read = :none AND attribute_not_exists(#number))',
      ExpressionAttributeNames: { '#number': 'number' },
      ExpressionAttributeValues: {
        ':next': read + 1,
        ':taken': taken,
        ':read': read,
        ':none': 0,
      },
    });
    return own !== null;
  },

  async endTurn(sent) {
    await putItems(table, [{ ...sentKey(sent.uploadId), ...sent }]);
    await updateItem(table, turnKey(sent.submission), {
      UpdateExpression:
        'SET #last = :last, taken = :nobody, #number = if_not_exists(#number, :none)',
      ExpressionAttributeNames: { '#last': 'last', '#number': 'number' },
      ExpressionAttributeValues: {
        ':last': { uploadId: sent.uploadId, name: sent.name, at: sent.sentAt },
        ':nobody': null,
        ':none': 0,
      },
    });
  },

  async giveTurnBack(submission, number) {
    await updateItem(table, turnKey(submission), {
      UpdateExpression: 'SET taken = :nobody',
      ConditionExpression: '#number = :number',
      ExpressionAttributeNames: { '#number': 'number' },
      ExpressionAttributeValues: { ':nobody': null, ':number': number },
    });
  },

  async sent(uploadId) {
    const item = await getItem(table, sentKey(uploadId));
    return item === undefined ? null : parseSent(item);
  },

  async request(sub, key) {
    const item = await getItem(table, requestKey(sub, key));
    return item === undefined ? null : parseRequest(item);
  },

  async keepRequest(request) {
    await putIfAbsent(table, { ...requestKey(request.sub, request.key), ...request });
  },

  async receiptCode(uploadId) {
    const item = await getItem(table, receiptKey(uploadId));
    return item === undefined ? null : parseReceiptCode(item);
  },

  async makeReceiptCode(uploadId, offered) {
    const key = receiptKey(uploadId);
    if (await putIfAbsent(table, { ...key, code: offered })) return offered;
    return parseReceiptCode(await getItem(table, key));
  },
});
