/*
 * A day with @beeper/desktop-api 5.0.0 in the world "default", on a build of its time and on the
 * newest one. The address and the token come from BEEPER_BASE_URL and BEEPER_ACCESS_TOKEN, which the
 * SDK reads itself.
 */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import * as sdk from 'sdk5';
import * as steps from './steps.mjs';
import { all, assertNewestFirst, assertNoRepeats, until, Wire } from './wire.mjs';
import * as world from './world.mjs';

const wire = new Wire();
const client = new sdk.default({ fetch: wire.fetch });
const day = { client, wire, sdk, showsStatus: true, members: 100 };
const version = process.env.BEEPER_VERSION;
const isOld = version === '4.2.808';

const sentMessage = (chatID, html) =>
  steps.shownMessage(day, chatID, html, (message) => message?.sendStatus.status === 'SUCCESS');
const messagesOf = (chatID) => steps.messagesOf(day, chatID);
const textsOf = async (chatID) => (await messagesOf(chatID)).map((message) => message.text);

/** Newer builds have a status for it, which the SDK takes for something that passes: it asks twice more. */
async function assertConflict(call) {
  const { exchanges } = await wire.during(() =>
    assert.rejects(call, isOld ? sdk.UnprocessableEntityError : sdk.ConflictError),
  );
  const attempts = isOld ? [[422, '0']] : [[409, '0'], [409, '1'], [409, '2']];
  assert.deepEqual(exchanges.map((exchange) => [exchange.status, exchange.retry]), attempts);
}

test('the app says who it is, also to somebody with a wrong token', async () => {
  const info = await client.info.retrieve();

  const base = process.env.BEEPER_BASE_URL;
  assert.equal(info.app.name, 'Beeper');
  assert.equal(info.app.bundle_id, 'com.automattic.beeper.desktop');
  assert.equal(info.app.version, version);
  assert.equal(info.server.status, 'running');
  assert.equal(info.server.base_url, base);
  assert.equal(info.server.port, Number(new URL(base).port));
  assert.equal(info.endpoints.spec, `${base}/v1/spec`);
  assert.equal(info.endpoints.mcp, `${base}/v0/mcp`);
  assert.equal(info.endpoints.ws_events, `${base}/v1/ws`);
  assert.deepEqual(await client.withOptions({ accessToken: 'wrong' }).info.retrieve(), info);
});

test('every answer names the version, as the raw response shows', async () => {
  const { data, response } = await client.accounts.list().withResponse();
  const raw = await client.accounts.list().asResponse();

  assert.equal(response.headers.get('X-Beeper-Desktop-Version'), version);
  assert.equal(response.headers.get('Content-Type').split(';')[0], 'application/json');
  assert.deepEqual(await raw.json(), data);
});

steps.lookAtAccounts(day);

test('one account must reconnect and says why', { skip: isOld }, async () => {
  const listed = await client.accounts.list();

  const [instagram, ...others] = listed.filter((account) => account.status !== 'connected');
  assert.equal(instagram.accountID, world.accounts.instagram);
  assert.equal(instagram.status, 'reconnect_required');
  assert.deepEqual(others, []);
  assert.match(instagram.statusText, /Sign in again/);
});

test('an account tells its network and its bridge', async () => {
  const listed = await client.accounts.list();

  const whatsapp = listed.find((account) => account.accountID === world.accounts.whatsapp);
  assert.equal(whatsapp.network, 'WhatsApp');
  assert.deepEqual([whatsapp.bridge.provider, whatsapp.bridge.type], ['local', 'whatsapp']);
});

steps.walkTheInbox(day);
steps.searchChats(day);
steps.openALargeChat(day);
steps.readALongChat(day);

