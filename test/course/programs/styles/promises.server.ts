// A right echo server, written with promises of its own.
// right for: 02-07
import net from "node:net";

const { HOST = "0.0.0.0", PORT = "9999" } = process.env;

const listen = (server: net.Server) =>
  new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(Number(PORT), HOST, resolve);
  });

const accept = (server: net.Server) =>
  new Promise<net.Socket>((resolve) => {
    server.once("connection", resolve);
  });

const receive = (socket: net.Socket) =>
  new Promise<Buffer>((resolve, reject) => {
    socket.once("data", resolve);
    socket.once("end", () => reject(new Error("client said nothing")));
    socket.once("error", reject);
  });

const close = (socket: net.Socket) =>
  new Promise<void>((resolve) => {
    socket.once("close", () => resolve());
    socket.end();
  });

async function main(server: net.Server) {
  await listen(server);
  console.log(`The server listens at ${HOST}, port ${PORT}.`);
  const socket = await accept(server);
  console.log(`A client has come from ${socket.remoteAddress}, port ${socket.remotePort}.`);
  const data = await receive(socket);
  console.log(`It says: ${data}`);
  socket.write(data);
  await close(socket);
}

const server = net.createServer();
main(server)
  .catch(({ message }: Error) => {
    console.error(`Failed: ${message}`);
    process.exitCode = 1;
  })
  .finally(() => server.close());
