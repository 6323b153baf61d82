import { newId } from "./ids.js";

const ARABIC = /\p{Script=Arabic}/u;

/**
 * A message the citizen is about to send. `choice` is the payload of the picked choice or null,
 * `file` a file that goes along under its name.
 * `clientId` stays the same however often it is sent; `problem` is null or {text, retry}.
 */
export function ownMessage(text, lang, choice = null, file = null) {
  return {
    key: newId(),
    clientId: newId(),
    from: "citizen",
    text,
    lang: ARABIC.test(text) || lang !== "ar" ? lang : "fr",
    dir: "auto",
    at: new Date().toISOString(),
    choice,
    file,
    sentShare: file ? 0 : null, // how much of the file has left; null where nothing is leaving
    choices: [],
    sources: [],
    problem: null,
  };
}

/**
 * A message from the server's JSON: a reply, a push or a line of the history. `turn` is the
 * clientId that it answers; of that turn are `asks`, `progress`, `ticket` and `helpful`.
 */
export function serverMessage(line) {
  const { id, from = "bot", text, lang, dir, choices, sources, at, topic, turn, helpful } = line;
  return {
    key: id ? `${from}-${id}` : newId(), // only pushes have an id of their own
    from,
    text: text ?? "",
    lang,
    dir: dir ?? "auto",
    choices: (choices ?? []).map((choice) => ({ ...choice, picked: false })),
    choicesUsed: false,
    sources: sources ?? [],
    problem: null,
    at: at ?? new Date().toISOString(),
    topic: topic ?? null,
    turn: turn ?? null,
    asks: line.asks, // undefined where the message is no part of a turn
    progress: line.progress ?? null,
    ticket: line.ticket ?? null,
    helpful: helpful ?? null,
  };
}

/** Marks `choice` of `message` as taken: none of its choices can be picked again. */
export function pick(message, choice) {
  choice.picked = true;
  message.choicesUsed = true;
}

/** The history as messages; choices the citizen already took are recognised by their title. */
export function historyOf(lines) {
  const messages = lines.map(serverMessage);
  let offered = [];
  for (const message of messages) {
    if (message.choices.length) offered.push(message);
    if (message.from !== "citizen") continue;
    for (const offer of offered) {
      const choice = offer.choices.find(({ title }) => title === message.text);
      if (choice) pick(offer, choice);
    }
    offered = [];
  }
  return messages;
}

/** What the conversation asks now: {asks, progress} of its newest turn. */
export function askedNow(messages) {
  const newest = messages.findLast?.(({ from, asks }) => from === "bot" && asks !== undefined);
  return { asks: newest?.asks ?? null, progress: newest?.progress ?? null };
}

/** The keys of the answers to be judged: the last of each turn that is about a topic. */
export function judgeable(messages) {
  const about = messages.filter(({ from, turn, topic }) => from === "bot" && turn && topic);
  return new Set(new Map(about.map(({ turn, key }) => [turn, key])).values());
}