test('messages newer than a cursor come nearest first, still newest first on the page', async () => {
  const { id } = await steps.chatTitled(day, 'Family 🌻');
  const whole = await messagesOf(id);

  const page = await client.messages.list(id, { cursor: whole[60].sortKey, direction: 'after' });

  assert.deepEqual(page.items.map((message) => message.id), whole.slice(40, 60).map((message) => message.id));
  const next = await client.messages.list(id, { cursor: page.newestCursor, direction: 'after' });
  assert.deepEqual(next.items.map((message) => message.id), whole.slice(20, 40).map((message) => message.id));
  const centred = await client.messages.list(id, { cursor: whole[60].id, direction: 'before' });
  assert.equal(centred.items[0].id, whole[61].id, 'a message id is a cursor too');
});

test('auto-paging forward goes on with the older cursor and advances by one message', async () => {
  const { id } = await steps.chatTitled(day, 'Family 🌻');
  const whole = await messagesOf(id);

  const { result, exchanges } = await wire.during(() =>
    all(client.messages.list(id, { cursor: whole[25].sortKey, direction: 'after' })),
  );

  assert.equal(exchanges.length, 6);
  assert.equal(result.length, 6 * 20);
  assert.equal(new Set(result.map((message) => message.id)).size, 25);
});

steps.findContacts(day);

test('the address book is walked page by page, and can be asked for a name', async () => {
  const list = (query) => all(client.accounts.contacts.list(world.accounts.whatsapp, query));
  const whole = await list({ limit: 200 });
  const { result: paged, exchanges } = await wire.during(() => list({ limit: 5 }));

  assert.deepEqual(paged, whole);
  assertNoRepeats(paged.map((user) => user.id));
  assert.equal(exchanges.length, Math.ceil(whole.length / 5));
  for (const name of ['Yuki Tanegawa', 'Leila Farahvash', 'Inês Quintela', 'Dorothea Ashdown']) {
    assert.equal(whole.filter((user) => user.fullName === name).length, 1, name);
  }
  const found = await list({ query: 'ashdown' });
  assert.deepEqual(found.map((user) => user.fullName).sort(), ['Dorothea Ashdown', 'Edwin Ashdown', 'Pippa Ashdown']);
});

steps.startChats(day);

test('starting a chat that exists opens it and drops the message', async () => {
  const known = (await all(client.chats.search({ accountIDs: [world.accounts.whatsapp], query: 'Farid' })))[0];
  const before = await textsOf(known.id);

  const started = await client.chats.start({
    accountID: world.accounts.whatsapp,
    user: { phoneNumber: '+15550100121' },
    messageText: 'This text is not sent',
  });

  assert.equal(started.id, known.id);
  assert.equal(started.chatID, known.id);
  assert.equal(started.status, 'existing');
  assert.deepEqual(await textsOf(known.id), before);
});

test('starting a chat with a new person makes it and delivers the message', async () => {
  const started = await client.chats.start({
    accountID: world.accounts.whatsapp,
    user: { phoneNumber: '+1 555 010 0104', fullName: 'Yuki' },
    messageText: 'Found it: *three cats*',
  });

  assert.equal(started.status, 'created');
  assert.equal(started.type, 'single');
  assert.equal(started.title, 'Yuki Tanegawa');
  await steps.shownMessage(day, started.id, 'Found it: <em>three cats</em>');
  assert.deepEqual(await textsOf(started.id), ['Found it: <em>three cats</em>']);
});

test('nobody is started a chat with who is not known or may not be written to', async () => {
  const start = (accountID, user) => client.chats.start({ accountID, user });

  await assert.rejects(start(world.accounts.whatsapp, { username: 'no.such.person' }), sdk.NotFoundError);
  await assert.rejects(start(world.accounts.whatsapp, { fullName: 'Yuki Tanegawa' }), sdk.BadRequestError);
  await assert.rejects(start('nowhere', { username: 'yuki.t' }), sdk.NotFoundError);
  await assert.rejects(start(world.accounts.telegram, { username: 'harbour_weather' }), sdk.PermissionDeniedError);
});

