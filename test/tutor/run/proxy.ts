// Stands between a client and a server, hands everything on as it comes, and writes it down.
import { once } from "node:events";
import net from "node:net";
import type { Side } from "../course/course.ts";
import { LOOPBACK } from "./peer.ts";
import type { Transcript } from "./transcript.ts";

/** Hands on what `from` says: its bytes, the end of its stream (FIN), and that it breaks off (RST). */
function handOn(
  from: net.Socket,
  to: net.Socket,
  side: Side,
  connection: number,
  transcript: Transcript,
): void {
  from.on("data", (bytes) => transcript.add({ kind: "data", from: side, bytes, connection }));
  from.once("end", () => transcript.add({ kind: "end", from: side, connection }));
  from.once("error", () => {
    // Who is told of the other's reset fails, too: that is no second one.
    if (to.destroyed) return;
    transcript.add({ kind: "reset", from: side, connection });
    to.resetAndDestroy();
  });
  // Reads only as fast as the other side takes, as a direct connection would.
  from.pipe(to);
}

/** Listens on `port` for the client; what comes there goes on to the server at `target`. */
export async function startProxy(port: number, target: number, transcript: Transcript): Promise<net.Server> {
  let connections = 0;
  const proxy = net.createServer({ allowHalfOpen: true }, (client) => {
    connections += 1;
    transcript.add({ kind: "connect", from: "client", connection: connections });
    const server = net.connect({ port: target, host: LOOPBACK, allowHalfOpen: true });
    handOn(client, server, "client", connections, transcript);
    handOn(server, client, "server", connections, transcript);
  });
  proxy.listen(port, LOOPBACK);
  await once(proxy, "listening");
  return proxy;
}
