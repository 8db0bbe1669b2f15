/*
 * One send as a careful client sees it: by retrieving the pending message again and again, and by the event socket. Both must
 * tell the same life. SDK 5 sends and retrieves; the socket is the npm package ws, which can set the bearer header.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import Beeper from 'sdk5';
import { WebSocket } from 'ws';
import { until } from './wire.mjs';

const client = new Beeper();
const frames = [];
let socket;
let chatID;

const eventsOf = (id) =>
  frames.filter((frame) => frame.type === 'message.upserted' && frame.ids.includes(id)).map((frame) => frame.entries[0]);

before(async () => {
  const info = await client.info.retrieve();
  const address = info.endpoints.ws_events.replace('http', 'ws');
  socket = new WebSocket(address, { headers: { Authorization: `Bearer ${process.env.BEEPER_ACCESS_TOKEN}` } });
  socket.on('message', (data) => frames.push(JSON.parse(data)));
  await until(async () => frames.at(0), (frame) => frame?.type === 'ready', 'the ready frame');
  socket.send(JSON.stringify({ type: 'subscriptions.set', requestID: 'live', chatIDs: ['*'] }));
  await until(async () => frames.at(1), (frame) => frame?.type === 'subscriptions.updated', 'the subscription');
  const chats = await client.chats.list();
  chatID = chats.items.find((chat) => chat.type === 'single' && !chat.isReadOnly && chat.network === 'WhatsApp').id;
});

after(() => socket.close());

test('a send has one life, seen by retrieving and by listening', async () => {
  const { pendingMessageID } = await client.messages.send(chatID, { text: 'on *time*?' });

  await assert.rejects(client.messages.retrieve(pendingMessageID, { chatID }), { status: 404 });
  const polled = [];
  const seen = await until(
    async () => {
      const message = await client.messages.retrieve(pendingMessageID, { chatID }).catch(() => undefined);
      const status = message && (message.seen ? 'seen' : message.sendStatus.status);
      if (message && polled.at(-1) !== status) {
        polled.push(status);
      }
      return message;
    },
    (message) => message?.seen,
    'the message to be seen',
  );

  assert.deepEqual(polled, ['PENDING', 'SUCCESS', 'seen']);
  assert.equal(seen.text, 'on <em>time</em>?');
  assert.notEqual(seen.id, pendingMessageID);
  assert.deepEqual(await client.messages.retrieve(seen.id, { chatID }), seen);

  const told = await until(async () => eventsOf(seen.id), (events) => events.at(-1)?.seen, 'the last event');
  assert.equal(told[0].sendStatus.status, 'PENDING');
  assert.equal(told[1].sendStatus.status, 'SUCCESS');
  assert.equal(new Set(told.map((message) => message.timestamp)).size, 1);
  assert.deepEqual(told.at(-1), seen);
});

test('the counter of the connection has no gap', () => {
  const counted = frames.filter((frame) => 'seq' in frame).map((frame) => frame.seq);
  assert.ok(counted.length >= 4);
  assert.deepEqual(counted, counted.map((_, index) => index + 1));
});