steps.writeMessages(day);

test('a send is unknown for a moment, then pending, then sent; both of its ids find it', async () => {
  const { id } = await steps.chatTitled(day, 'Note to self');
  const { pendingMessageID } = await client.messages.send(id, { text: 'Lid > pot' });
  const seen = [];
  const look = (messageID) =>
    client.messages.retrieve(messageID, { chatID: id }).then(
      (message) => message,
      (error) => {
        assert.ok(error instanceof sdk.NotFoundError, `${error}`);
        return undefined;
      },
    );

  const sent = await until(
    async () => {
      const message = await look(pendingMessageID);
      seen.push(message?.sendStatus.status ?? 'unknown');
      return message;
    },
    (message) => message?.sendStatus.status === 'SUCCESS',
    'the send did not succeed',
  );

  const life = ['unknown', 'PENDING', 'SUCCESS']; // a slow machine may miss the first ones
  assert.deepEqual([...new Set(seen)], life.filter((state) => seen.includes(state)));
  assert.equal(sent.text, 'Lid &gt; pot');
  assert.notEqual(sent.id, pendingMessageID);
  const final = await look(sent.id);
  assert.equal(final.id, sent.id);
  assert.equal(final.timestamp, sent.timestamp);
  assert.equal((await textsOf(id)).filter((text) => text === sent.text).length, 1, 'one message');
});

test('an own text is edited; the answer is the message with its old aliases', async () => {
  const { id } = await steps.chatTitled(day, 'Leila Farahvash');
  await client.messages.send(id, { text: 'Lemon, then nut' });
  const message = await sentMessage(id, 'Lemon, then nut');

  const edited = await client.messages.update(message.id, { chatID: id, text: 'Lemon, **only** lemon' });

  assert.equal(edited.text, 'Lemon, <strong>only</strong> lemon');
  assert.equal(edited.messageID, message.id);
  assert.equal(edited.success, true);
  assert.ok(Date.parse(edited.editedTimestamp) >= Date.parse(message.timestamp));
  const stored = await client.messages.retrieve(message.id, { chatID: id });
  assert.deepEqual([stored.text, stored.editedTimestamp], [edited.text, edited.editedTimestamp]);
});

test("others' messages, attachments and empty texts are not edited", async () => {
  const { id } = await steps.chatTitled(day, 'Leila Farahvash');
  const theirs = (await messagesOf(id)).find((message) => !message.isSender);
  const amara = await steps.chatTitled(day, 'Amara Okonjo');
  const scan = steps.withFile(await messagesOf(amara.id), 'invoice-4471.pdf');
  const edit = (chatID, messageID, text) => client.messages.update(messageID, { chatID, text });

  await assert.rejects(edit(id, theirs.id, 'Nut'), sdk.PermissionDeniedError);
  await assert.rejects(edit(amara.id, scan.id, 'A contract'), sdk.UnprocessableEntityError);
  await assert.rejects(edit(id, theirs.id, ''), sdk.BadRequestError);
  await assert.rejects(edit(id, '1', 'Nut'), sdk.NotFoundError);
});

test('a deleted message leaves a tombstone for everyone, by default', async () => {
  const { id } = await steps.chatTitled(day, 'Leila Farahvash');
  await client.messages.send(id, { text: 'She is coming up the stairs' });
  const message = await sentMessage(id, 'She is coming up the stairs');

  const { result, exchanges } = await wire.during(() => client.messages.delete(message.id, { chatID: id }));

  assert.equal(result, null);
  assert.deepEqual(exchanges.map((exchange) => [exchange.status, exchange.query]), [[204, '']]);
  const tombstone = (await client.messages.list(id)).items[0];
  assert.equal(tombstone.id, message.id);
  assert.equal(tombstone.isDeleted, true);
  assert.equal(tombstone.text, undefined);
  await client.messages.delete(message.id, { chatID: id, forEveryone: true });
});

