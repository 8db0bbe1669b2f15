import assert from 'node:assert/strict';
import { test } from 'node:test';
import { all, assertNewestFirst, assertNoRepeats, until } from './wire.mjs';
import * as world from './world.mjs';

/*
 * The part of the day that both generations of the SDK can do, in their common words. A day is
 * {client, wire, sdk, showsStatus, members}: a client whose fetch is the wire's, the wire, the module
 * of the SDK, whether the build shows what becomes of a send, and how many members of a chat it gives
 * unasked.
 */

/** The one chat with a title. */
export async function chatTitled(day, title) {
  const found = (await all(day.client.chats.list())).filter((chat) => chat.title === title);
  assert.equal(found.length, 1, `chats with the title ${title}`);
  return found[0];
}

/** All messages of a chat. */
export function messagesOf(day, chatID) {
  return all(day.client.messages.list(chatID));
}

/** The newest message with a file of this name. */
export function withFile(messages, name) {
  return messages.find((message) => message.attachments?.[0]?.fileName === name);
}

/** The newest message of a chat with a text, once it is there; it may still be on its way. */
export function shownMessage(day, chatID, html, holds = (message) => message) {
  return until(
    async () => (await day.client.messages.list(chatID)).items.find((message) => message.text === html),
    holds,
    `no message ${html} in the state that is waited for`,
  );
}

export function lookAtAccounts(day) {
  test('every account is listed once, in the order of the world', async () => {
    const listed = await day.client.accounts.list();

    assert.deepEqual(
      listed.map((account) => account.accountID),
      Object.values(world.accounts),
    );
    for (const account of listed) {
      assert.equal(account.user.isSelf, true, account.accountID);
    }
  });
}

export function walkTheInbox(day) {
  test('the whole inbox is walked page by page, each chat once, newest activity first', async () => {
    const { result: chats, exchanges } = await day.wire.during(() => all(day.client.chats.list()));

    assert.equal(chats.length, world.chats);
    assertNoRepeats(chats.map((chat) => chat.id));
    assertNewestFirst(chats.map((chat) => chat.lastActivity));
    assert.equal(exchanges.length, Math.ceil(world.chats / 25), 'pages of 25 chats');
    const quiet = chats.filter((chat) => chat.lastActivity === undefined);
    assert.deepEqual(quiet.map((chat) => chat.title), ['archive-2019'], 'imported without history');
    assert.equal(chats.at(-1), quiet[0]);
  });

  test('a chat in the list shows its newest message and at most 20 members', async () => {
    for (const chat of await all(day.client.chats.list())) {
      const newest = (await day.client.messages.list(chat.id)).items[0];
      assert.deepEqual(chat.preview, newest, chat.title);
      assert.ok(chat.participants.items.length <= 20, chat.title);
      assert.equal(chat.participants.hasMore, chat.participants.total > chat.participants.items.length, chat.title);
    }
  });

  test('the inbox can be limited to accounts, and an unknown account has no chats', async () => {
    const work = await all(day.client.chats.list({ accountIDs: [world.accounts.slack] }));
    const two = await all(day.client.chats.list({ accountIDs: [world.accounts.slack, world.accounts.linkedin] }));
    const none = await all(day.client.chats.list({ accountIDs: ['nowhere'] }));

    assert.deepEqual(titles(work), ['Dario Umberleigh', 'Nayeli Kestrelson', 'design-review', 'general #all-hands']);
    assert.equal(two.length, work.length + 1);
    assert.deepEqual(none, []);
  });
}

function titles(chats) {
  return chats.map((chat) => chat.title).sort();
}

