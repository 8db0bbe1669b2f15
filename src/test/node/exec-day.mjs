/*
 * What a project's own tests do under `exec`: both official SDKs without a single option, because
 * all they need is in the environment.
 */
import assert from 'node:assert/strict';
import SDK4 from 'sdk4';
import SDK5 from 'sdk5';

for (const SDK of [SDK4, SDK5]) {
  const client = new SDK();
  const accounts = await client.accounts.list();
  assert.ok(accounts.length > 1, 'the default world has accounts');

  const [chat] = (await client.chats.list()).items;
  const sent = await client.messages.send(chat.id, { text: 'noon?' });
  assert.equal(sent.chatID, chat.id);
}
console.log('both were here');