test('deleting for oneself is refused where the network cannot', async () => {
  const { id } = await steps.chatTitled(day, 'Amara Okonjo');
  const messages = await messagesOf(id);
  const mine = messages.find((message) => message.isSender);
  const theirs = messages.find((message) => !message.isSender);

  await assert.rejects(
    client.messages.delete(mine.id, { chatID: id, forEveryone: false }),
    sdk.UnprocessableEntityError,
  );
  await assert.rejects(client.messages.delete(theirs.id, { chatID: id }), sdk.PermissionDeniedError);
  await assert.rejects(client.messages.delete('1', { chatID: id }), sdk.NotFoundError);
});

test('deleting for oneself leaves a tombstone where the network can', async () => {
  const { id } = await steps.chatTitled(day, 'Nan');
  const [theirs] = (await client.messages.list(id)).items;
  assert.equal(theirs.isSender, false);

  await client.messages.delete(theirs.id, { chatID: id, forEveryone: false });

  const [tombstone] = (await client.messages.list(id)).items;
  assert.deepEqual([tombstone.id, tombstone.isDeleted], [theirs.id, true]);
});

test('deleting by a pending id is a conflict', async () => {
  const { id } = await steps.chatTitled(day, 'Note to self');
  const { pendingMessageID } = await client.messages.send(id, { text: 'Not this one' });
  await sentMessage(id, 'Not this one');

  await assertConflict(() => client.messages.delete(pendingMessageID, { chatID: id }));
});

test('reactions of every kind come and go, each once', async () => {
  const { id } = await steps.chatTitled(day, 'Book swap');
  const { id: messageID } = (await client.messages.list(id)).items.find((message) => message.text === 'The dog?');
  const reactions = client.chats.messages.reactions;
  const keys = async () => {
    const message = await client.messages.retrieve(messageID, { chatID: id });
    return (message.reactions ?? []).map((reaction) => reaction.reactionKey);
  };

  for (const reactionKey of ['❤️', 'either/or', ':dog:', '👩‍👩‍👧‍👦', '50%']) {
    assert.deepEqual(await keys(), [], 'no reaction yet');

    const added = await reactions.add(messageID, { chatID: id, reactionKey, transactionID: `txn ${reactionKey}` });
    assert.deepEqual(added, { success: true, chatID: id, messageID, reactionKey, transactionID: `txn ${reactionKey}` });
    await reactions.add(messageID, { chatID: id, reactionKey });
    assert.deepEqual(await keys(), [reactionKey]);

    const removed = await reactions.delete(reactionKey, { chatID: id, messageID });
    assert.deepEqual(removed, { success: true, chatID: id, messageID, reactionKey });
    assert.deepEqual(await reactions.delete(reactionKey, { chatID: id, messageID }), removed, 'again succeeds');
  }
});

test('a reaction carries who reacted; a network with one for each person keeps the newest', async () => {
  const { id } = await steps.chatTitled(day, 'Lisbon in October');
  const { items } = await client.messages.list(id);
  const { id: messageID } = items.find((message) => message.text?.startsWith('They answered'));
  const reactions = client.chats.messages.reactions;

  await reactions.add(messageID, { chatID: id, reactionKey: '🙏' });
  const { transactionID } = await reactions.add(messageID, { chatID: id, reactionKey: '🎉' });

  const message = await client.messages.retrieve(messageID, { chatID: id });
  assert.notEqual(transactionID, '');
  assert.deepEqual(message.reactions.map((reaction) => [reaction.reactionKey, reaction.emoji]), [['🎉', true]]);
  assert.equal(message.reactions[0].id, message.reactions[0].participantID);
});

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);