export function searchChats(day) {
  const search = async (filter) => titles(await all(day.client.chats.search(filter)));

  test('the three inboxes share all chats between them', async () => {
    const primary = await search({ inbox: 'primary' });
    const low = await search({ inbox: 'low-priority' });
    const archive = await search({ inbox: 'archive' });

    assert.deepEqual(archive, world.archived);
    assert.deepEqual(low, world.lowPriority);
    assert.deepEqual([...primary, ...low, ...archive].sort(), await search({}));
    assert.equal((await search({})).length, world.chats);
  });

  test('a chat is single or group', async () => {
    const single = await search({ type: 'single' });
    const group = await search({ type: 'group' });

    assert.ok(single.includes('Amara Okonjo') && group.includes('Lisbon in October'));
    assert.deepEqual([...single, ...group].sort(), await search({ type: 'any' }));
  });

  test('unread chats have unread messages or were marked by hand; muted ones can be left out', async () => {
    const chats = await all(day.client.chats.search({ unreadOnly: true }));

    assert.deepEqual(Object.fromEntries(chats.map((chat) => [chat.title, chat.unreadCount])), world.unread);
    const loud = await search({ includeMuted: false });
    assert.deepEqual([...loud, ...world.muted].sort(), await search({}));
  });

  test('a title is found by a part of it in any case, and two people share one', async () => {
    assert.deepEqual(await search({ query: 'lisb' }), ['Lisbon in October']);
    assert.deepEqual(await search({ query: 'OCTOBER lisbon' }), ['Lisbon in October']);
    assert.deepEqual(await search({ query: 'Mira' }), ['Mira', 'Mira']);
    assert.deepEqual(await search({ query: 'lisbon november' }), []);
    assert.deepEqual(await search({ query: 'linkedin' }), ['Xanthe Merriweather-Bloom'], 'by network');
    assert.deepEqual(
      await search({ query: 'kofi', scope: 'participants' }),
      ['Allotments: plot 24 🥕', 'Kofi Brightwater', 'Moving van', 'Quiz night', '🎲🍕✨'],
    );
  });

  test('the bounds of the last activity are exclusive', async () => {
    const { lastActivity } = await chatTitled(day, 'Quiz night');

    const before = await search({ lastActivityBefore: lastActivity });
    const after = await search({ lastActivityAfter: lastActivity });

    assert.ok(!before.includes('Quiz night') && !after.includes('Quiz night'));
    assert.ok(before.includes('Moving van') && after.includes('Lisbon in October'));
    const rest = (await search({})).filter((title) => !before.includes(title) && !after.includes(title));
    assert.deepEqual(rest, ['Quiz night', 'archive-2019'], 'a chat without activity is neither before nor after');
  });

  test('a search is walked in small pages with the same result', async () => {
    const whole = await all(day.client.chats.search());
    const { result: paged, exchanges } = await day.wire.during(() => all(day.client.chats.search({ limit: 7 })));

    assert.deepEqual(paged.map((chat) => chat.id), whole.map((chat) => chat.id));
    assertNewestFirst(paged.map((chat) => chat.lastActivity));
    assert.equal(exchanges.length, Math.ceil(world.chats / 7));
    assert.ok(exchanges.every((exchange) => exchange.query.includes('limit=7')));
  });
}

export function openALargeChat(day) {
  test('members come in the number asked for', async () => {
    const { id } = await chatTitled(day, 'Open Orrery');
    const retrieve = async (count) => {
      const query = count === undefined ? {} : { maxParticipantCount: count };
      const { participants } = await day.client.chats.retrieve(id, query);
      return [participants.items.length, participants.hasMore, participants.total];
    };

    assert.deepEqual(await retrieve(), [day.members, day.members < 120, 120]);
    assert.deepEqual(await retrieve(0), [0, true, 120]);
    assert.deepEqual(await retrieve(20), [20, true, 120]);
    assert.deepEqual(await retrieve(-1), [120, false, 120]);
  });

  test('a chat is the same by its id and by its local id, and has no preview', async () => {
    const listed = await chatTitled(day, 'Quiz night');

    const chat = await day.client.chats.retrieve(listed.id);

    assert.equal(listed.id, 'imsg##thread:any;+;chat550014277');
    assert.equal(chat.preview ?? null, null);
    assert.deepEqual(await day.client.chats.retrieve(chat.localChatID), chat);
    const { preview, ...rest } = listed;
    assert.deepEqual(rest, chat, 'beside the preview, the list shows what the chat shows');
  });
}

