/*
 * A day with @beeper/desktop-api 5.0.0 that knows nothing of the world it is in: whatever it asks for, it has from an earlier
 * answer or says in words of its own. So it is the same day on the real application, on a recording of it, and on a world that
 * was made of a recording. BEEPER_BASE_URL and BEEPER_ACCESS_TOKEN say where.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import * as sdk from 'sdk5';
import { WebSocket } from 'ws';
import { all, until } from './wire.mjs';

const client = new sdk.default();
const frames = [];
let socket;
let chats;
let chat; // one that can be written to, with messages

const heard = (holds, what) => until(() => frames.find(holds), (frame) => frame !== undefined, what);

before(async () => {
  const { endpoints } = await client.info.retrieve();
  const address = endpoints.ws_events.replace(/^http/, 'ws');
  socket = new WebSocket(address, { headers: { Authorization: `Bearer ${process.env.BEEPER_ACCESS_TOKEN}` } });
  socket.on('message', (data) => frames.push(JSON.parse(data)));
  await heard((frame) => frame.type === 'ready', 'the socket is not ready');
  socket.send(JSON.stringify({ type: 'subscriptions.set', requestID: 'day', chatIDs: ['*'] }));
  await heard((frame) => frame.requestID === 'day', 'nothing was subscribed');
});

after(() => socket.close());

test('who is there: accounts, inbox, people', async () => {
  const accounts = await client.accounts.list();
  assert.notEqual(accounts.length, 0);

  chats = await all(client.chats.list());
  assert.equal(new Set(chats.map((one) => one.id)).size, chats.length, 'each chat once');
  const account = accounts.find((one) => chats.some((other) => other.accountID === one.accountID));
  const people = await all(client.accounts.contacts.list(account.accountID, { limit: 5 }));
  assert.ok(Array.isArray(people));
});

test('a chat is opened and read to its beginning', async () => {
  // iMessage tells nothing over the socket
  const singles = chats.filter((one) => one.type === 'single' && !one.isReadOnly && one.network !== 'iMessage');
  for (const one of singles) {
    const messages = await all(client.messages.list(one.id));
    if (messages.some((message) => message.isSender && message.text)) {
      chat = await client.chats.retrieve(one.id);
      break;
    }
  }

  assert.ok(chat, 'a chat with an own message');
  assert.equal(chat.participants.items.length > 0, true);
});

test('a message is sent, seen on its way, edited, reacted to and deleted', async () => {
  const { pendingMessageID } = await client.messages.send(chat.id, { text: 'The ferry leaves at *six*' });
  const sent = await until(
    () => client.messages.retrieve(pendingMessageID, { chatID: chat.id }).catch(() => undefined),
    (message) => message?.sendStatus.status === 'SUCCESS',
    'the send did not succeed',
  );
  await heard((frame) => frame.type === 'message.upserted' && frame.chatID === chat.id, 'no event of the send');

  const edited = await client.messages.update(sent.id, { chatID: chat.id, text: 'The ferry leaves at seven' });
  assert.equal(edited.messageID, sent.id);
  const reaction = await client.chats.messages.reactions.add(sent.id, { chatID: chat.id, reactionKey: '👍' });
  assert.equal(reaction.messageID, sent.id);
  await client.chats.messages.reactions.delete('👍', { chatID: chat.id, messageID: sent.id });
  await client.messages.delete(sent.id, { chatID: chat.id });

  const [tombstone] = (await client.messages.list(chat.id)).items;
  assert.deepEqual([tombstone.id, tombstone.isDeleted], [sent.id, true]);
  await heard((frame) => frame.type === 'message.deleted' || frame.type === 'message.upserted', 'no event');
});

test('a file is uploaded, sent, and served in parts', async () => {
  const bytes = Buffer.from('Lid, pot, and the small pan');
  const upload = await client.assets.upload({ file: await sdk.toFile(bytes, 'list.txt') });
  assert.equal(upload.error, undefined);
  const { pendingMessageID } = await client.messages.send(chat.id, { attachment: { uploadID: upload.uploadID } });
  const sent = await until(
    () => client.messages.retrieve(pendingMessageID, { chatID: chat.id }).catch(() => undefined),
    (message) => message?.sendStatus.status === 'SUCCESS',
    'the file was not sent',
  );

  const url = sent.attachments[0].srcURL;
  const whole = Buffer.from(await (await client.assets.serve({ url })).arrayBuffer());
  const part = await client.assets.serve({ url }, { headers: { Range: 'bytes=5-7' } });

  assert.equal(whole.length, bytes.length);
  assert.equal(part.status, 206);
  assert.equal((await part.arrayBuffer()).byteLength, 3);
});

test('a chat is archived, read, reminded of and drafted into', async () => {
  assert.equal(await client.chats.archive(chat.id, { archived: true }), null);
  assert.equal((await client.chats.retrieve(chat.id)).isArchived, true);
  await client.chats.archive(chat.id, { archived: false });
  await client.chats.markRead(chat.id);
  await client.chats.reminders.create(chat.id, { reminder: { remindAt: '2033-05-01T09:00:00.000Z' } });
  assert.ok((await client.chats.retrieve(chat.id)).reminder);
  await client.chats.reminders.delete(chat.id);
  const drafted = await client.chats.update(chat.id, { draft: { text: 'Ask about the *map*' } });
  assert.ok(drafted.draft.text.length > 0);
  await client.chats.update(chat.id, { draft: null });
});

test('what is searched for is found or not, and nothing breaks', async () => {
  assert.ok((await client.search({ query: 'ferry' })).results);
  await all(client.chats.search({ query: 'a', limit: 5 }));
  await all(client.messages.search({ query: 'ferry', limit: 5 }));
});

test('what is wrong is refused', async () => {
  // an id that no answer gave is another one on a recording, so these are of another kind
  await assert.rejects(client.messages.retrieve(chat.id, { chatID: chat.id }), sdk.NotFoundError);
  await assert.rejects(client.messages.send(chat.id, { attachment: { uploadID: chat.id } }), sdk.NotFoundError);
  await assert.rejects(client.messages.search({ limit: 500 }), sdk.BadRequestError);
});

test('the same client with a wrong token stays outside', async () => {
  await assert.rejects(client.withOptions({ accessToken: 'not-a-token' }).accounts.list(), sdk.AuthenticationError);
});
