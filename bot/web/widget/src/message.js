import { newId } from "./ids.js";

const ARABIC = /\p{Script=Arabic}/u;

/**
 * A message the citizen is about to send. `choice` is the payload of the picked choice or null,
 * `file` a file that goes along under its name, `wanted` the variety to be answered in, if any.
 * `turn` is its client_id, the same however often it is sent; `state` is sending, waiting (for
 * the network), sent or failed; `problem` is null or {text, mayRetry}.
 */
export function ownMessage(text, lang, { choice = null, file = null, wanted = null } = {}) {
  const turn = newId();
  return {
    key: turn,
    turn,
    from: "citizen",
    text,
    lang: ARABIC.test(text) || lang !== "ar" ? lang : "fr",
    dir: "auto",
    choice,
    file,
    sentShare: 0, // how much of the file has left
    wanted,
    choices: [],
    sources: [],
    state: "sending",
    problem: null,
  };
}

/** What of an own message is kept until it is answered. */
export function entryOf({ turn, text, lang, choice, file, wanted, order, problem }) {
  return { turn, text, lang, choice, file, wanted, order, problem };
}

/** The own message that was kept as `entry`. */
export function messageOf(entry) {
  const { turn, text, lang, problem } = entry;
  const state = problem ? "failed" : "waiting";
  return { ...ownMessage(text, lang, entry), ...entry, key: turn, state };
}

/**
 * A message from the server's JSON: a reply, a push or a line of the history. `place` counts the
 * replies of one turn, of which are `asks`, `progress`, `ticket` and `helpful` too. `at` is when it
 * was said, in milliseconds, by the server's clock.
 */
export function serverMessage(line, place = 0) {
  const { id = null, turn = null, from = "bot", text, lang, dir, choices, sources, at } = line;
  return {
    key: keyOf(id, turn, from, place),
    turn,
    from,
    text: text ?? "",
    lang,
    dir: dir ?? "auto",
    choices: (choices ?? []).map((choice) => ({ ...choice, picked: false })),
    choicesUsed: false,
    sources: sources ?? [],
    state: "sent",
    problem: null,
    at: typeof at === "string" ? Date.parse(at) : at,
    topic: line.topic ?? null,
    asks: line.asks, // undefined where the message is no part of a turn
    progress: line.progress ?? null,
    ticket: line.ticket ?? null,
    helpful: line.helpful ?? null,
  };
}

function keyOf(id, turn, from, place) {
  if (id) return `${from}-${id}`;
  if (!turn) return newId();
  return from === "citizen" ? turn : `${turn} ${place}`;
}

/** The replies of the `answer` that the message `turn` got at `at`. */
export function answersTo(turn, { replies, asks, progress, ticket }, at) {
  const told = { asks, progress, ticket, turn, at };
  return replies.map((reply, place) => serverMessage({ ...reply, ...told }, place));
}

/** Marks `choice` of `message` as taken: none of its choices can be picked again. */
export function pick(message, choice) {
  choice.picked = true;
  message.choicesUsed = true;
}

/** The history as messages; choices the citizen already took are recognised by their title. */
export function historyOf(lines) {
  let place = 0;
  const messages = lines.map((line) => {
    if (line.from === "citizen") place = 0;
    return serverMessage(line, line.from === "bot" ? place++ : 0);
  });
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

/**
 * The history joined with what is shown: a message shown already stays the same object, what the
 * history does not hold stays in its place by time, and what is not sent yet comes last.
 */
export function joined(shown, history) {
  const known = new Map(shown.map((message) => [message.key, message]));
  const told = new Set(history.map(({ key }) => key));
  const others = shown.filter(({ key }) => !told.has(key));
  const sent = [
    ...history.map((message) => renewed(known.get(message.key) ?? message, message)),
    ...others.filter(({ state }) => state === "sent"),
  ].sort((one, other) => one.at - other.at);
  return [...sent, ...others.filter(({ state }) => state !== "sent")];
}

function renewed(shown, { state, problem, at, helpful, choices, choicesUsed }) {
  return Object.assign(shown, { state, problem, at, helpful }, choicesUsed && { choices, choicesUsed });
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