export function readALongChat(day) {
  test('all messages of a long chat are walked, each once, newest first', async () => {
    const { id } = await chatTitled(day, 'Family 🌻');
    const { result: messages, exchanges } = await day.wire.during(() => messagesOf(day, id));

    assert.equal(messages.length, 177, '160 generated messages and 17 written ones');
    assertNoRepeats(messages.map((message) => message.id));
    assertNoRepeats(messages.map((message) => message.sortKey));
    assertNewestFirst(messages.map((message) => message.timestamp));
    const keys = messages.map((message) => BigInt(message.sortKey));
    assert.ok(keys.every((key, at) => at === 0 || key < keys[at - 1]), 'sort keys fall');
    assert.equal(exchanges.length, Math.ceil(177 / 20), 'pages of 20 messages');
    assert.deepEqual(
      messages.slice(0, 2).map((message) => message.text),
      ['And the lid', 'Robin, can you bring the big pot?'],
    );
    assert.deepEqual(messages.map((message) => message.isUnread).slice(0, 4), [true, true, false, false]);
  });

  test('sort keys that grow a digit on the way are walked in their order', async () => {
    const { id } = await chatTitled(day, 'Nayeli Kestrelson');

    const keys = (await messagesOf(day, id)).map((message) => Number(message.sortKey));

    assert.ok(keys.at(-1) < 1_000 && keys[0] > 1_000, `${keys}`);
    assert.deepEqual(keys, [...keys].sort((one, other) => other - one));
  });

  test('a chat without history has an empty page', async () => {
    const { id } = await chatTitled(day, 'archive-2019');

    const page = await day.client.messages.list(id);

    assert.deepEqual(page.items, []);
    assert.equal(page.hasNextPage(), false);
  });

  test('texts are Matrix HTML', async () => {
    const { id } = await chatTitled(day, 'Lisbon in October');

    const texts = (await messagesOf(day, id)).map((message) => message.text);

    assert.ok(texts.includes('The flat by the tram is still free. 2 rooms &amp; a terrace'));
  });
}

export function findContacts(day) {
  const search = async (query) =>
    (await day.client.accounts.contacts.search(world.accounts.whatsapp, { query })).items.map((user) => user.fullName);

  test('a contact is found by name and by number', async () => {
    assert.deepEqual(await search('tanegawa'), ['Yuki Tanegawa']);
    assert.deepEqual(await search('15550100104'), ['Yuki Tanegawa']);
    assert.deepEqual(await search('nobody of that name'), []);
  });
}

export function startChats(day) {
  test('a single chat that exists is given back, and the message stays with the caller', async () => {
    const { id } = await chatTitled(day, 'Farid Oakapple');
    const before = await messagesOf(day, id);

    const created = await day.client.chats.create({
      accountID: world.accounts.whatsapp,
      type: 'single',
      participantIDs: ['@15550100121:local-whatsapp.localhost'],
      messageText: 'This text is not sent',
    });

    assert.equal(created.chatID, id);
    assert.deepEqual(await messagesOf(day, id), before);
  });

  test('a group gets its title and its members and stands at the top of the inbox', async () => {
    const { chatID } = await day.client.chats.create({
      accountID: world.accounts.matrix,
      type: 'group',
      participantIDs: ['@ines.q:beeper.com', '@yuki.t:beeper.com'],
      title: 'Kite festival',
      messageText: 'Who has *string*?',
    });

    const chat = await day.client.chats.retrieve(chatID);
    assert.equal(chat.title, 'Kite festival');
    assert.equal(chat.type, 'group');
    assert.deepEqual(
      chat.participants.items.map((user) => [user.id, user.isSelf ?? false]).sort(),
      [
        ['@ines.q:beeper.com', false],
        ['@robin.ashdown:beeper.com', true],
        ['@yuki.t:beeper.com', false],
      ],
    );
    await shownMessage(day, chatID, 'Who has <em>string</em>?');
    const [first] = await all(day.client.chats.list());
    assert.equal(first.id, chatID);
  });

  test('a single chat takes one person and an account that exists', async () => {
    const [ines, yuki] = ['@ines.q:beeper.com', '@yuki.t:beeper.com'];
    const create = (accountID, participantIDs) =>
      day.client.chats.create({ accountID, type: 'single', participantIDs });

    await assert.rejects(create(world.accounts.matrix, []), day.sdk.BadRequestError);
    await assert.rejects(create(world.accounts.matrix, [ines, yuki]), day.sdk.BadRequestError);
    await assert.rejects(create('nowhere', [yuki]), day.sdk.NotFoundError);
  });
}

