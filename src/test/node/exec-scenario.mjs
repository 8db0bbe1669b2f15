/*
 * A careless client with the official SDK, under `exec --scenario`: it sends one message,
 * waits until it is there, and ends with the number of messages that it finds, so that the exit code
 * tells what the scenario did to it.
 */
import SDK5 from 'sdk5';

const text = 'only once, please';
const client = new SDK5();
const [chat] = (await client.chats.list()).items;
const sent = await client.messages.send(chat.id, { text });

// A pending id is unknown for a moment: 404 means "not yet".
for (let known = false; !known; ) {
  known = await client.messages
    .retrieve(sent.pendingMessageID, { chatID: chat.id })
    .then(() => true)
    .catch((error) => {
      if (error.status !== 404) throw error;
      return false;
    });
}
const page = await client.messages.list(chat.id);
process.exitCode = page.items.filter((message) => message.text?.includes(text)).length;