test('a picture is uploaded as a form, sent, listed, copied and served', async () => {
  const { id } = await steps.chatTitled(day, 'Note to self');

  const upload = await client.assets.upload({ file: await sdk.toFile(PNG, 'dot.png') });
  assert.deepEqual(
    [upload.fileName, upload.mimeType, upload.fileSize, upload.width, upload.height, upload.error],
    ['dot.png', 'image/png', PNG.length, 1, 1, undefined],
  );
  assert.match(upload.srcURL, /^file:\/\//);

  const attached = { attachment: { uploadID: upload.uploadID }, text: 'A *dot*' };
  const { pendingMessageID } = await client.messages.send(id, attached);
  const message = await until(
    () => client.messages.retrieve(pendingMessageID, { chatID: id }).catch(() => undefined),
    (last) => last?.sendStatus.status === 'SUCCESS',
    'the picture was not sent',
  );
  assert.equal(message.type, 'IMAGE');
  assert.equal(message.text, 'A <em>dot</em>');
  const [attachment] = message.attachments;
  assert.deepEqual(
    [attachment.type, attachment.fileName, attachment.mimeType, attachment.fileSize, attachment.size],
    ['img', 'dot.png', 'image/png', PNG.length, { width: 1, height: 1 }],
  );

  const { srcURL } = await client.assets.download({ url: attachment.srcURL });
  assert.match(srcURL, /^file:\/\//);
  const served = await client.assets.serve({ url: attachment.srcURL });
  assert.deepEqual(Buffer.from(await served.arrayBuffer()), PNG);
  assert.equal(served.headers.get('content-type'), 'application/octet-stream');
});

test('the same as base64, with a name and a type of its own; the type is guessed from the bytes', async () => {
  const guessed = await client.assets.uploadBase64({ content: PNG.toString('base64') });
  const named = await client.assets.uploadBase64({
    content: Buffer.from('lid, pot').toString('base64'),
    fileName: 'list.txt',
    mimeType: 'text/plain',
  });
  const broken = await client.assets.uploadBase64({ content: '***' });

  assert.deepEqual([guessed.mimeType, guessed.width], ['image/png', 1]);
  assert.deepEqual([named.fileName, named.mimeType, named.fileSize], ['list.txt', 'text/plain', 8]);
  assert.deepEqual([broken.uploadID, typeof broken.error], [undefined, 'string'], 'told inside a success');
});

test('an upload that nobody made cannot be sent', async () => {
  const { id } = await steps.chatTitled(day, 'Note to self');

  await assert.rejects(
    client.messages.send(id, { attachment: { uploadID: 'no-such-upload' } }),
    sdk.NotFoundError,
  );
});

test('an asset is served in parts, and not again when it is known', async () => {
  const { id } = await steps.chatTitled(day, 'Lisbon in October');
  const flat = steps.withFile(await messagesOf(id), 'IMG_2041.jpg');
  const url = flat.attachments[0].srcURL;
  const whole = Buffer.from(await (await client.assets.serve({ url })).arrayBuffer());
  const serve = (headers) => {
    const address = `${client.baseURL}/v1/assets/serve?url=${encodeURIComponent(url)}`;
    return fetch(address, { headers: { Authorization: `Bearer ${client.accessToken}`, ...headers } });
  };

  const part = await client.assets.serve({ url }, { headers: { Range: 'bytes=10-19' } });
  const end = await serve({ Range: 'bytes=-7' });
  const beyond = await serve({ Range: `bytes=${whole.length}-` });
  const known = await serve({ 'If-None-Match': part.headers.get('etag') });

  assert.equal(whole.length, flat.attachments[0].fileSize);
  assert.equal(part.status, 206);
  assert.equal(part.headers.get('content-range'), `bytes 10-19/${whole.length}`);
  assert.deepEqual(Buffer.from(await part.arrayBuffer()), whole.subarray(10, 20));
  assert.deepEqual(Buffer.from(await end.arrayBuffer()), whole.subarray(-7));
  assert.equal(beyond.status, 416);
  assert.equal(beyond.headers.get('content-range'), `bytes */${whole.length}`);
  assert.equal(known.status, 304);
  assert.equal(known.headers.get('x-beeper-desktop-version'), version);
});

test('a lost asset cannot be served, and files outside are not given away', async () => {
  const { id } = await steps.chatTitled(day, 'Kofi Brightwater');
  const lost = steps.withFile(await messagesOf(id), 'IMG_0003.jpg');
  const patient = client.withOptions({ maxRetries: 0 });

  await assert.rejects(patient.assets.serve({ url: lost.attachments[0].srcURL }), (error) => {
    assert.ok(error instanceof sdk.InternalServerError);
    assert.equal(error.status, 502);
    return true;
  });
  await assert.rejects(client.assets.serve({ url: 'file:///etc/hostname' }), sdk.PermissionDeniedError);
  await assert.rejects(client.assets.serve({ url: 'https://example.org/a.png' }), sdk.BadRequestError);
});

steps.downloadAnAsset(day);

test('a chat is read to a message, then whole, then unread again', async () => {
  const { id } = await steps.chatTitled(day, 'Quay Street 12 🏠');
  const messages = await messagesOf(id);
  const unread = messages.filter((message) => message.isUnread);
  assert.equal(unread.length, 4);

  const partly = await client.chats.markRead(id, { messageID: unread[2].id });
  assert.equal(partly.unreadCount, 2);
  assert.equal(partly.lastReadMessageSortKey, unread[2].sortKey);

  const read = await client.chats.markRead(id);
  assert.deepEqual([read.unreadCount, read.isMarkedUnread], [0, false]);
  assert.equal(read.lastReadMessageSortKey, messages[0].sortKey);
  assert.ok((await client.messages.list(id)).items.every((message) => !message.isUnread));

  const marked = await client.chats.markUnread(id);
  assert.deepEqual([marked.unreadCount, marked.isMarkedUnread], [0, true]);
  const from = await client.chats.markUnread(id, { messageID: unread[1].id });
  assert.deepEqual([from.unreadCount, from.isMarkedUnread], [2, true]);
  assert.deepEqual((await client.chats.markRead(id)).unreadCount, 0);
});

test('a network that cannot mark chats unread says so', async () => {
  const { id } = await steps.chatTitled(day, 'Tidewater Dental');

  await assert.rejects(client.chats.markUnread(id), sdk.UnprocessableEntityError);
});

steps.archiveAChat(day);

test('a reminder is set, replaced and cleared', async () => {
  const { id } = await steps.chatTitled(day, 'Quiz night');
  const reminder = async () => (await client.chats.retrieve(id)).reminder ?? null;
  const at = (hours) => new Date(Date.now() + hours * 3_600_000).toISOString();
  const [tomorrow, later] = [at(24), at(48)];

  assert.equal(await client.chats.reminders.create(id, { reminder: { remindAt: tomorrow } }), null);
  assert.equal(Date.parse((await reminder()).remindAt), Date.parse(tomorrow));
  await client.chats.reminders.create(id, { reminder: { remindAt: later, dismissOnIncomingMessage: true } });
  assert.equal(Date.parse((await reminder()).remindAt), Date.parse(later));
  assert.equal((await reminder()).dismissOnIncomingMessage, true);

  await client.chats.reminders.delete(id);
  assert.equal(await reminder(), null);
  await client.chats.reminders.delete(id);
  await assert.rejects(client.chats.reminders.create(id, { reminder: { remindAt: 'soon' } }), sdk.BadRequestError);
});

test('a second draft is a conflict; null clears the first', async () => {
  const { id } = await steps.chatTitled(day, 'Quiz night');
  const draft = async () => (await client.chats.retrieve(id)).draft ?? null;

  const drafted = await client.chats.update(id, { draft: { text: 'Next time *flags*' } });
  assert.equal(drafted.draft.text, 'Next time <em>flags</em>');

  await assertConflict(() => client.chats.update(id, { draft: { text: 'Rivers' } }));
  assert.equal((await draft()).text, 'Next time <em>flags</em>');

  assert.equal((await client.chats.update(id, { draft: null })).draft ?? null, null);
  assert.equal((await client.chats.update(id, { draft: { text: 'Rivers' } })).draft.text, 'Rivers');
  await client.chats.update(id, { draft: { text: '' } });
  assert.equal(await draft(), null, 'an empty draft is none');
});

test('a draft takes an upload and shows it as a file', async () => {
  const { id } = await steps.chatTitled(day, 'Pippa Ashdown');
  const { uploadID } = await client.assets.upload({ file: await sdk.toFile(PNG, 'radio.png') });

  const written = { text: 'This one?', attachments: { radio: { uploadID } } };
  const { draft } = await client.chats.update(id, { draft: written });

  assert.deepEqual(Object.keys(draft.attachments), ['radio']);
  assert.deepEqual(
    [draft.attachments.radio.type, draft.attachments.radio.fileName, draft.attachments.radio.mimeType],
    ['file', 'radio.png', 'image/png'],
  );
  assert.ok(draft.attachments.radio.filePath.length > 0);
  await client.chats.update(id, { draft: null });
});

test('a chat is pinned, muted, renamed and described in one call', async () => {
  const { id } = await steps.chatTitled(day, 'Kite festival');

  const changed = await client.chats.update(id, {
    isPinned: true,
    isMuted: true,
    title: 'Kite & wind festival',
    description: 'Bring string',
    messageExpirySeconds: 86_400,
  });

  assert.deepEqual(
    [changed.isPinned, changed.isMuted, changed.title, changed.description, changed.messageExpirySeconds],
    [true, true, 'Kite & wind festival', 'Bring string', 86_400],
  );
  const rest = await client.chats.update(id, { description: null, isMuted: false, messageExpirySeconds: null });
  assert.deepEqual(
    [rest.isPinned, rest.isMuted, rest.title, rest.description ?? null, rest.messageExpirySeconds ?? null],
    [true, false, 'Kite & wind festival', null, null],
  );
  assert.deepEqual(await client.chats.update(id, {}), rest);
});

test('what a chat cannot be changed to is refused', async () => {
  const { id } = await steps.chatTitled(day, 'Amara Okonjo');

  await assert.rejects(client.chats.update(id, { description: 'A friend' }), sdk.UnprocessableEntityError);
  await assert.rejects(client.chats.update(id, { isPinned: 'yes' }), sdk.BadRequestError);
  await assert.rejects(client.chats.update(id, { messageExpirySeconds: -1 }), sdk.BadRequestError);
});

test('iMessage notifies anyway, other networks do not', async () => {
  const kofi = await steps.chatTitled(day, 'Kofi Brightwater');
  const amara = await steps.chatTitled(day, 'Amara Okonjo');

  assert.equal((await client.chats.notifyAnyway(kofi.id)).id, kofi.id);
  assert.equal((await client.chats.notifyAnyway(kofi.id, {})).id, kofi.id);
  await assert.rejects(client.chats.notifyAnyway(amara.id), sdk.UnprocessableEntityError);
});

test('labels, which this SDK does not know, are reached with its plain requests', { skip: isOld }, async () => {
  const labels = await client.get('/v1/labels');

  assert.deepEqual(labels.map((label) => label.name), ['Home', 'Trips', 'Waiting for an answer', 'Work']);
  const work = await all(client.chats.search({ labelID: labels[3].id }));
  assert.deepEqual(work.map((chat) => chat.title).sort(), ['Nayeli Kestrelson', 'design-review']);
});

steps.searchEverything(day);
steps.searchMessages(day);
steps.focusTheApp(day);
steps.meetErrors(day);

after(() => wire.assertEveryAnswerIsInOrder(version));