export function writeMessages(day) {
  test('Markdown is sent and read back as Matrix HTML', async () => {
    const { id } = await chatTitled(day, 'Amara Okonjo');

    const sent = await day.client.messages.send(id, { text: '**Bell** and _tone_, `a < b` & ~~c~~' });

    assert.equal(sent.chatID, id);
    const html = '<strong>Bell</strong> and <em>tone</em>, <code>a &lt; b</code> &amp; <del>c</del>';
    const message = await shownMessage(day, id, html);
    assert.notEqual(message.id, sent.pendingMessageID);
    assert.equal(message.isSender, true);
    const [newest] = (await day.client.messages.list(id)).items;
    assert.equal(newest.id, message.id);
  });

  test('a reply names the message that it answers', async () => {
    const { id } = await chatTitled(day, 'Amara Okonjo');
    const messages = await messagesOf(day, id);
    const question = messages.find((message) => message.text?.endsWith('invoice for a bell'));

    await day.client.messages.send(id, { text: 'It is', replyToMessageID: question.id });

    assert.equal((await shownMessage(day, id, 'It is')).linkedMessageID, question.id);
    const toNobody = day.client.messages.send(id, { text: 'To whom?', replyToMessageID: '1' });
    await assert.rejects(toNobody, day.sdk.NotFoundError);
  });

  test('a message without text and attachment is refused', async () => {
    const { id } = await chatTitled(day, 'Amara Okonjo');

    await assert.rejects(day.client.messages.send(id, {}), day.sdk.BadRequestError);
    await assert.rejects(day.client.messages.send(id, { text: '' }), day.sdk.BadRequestError);
  });

  test('nobody writes into a channel that is read-only', async () => {
    const { id } = await chatTitled(day, 'Harbour Weather ⚓');

    await assert.rejects(day.client.messages.send(id, { text: 'Rain!' }), day.sdk.UnprocessableEntityError);
  });

  test('a send on an account that must reconnect is taken and fails later', { skip: !day.showsStatus }, async () => {
    const { id } = await chatTitled(day, 'totally_real_prizes');

    await day.client.messages.send(id, { text: 'No thank you' });

    const settled = (message) => message && message.sendStatus.status !== 'PENDING';
    const message = await shownMessage(day, id, 'No thank you', settled);
    assert.equal(message.sendStatus.status, 'FAIL_RETRIABLE');
  });
}

export function archiveAChat(day) {
  test('a chat goes into the archive and comes back', async () => {
    const { id } = await chatTitled(day, 'Quiz night');
    const isArchived = async () => (await day.client.chats.retrieve(id)).isArchived;

    await day.client.chats.archive(id);
    assert.equal(await isArchived(), true);
    await day.client.chats.archive(id, { archived: true });
    const archive = titles(await all(day.client.chats.search({ inbox: 'archive' })));
    assert.deepEqual(archive, [...world.archived, 'Quiz night'].sort());

    await day.client.chats.archive(id, { archived: false });
    assert.equal(await isArchived(), false);
  });
}

export function searchEverything(day) {
  test('one search finds chats, groups by their members, and messages', async () => {
    const { results } = await day.client.search({ query: 'lisbon' });

    assert.deepEqual(titles(results.chats), ['Lisbon in October']);
    assert.ok(results.messages.items.some((message) => message.text === 'Lisbon: 240, paid'));
    for (const message of results.messages.items) {
      assert.equal(results.messages.chats[message.chatID].id, message.chatID);
    }
    const byMember = (await day.client.search({ query: 'zofia_orbits' })).results;
    assert.deepEqual(titles(byMember.chats), ['zofia_orbits']);
    assert.deepEqual(titles(byMember.in_groups), ['Open Orrery', 'archive-2019']);
  });

  test('a search wants something to search for', async () => {
    await assert.rejects(day.client.search({ query: '' }), day.sdk.BadRequestError);
  });
}

