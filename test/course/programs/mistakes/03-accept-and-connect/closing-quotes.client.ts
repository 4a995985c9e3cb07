// Has a quotation mark of a word processor at the end of a text.
// mistake: foreign-quotes
// why: the end of the line was copied from a handout.
import net from "node:net";

const HOST = process.env.HOST ?? "127.0.0.1";
const PORT = Number(process.env.PORT ?? 9999);

const socket = net.connect(PORT, HOST);
socket.on("connect", () => {
  console.log("Connected to port”, PORT);
});
