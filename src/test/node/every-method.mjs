/*
 * Calls every method of @beeper/desktop-api 5.0.0 with any ids and any token, as the suites do that
 * are generated beside the SDKs and run against a server without state: once with what a method
 * needs, once with all that it takes.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as sdk from 'sdk5';
import { all, Wire } from './wire.mjs';

const wire = new Wire();
const client = new sdk.default({ accessToken: 'any-token', fetch: wire.fetch });

const chatID = '!any:example.org';
const messageID = '1343993';
const at = { chatID };
const time = '2026-08-31T23:30:12.520Z';
const page = { cursor: 'any', direction: 'after' };
const attachment = {
  uploadID: 'any',
  duration: 0,
  fileName: 'any',
  mimeType: 'any',
  size: { height: 0, width: 0 },
  type: 'image',
};
const user = { id: 'any', email: 'any', fullName: 'any', phoneNumber: 'any', username: 'any' };
const file = () => sdk.toFile(Buffer.from('Example data'), 'any.txt');
const { chats, messages, assets, accounts, info } = client;
const { reactions } = chats.messages;

/** For each method its calls; the last argument is the SDK's own options of a request. */
const calls = {
  'focus': [
    (o) => client.focus({}, o),
    () => client.focus({ chatID, draftAttachmentPath: 'any', draftText: 'any', messageID }),
  ],
  'search': [(o) => client.search({ query: 'x' }, o)],
  'accounts.list': [(o) => accounts.list(o)],
  'accounts.contacts.list': [
    (o) => accounts.contacts.list('any', {}, o),
    () => accounts.contacts.list('any', { ...page, limit: 1, query: 'x' }),
  ],
  'accounts.contacts.search': [(o) => accounts.contacts.search('any', { query: 'x' }, o)],
  'assets.download': [(o) => assets.download({ url: 'mxc://example.org/any' }, o)],
  'assets.serve': [(o) => assets.serve({ url: 'x' }, o)],
  'assets.upload': [
    async (o) => assets.upload({ file: await file() }, o),
    async () => assets.upload({ file: await file(), fileName: 'any', mimeType: 'any' }),
  ],
  'assets.uploadBase64': [
    (o) => assets.uploadBase64({ content: 'x' }, o),
    () => assets.uploadBase64({ content: 'x', fileName: 'any', mimeType: 'any' }),
  ],
  'chats.archive': [(o) => chats.archive(chatID, {}, o), () => chats.archive(chatID, { archived: true })],
  'chats.create': [
    (o) => chats.create({ accountID: 'any', participantIDs: ['any'], type: 'single' }, o),
    () => chats.create({ accountID: 'any', participantIDs: ['any'], type: 'group', messageText: 'any', title: 'any' }),
  ],
  'chats.list': [(o) => chats.list({}, o), () => chats.list({ ...page, accountIDs: ['any', 'other'] })],
  'chats.markRead': [(o) => chats.markRead(chatID, {}, o), () => chats.markRead(chatID, { messageID })],
  'chats.markUnread': [(o) => chats.markUnread(chatID, {}, o), () => chats.markUnread(chatID, { messageID })],
  'chats.notifyAnyway': [(o) => chats.notifyAnyway(chatID, undefined, o), () => chats.notifyAnyway(chatID, {})],
  'chats.retrieve': [(o) => chats.retrieve(chatID, {}, o), () => chats.retrieve(chatID, { maxParticipantCount: 50 })],
  'chats.search': [
    (o) => chats.search({}, o),
    () =>
      chats.search({
        ...page,
        accountIDs: ['any', 'other'],
        inbox: 'primary',
        includeMuted: true,
        lastActivityAfter: time,
        lastActivityBefore: time,
        limit: 1,
        query: 'x',
        scope: 'titles',
        type: 'single',
        unreadOnly: true,
      }),
  ],
  'chats.start': [
    (o) => chats.start({ accountID: 'any', user: {} }, o),
    () => chats.start({ accountID: 'any', user, allowInvite: true, messageText: 'any' }),
  ],
  'chats.update': [
    (o) => chats.update(chatID, {}, o),
    () =>
      chats.update(chatID, {
        description: 'any',
        draft: { text: 'any', attachments: { any: { id: 'any', ...attachment } } },
        imgURL: 'any',
        isArchived: true,
        isLowPriority: true,
        isMuted: true,
        isPinned: true,
        messageExpirySeconds: 0,
        title: 'any',
      }),
  ],
  'chats.messages.reactions.add': [
    (o) => reactions.add(messageID, { ...at, reactionKey: 'x' }, o),
    () => reactions.add(messageID, { ...at, reactionKey: 'x', transactionID: 'any' }),
  ],
  'chats.messages.reactions.delete': [(o) => reactions.delete('x', { ...at, messageID }, o)],
  'chats.reminders.create': [
    (o) => chats.reminders.create(chatID, { reminder: { remindAt: time } }, o),
    () => chats.reminders.create(chatID, { reminder: { remindAt: time, dismissOnIncomingMessage: true } }),
  ],
  'chats.reminders.delete': [(o) => chats.reminders.delete(chatID, o)],
  'info.retrieve': [(o) => info.retrieve(o)],
  'messages.delete': [
    (o) => messages.delete(messageID, at, o),
    () => messages.delete(messageID, { ...at, forEveryone: true }),
  ],
  'messages.list': [(o) => messages.list(chatID, {}, o), () => messages.list(chatID, page)],
  'messages.retrieve': [(o) => messages.retrieve(messageID, at, o)],
  'messages.search': [
    (o) => messages.search({}, o),
    () =>
      messages.search({
        ...page,
        accountIDs: ['any', 'other'],
        chatIDs: [chatID, '1231073'],
        chatType: 'group',
        dateAfter: time,
        dateBefore: time,
        excludeLowPriority: true,
        includeMuted: true,
        limit: 20,
        mediaTypes: ['any', 'link'],
        query: 'dinner',
        sender: 'any',
      }),
  ],
  'messages.send': [
    (o) => messages.send(chatID, {}, o),
    () => messages.send(chatID, { attachment, replyToMessageID: messageID, text: 'any' }),
  ],
  'messages.update': [(o) => messages.update(messageID, { ...at, text: 'x' }, o)],
};

