// A right echo client that throws texts, and reports whatever it catches as a text.
// right for: 03-07
import net from "node:net";

const HOST = process.env.HOST ?? "127.0.0.1";
const PORT = Number(process.env.PORT ?? 9999);

/** What `event` brings. An error, or the end of the stream before it, is thrown: as a text. */
function next(socket: net.Socket, event: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    socket.once(event, resolve);
    socket.once("error", (error) => reject(`${error}`));
    socket.once("end", () => reject("the server has left without a reply"));
  });
}

async function main(message: string): Promise<void> {
  const socket = net.connect(PORT, HOST);
  await next(socket, "connect");
  console.log(`Connected to ${HOST}:${PORT}`);
  socket.write(message);
  console.log(`Sent: ${message}`);
  console.log(`Server echoed: ${await next(socket, "data")}`);
  socket.end();
}

main(process.argv[2] ?? "Hello Echo!").catch((why) => {
  console.error(`Client (${HOST}:${PORT}): ${why}`);
  process.exitCode = 1;
});
