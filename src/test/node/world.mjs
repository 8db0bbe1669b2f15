/** What the bundled world "default" holds, read off its YAML by a person and not by the fake. */

export const accounts = {
  matrix: 'matrix',
  whatsapp: 'local-whatsapp_ba_Kw7pT2',
  telegram: 'telegram',
  signal: 'local-signal_ba_Rn4xQ8',
  imessage: 'imessage',
  discord: 'discordgo',
  slack: 'slackgo.T0HARBOUR-U0ROBIN',
  instagram: 'instagramgo',
  gmessages: 'gmessages',
  linkedin: 'linkedin',
};

export const chats = 40;
export const archived = ['Moving van', 'Paper & Salt'];
export const lowPriority = [
  '72553',
  'Harbour Weather ⚓',
  'Xanthe Merriweather-Bloom',
  'general #all-hands',
  'totally_real_prizes',
];
export const muted = ['Harbour Weather ⚓', 'Open Orrery', 'Sipho Nightjar', '🎲🍕✨'];

/** Chats with unread messages, and two that were marked unread by hand. */
export const unread = {
  'Family 🌻': 2,
  'Harbour Weather ⚓': 5,
  'Kofi Brightwater': 1,
  'Lisbon in October': 3,
  Nan: 0,
  'Open Orrery': 6,
  'Quay Street 12 🏠': 4,
  'Thursday choir': 1,
  zofia_orbits: 0,
};