/** These answer 204, so the SDK has nothing to give. */
const silent = ['chats.archive', 'chats.reminders.create', 'chats.reminders.delete', 'messages.delete'];

/** The names of all methods that a client has for the API, found by looking at the client. */
function methodsOf(resource, name) {
  const methods = Object.getOwnPropertyNames(Object.getPrototypeOf(Object.getPrototypeOf(resource)))
    .filter((method) => method !== 'constructor')
    .map((method) => `${name}.${method}`);
  return [...methods, ...resourcesOf(resource).flatMap(([child, one]) => methodsOf(one, `${name}.${child}`))];
}

function resourcesOf(owner) {
  return Object.entries(owner).filter(([name, child]) => name !== '_client' && child?._client);
}

test('the list of calls has every method of the SDK', () => {
  const methods = ['focus', 'search', ...resourcesOf(client).flatMap(([name, one]) => methodsOf(one, name))];

  assert.equal(methods.length, 30);
  assert.deepEqual(Object.keys(calls).sort(), methods.sort());
});

for (const [name, forms] of Object.entries(calls)) {
  forms.forEach((call, form) => {
    test(`${name} gives an example, ${form === 0 ? 'as short as it goes' : 'with all that it takes'}`, async () => {
      const { result, exchanges } = await wire.during(() => call());

      assert.equal(exchanges.length, 1, 'one request, no retry');
      assert.ok(exchanges[0].status < 300, JSON.stringify(exchanges[0]));
      assert.notEqual(exchanges[0].version, null);
      assert.equal(exchanges[0].diagnosis, null, 'the contract knows all that the SDK sends');
      assert.equal(result === null, silent.includes(name), `${result}`);
    });
  });

  test(`${name} is not found under another path`, async () => {
    await assert.rejects(async () => forms[0]({ path: '/_any_unknown_path' }), sdk.NotFoundError);
  });
}

test('a walk over examples comes to an end', async () => {
  const walks = [chats.list(), chats.search(), messages.list(chatID), messages.search(), accounts.contacts.list('any')];

  for (const walk of walks) {
    assert.notEqual((await all(walk)).length, 0);
  }
});
