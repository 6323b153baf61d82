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
    choice,
    file,
    choices: [],
    sources: [],
    problem: null,
  };
}

/** A message from the server's JSON: a reply, a push or a line of the history. */
export function serverMessage({ id, from = "bot", text, lang, dir, choices, sources }) {
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
