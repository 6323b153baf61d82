// Runs the npm package telegram-test-api on the loopback: node serve.js PORT
const TelegramServer = require("telegram-test-api");

const server = new TelegramServer({ host: "127.0.0.1", port: Number(process.argv[2]) });
server.start().then(() => console.log("ready"));
