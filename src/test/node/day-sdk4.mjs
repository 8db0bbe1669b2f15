/*
 * A day with @beeper/desktop-api 4.2.3 in the world "default", on a build of its time and on the
 * newest one. The address and the token come from BEEPER_DESKTOP_BASE_URL and BEEPER_ACCESS_TOKEN,
 * which the SDK reads itself.
 */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import * as sdk from 'sdk4';
import * as steps from './steps.mjs';
import { all, Wire } from './wire.mjs';
import * as world from './world.mjs';

const wire = new Wire();
const client = new sdk.default({ fetch: wire.fetch });
const version = process.env.BEEPER_VERSION;
const isOld = version === '4.2.557';
const day = { client, wire, sdk, showsStatus: !isOld, members: isOld ? 120 : 100 };

steps.lookAtAccounts(day);
steps.walkTheInbox(day);
steps.searchChats(day);
steps.openALargeChat(day);

test('chats and messages have every member that the SDK promises', async () => {
  const promised = ['id', 'accountID', 'participants', 'type', 'unreadCount'];
  const ofMessages = ['id', 'accountID', 'chatID', 'senderID', 'sortKey', 'timestamp'];

  for (const chat of await all(client.chats.list())) {
    const missing = promised.filter((member) => chat[member] === undefined);
    assert.deepEqual(missing, [], chat.title);
    assert.equal(chat.network === undefined, isOld, 'builds from 4.2.557 to 4.2.807 had no network');
    for (const message of (await client.messages.list(chat.id)).items) {
      const without = ofMessages.filter((member) => message[member] === undefined);
      assert.deepEqual(without, [], message.text);
    }
  }
});

test('messages are paged by sort key; builds of the time had no cursors', async () => {
  const { id } = await steps.chatTitled(day, 'Family 🌻');

  const page = await client.get(`/v1/chats/${encodeURIComponent(id)}/messages`);
  const { exchanges } = await wire.during(() => steps.messagesOf(day, id));

  const members = ['hasMore', 'items', ...(isOld ? [] : ['newestCursor', 'oldestCursor'])];
  assert.deepEqual(Object.keys(page).sort(), members);
  assert.equal(exchanges[1].query, `?cursor=${page.items.at(-1).sortKey}`);
});

steps.readALongChat(day);
steps.findContacts(day);
steps.startChats(day);
steps.writeMessages(day);
steps.archiveAChat(day);

test('a reminder is set in milliseconds, replaced and cleared', async () => {
  const { id } = await steps.chatTitled(day, 'Quiz night');
  const reminder = async () => (await client.chats.retrieve(id)).reminder ?? null;
  const tomorrow = Date.now() + 86_400_000;

  const set = (remindAtMs) =>
    client.chats.reminders.create(id, { reminder: { remindAtMs, dismissOnIncomingMessage: true } });

  assert.equal(await set(tomorrow), null);
  assert.equal(await set(tomorrow + 1_000), null);
  if (!isOld) {
    // builds of the time take reminders and do not show them
    assert.equal(Date.parse((await reminder()).remindAt), tomorrow + 1_000);
    assert.equal((await reminder()).dismissOnIncomingMessage, true);
  }

  await client.chats.reminders.delete(id);
  assert.equal(await reminder(), null);
  await client.chats.reminders.delete(id);
  await assert.rejects(client.chats.reminders.create(id, { reminder: {} }), sdk.BadRequestError);
});

steps.downloadAnAsset(day);
steps.searchEverything(day);
steps.searchMessages(day);
steps.focusTheApp(day);
steps.meetErrors(day);

test('what came later is not found on a build of the time', { skip: !isOld }, async () => {
  const { id } = await steps.chatTitled(day, 'Amara Okonjo');
  const path = `/v1/chats/${encodeURIComponent(id)}`;
  const [message] = (await client.messages.list(id)).items;

  const later = [
    () => client.patch(path, { body: { isPinned: true } }),
    () => client.post(`${path}/read`, { body: {} }),
    () => client.post('/v1/chats/start', { body: { accountID: world.accounts.matrix, user: { username: 'yuki.t' } } }),
    () => client.get(`${path}/messages/${message.id}`),
    () => client.get('/v1/labels'),
  ];
  for (const call of later) {
    await assert.rejects(call(), sdk.NotFoundError);
  }
});

test('a reaction is removed with its key in the query, as clients of the time did', { skip: !isOld }, async () => {
  const { id } = await steps.chatTitled(day, 'Book swap');
  const { id: messageID } = (await client.messages.list(id)).items.find((message) => message.text === 'The dog?');
  const path = `/v1/chats/${encodeURIComponent(id)}/messages/${messageID}/reactions`;
  const keys = async () => {
    const message = (await client.messages.list(id)).items.find((one) => one.id === messageID);
    return (message.reactions ?? []).map((reaction) => reaction.reactionKey);
  };

  await client.post(path, { body: { reactionKey: '❤️' } });
  assert.deepEqual(await keys(), ['❤️']);
  const removed = await client.delete(path, { query: { reactionKey: '❤️' } });
  assert.equal(removed.success, true);
  assert.deepEqual(await keys(), []);
});

after(() => wire.assertEveryAnswerIsInOrder(version));