export function searchMessages(day) {
  const texts = async (filter) => (await all(day.client.messages.search(filter))).map((message) => message.text);

  test('messages are found by whole words in any order and case', async () => {
    assert.deepEqual(await texts({ query: 'TARTS custard' }), [
      "Nine minutes, seven if you don't stop for custard tarts",
    ]);
    assert.deepEqual(await texts({ query: 'custar' }), []);
    assert.deepEqual(await texts({ query: 'custard tarts nowhere' }), []);
  });

  test('messages are found by sender, chat, day and kind', async () => {
    const lisbon = await chatTitled(day, 'Lisbon in October');
    const mine = await all(day.client.messages.search({ sender: 'me', chatIDs: [lisbon.localChatID] }));
    const theirs = await all(day.client.messages.search({ sender: 'others', chatIDs: [lisbon.id] }));
    const whole = await messagesOf(day, lisbon.id);

    assert.ok(mine.length > 0 && mine.every((message) => message.isSender && message.chatID === lisbon.id));
    assert.ok(theirs.every((message) => !message.isSender));
    assert.equal(mine.length + theirs.length, whole.length);
    assertNewestFirst(mine.map((message) => message.timestamp));

    const { timestamp } = whole[10];
    const after = await all(day.client.messages.search({ chatIDs: [lisbon.id], dateAfter: timestamp }));
    const before = await all(day.client.messages.search({ chatIDs: [lisbon.id], dateBefore: timestamp }));
    const at = whole.filter((message) => message.timestamp === timestamp);
    assert.equal(after.length + at.length + before.length, whole.length, 'both bounds are exclusive');

    const videos = await all(day.client.messages.search({ mediaTypes: ['video'] }));
    assert.ok(videos.length > 0);
    assert.ok(videos.every((message) => message.attachments.some((attachment) => attachment.type === 'video')));
  });

  test('low priority chats are left out unless asked for', async () => {
    assert.deepEqual(await texts({ query: 'winner' }), []);
    const found = await texts({ query: 'winner', excludeLowPriority: false });
    assert.deepEqual(found, ["Dear Winner!! Click for you're prize"]);
  });

  test('a message search is walked in small pages with the same result', async () => {
    const filter = { accountIDs: [world.accounts.slack], chatType: 'single' };
    const whole = await all(day.client.messages.search(filter));
    const paged = await all(day.client.messages.search({ ...filter, limit: 3 }));

    assert.deepEqual(paged.map((message) => message.id), whole.map((message) => message.id));
    assertNoRepeats(paged.map((message) => message.id));
    assert.equal(paged.length, 34 + 3, 'all messages of the two direct chats');
  });
}

