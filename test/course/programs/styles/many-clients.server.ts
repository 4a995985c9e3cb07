// A right echo server for as many clients as come, until somebody stops it.
// right for: 02-05
import { on, once } from "node:events";
import net from "node:net";

const server = net.createServer();
server.listen(Number(process.env.PORT ?? 9999), process.env.HOST ?? "0.0.0.0");
await once(server, "listening");
const { address, port } = server.address() as net.AddressInfo;
console.log(`${address}:${port} is open`);

async function serve(socket: net.Socket): Promise<void> {
  const name = `${socket.remoteAddress}:${socket.remotePort}`;
  console.log(`${name} joined ${address}:${port}`);
  for await (const chunk of socket as AsyncIterable<Buffer>) {
    console.log(`${name}: ${chunk}`);
    if (!socket.write(chunk)) await once(socket, "drain");
  }
  console.log(`${name} left`);
}

for await (const [socket] of on(server, "connection")) {
  serve(socket as net.Socket).catch((error: Error) => console.error(error.message));
}
