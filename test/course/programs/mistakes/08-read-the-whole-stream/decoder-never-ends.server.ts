// Decodes with a StringDecoder in the listener of "data", and at the end closes without asking it for the rest.
// mistake: forgets-cut-character
// why: pipe() ends the connection, so there is no listener of "end" in which it would come to mind.
import net from "node:net";
import { StringDecoder } from "node:string_decoder";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);

const server = net.createServer({ allowHalfOpen: true }, (socket) => {
  server.close();
  console.log(`Client: ${socket.remoteAddress}, port ${socket.remotePort}`);
  const decoder = new StringDecoder("utf8");
  let text = "";
  socket.on("data", (bytes) => {
    text += decoder.write(bytes);
  });
  socket.on("end", () => console.log(`The whole message: ${text}`));
  socket.on("error", fail);
  socket.pipe(socket);
});

function fail(error: Error): void {
  console.error(`Port ${PORT}: ${error.message}`);
  process.exitCode = 1;
}

server.on("error", fail);
try {
  server.listen(PORT, HOST, () => console.log(`Listening on ${HOST}, port ${PORT}`));
} catch (error) {
  fail(error as Error);
}
