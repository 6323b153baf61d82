const FIRST_WORD_MS = 15_000; // the server greets at once; a proxy may hold that back
const LONGEST_SILENCE_MS = 70_000; // and it shows a sign of life every 20 s

/**
 * Reads a text/event-stream body, yielding {id, event, data} for each complete event and, as an
 * event without data, for each sign of life; throws when the connection died without a word, as
 * a phone's does on the way out of a network.
 */
export async function* eventsOf(answering) {
  const response = await soon(answering, FIRST_WORD_MS);
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  let patience = FIRST_WORD_MS;
  try {
    for (;;) {
      const { done, value } = await soon(reader.read(), patience);
      if (done) return;
      patience = LONGEST_SILENCE_MS;
      const blocks = (rest + value).replace(/\r\n/g, "\n").split("\n\n");
      rest = blocks.pop();
      yield* blocks.map(parse);
    }
  } finally {
    reader.cancel().catch(() => {});
  }
}

async function soon(promise, milliseconds) {
  let timer;
  const silence = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error("silent stream")), milliseconds);
  });
  try {
    return await Promise.race([promise, silence]);
  } finally {
    clearTimeout(timer);
  }
}

function parse(block) {
  const event = { id: null, event: "message", data: "" };
  for (const line of block.split("\n")) {
    const [, field, value] = /^([^:]*):? ?(.*)$/.exec(line);
    if (field === "data") event.data += (event.data && "\n") + value;
    else if (field === "id" || field === "event") event[field] = value;
  }
  return event;
}