export function downloadAnAsset(day) {
  test('an asset becomes a file, and a lost one is told of inside a success', async () => {
    const { id } = await chatTitled(day, 'Lisbon in October');
    const flat = withFile(await messagesOf(day, id), 'IMG_2041.jpg');
    const kofi = await chatTitled(day, 'Kofi Brightwater');
    const lost = withFile(await messagesOf(day, kofi.id), 'IMG_0003.jpg');

    const copied = await day.client.assets.download({ url: flat.attachments[0].srcURL });
    const gone = await day.client.assets.download({ url: lost.attachments[0].srcURL });

    assert.match(copied.srcURL, /^file:\/\//);
    assert.equal(copied.error, undefined);
    assert.equal(gone.srcURL, undefined);
    assert.notEqual(gone.error ?? '', '');
  });
}

export function focusTheApp(day) {
  test('the app comes to the front, with a draft for the chat', async () => {
    const { id } = await chatTitled(day, 'Pippa Ashdown');

    assert.deepEqual(await day.client.focus(), { success: true });
    assert.deepEqual(await day.client.focus({ chatID: id, draftText: 'Half of the radio' }), { success: true });
    await assert.rejects(day.client.focus({ draftText: 'To whom?' }), day.sdk.BadRequestError);
    await assert.rejects(day.client.focus({ chatID: '!nowhere:beeper.com' }), day.sdk.NotFoundError);
  });
}

export function meetErrors(day) {
  test('a wrong token is an authentication error in the words of the server', async () => {
    const stranger = day.client.withOptions({ accessToken: 'no-such-token' });

    await assert.rejects(stranger.accounts.list(), (error) => {
      assert.ok(error instanceof day.sdk.AuthenticationError);
      assert.equal(error.status, 401);
      assert.equal(error.message, '401 Unauthorized: Invalid or missing token');
      assert.deepEqual(error.error, { message: 'Unauthorized: Invalid or missing token', code: 'unauthorized' });
      return true;
    });
  });

  test('a token that was revoked or has expired is refused too', async () => {
    const tokens = {
      [process.env.BEEPER_REVOKED_TOKEN]: '401 Unauthorized: Invalid or missing token',
      [process.env.BEEPER_EXPIRED_TOKEN]: '401 Token expired',
    };

    for (const [accessToken, message] of Object.entries(tokens)) {
      await assert.rejects(day.client.withOptions({ accessToken }).accounts.list(), (error) => {
        assert.ok(error instanceof day.sdk.AuthenticationError, `${error}`);
        assert.deepEqual([error.message, error.error.code], [message, 'unauthorized']);
        return true;
      });
    }
  });

  test('a read-only token reads and does not write', async () => {
    const { id } = await chatTitled(day, 'Quiz night');
    const reader = day.client.withOptions({ accessToken: process.env.BEEPER_READ_ONLY_TOKEN });
    const writes = [
      () => reader.messages.send(id, { text: 'No' }),
      () => reader.chats.archive(id),
      () => reader.chats.create({ accountID: 'matrix', type: 'single', participantIDs: ['@yuki.t:beeper.com'] }),
      () => reader.chats.reminders.delete(id),
    ];

    assert.equal((await reader.chats.retrieve(id)).id, id);
    assert.equal((await all(reader.chats.list())).length, (await all(day.client.chats.list())).length);
    for (const write of writes) {
      await assert.rejects(write(), (error) => {
        assert.ok(error instanceof day.sdk.PermissionDeniedError, `${error}`);
        assert.equal(error.error.code, 'forbidden');
        return true;
      });
    }
  });

  test('what is not there is not found', async () => {
    const missing = [
      () => day.client.chats.retrieve('!nowhere:beeper.com'),
      () => day.client.messages.list('!nowhere:beeper.com'),
      () => day.client.accounts.contacts.search('nowhere', { query: 'x' }),
      () => day.client.get('/v1/no-such-thing'),
    ];

    for (const call of missing) {
      await assert.rejects(call(), (error) => {
        assert.ok(error instanceof day.sdk.NotFoundError, `${error}`);
        assert.equal(error.error.code, 'NOT_FOUND');
        assert.match(error.message, /^404 .+/);
        return true;
      });
    }
  });

  test('a request that breaks the contract is told where', async () => {
    const { id } = await chatTitled(day, 'Quiz night');
    const broken = {
      limit: () => day.client.chats.search({ limit: 0 }),
      inbox: () => day.client.chats.search({ inbox: 'attic' }),
      dateAfter: () => day.client.messages.search({ dateAfter: '2026-06-04T08:00:00' }),
      direction: () => day.client.messages.list(id, { direction: 'sideways' }),
      cursor: () => day.client.chats.list({ cursor: 'not a cursor' }),
      maxParticipantCount: () => day.client.chats.retrieve(id, { maxParticipantCount: 501 }),
    };

    for (const [name, call] of Object.entries(broken)) {
      await assert.rejects(call(), (error) => {
        assert.ok(error instanceof day.sdk.BadRequestError, `${name}: ${error}`);
        assert.equal(error.error.code, 'VALIDATION_ERROR');
        const [issue] = error.error.details.issues;
        assert.deepEqual(issue.path, [name]);
        assert.ok(issue.code && issue.message, JSON.stringify(issue));
        return true;
      });
    }
  });

  test('a search for more messages than a page may have is refused', async () => {
    await assert.rejects(day.client.messages.search({ limit: 21 }), day.sdk.BadRequestError);
    await assert.rejects(day.client.chats.search({ limit: 500 }), day.sdk.BadRequestError);
  });
}
