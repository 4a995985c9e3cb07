// Loaded into a learner's program before it starts: reports, on file descriptor 3, that it starts, which sockets it
// creates, where its servers listen, and how it is while it lives. None of that can be seen from outside: a socket
// that nobody has bound or connected yet is unknown to the operating system. (Plain JavaScript: it loads faster.)
import { writeSync } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import net from "node:net";

const PROBE_DESCRIPTOR = 3;
const { Server } = net;

// The standard streams are sockets, too, when they are pipes. Create them now, so that they are not counted.
void [process.stdout, process.stderr];

function report(/** @type {unknown} */ socket) {
  const isServer = socket instanceof Server;
  writeSync(PROBE_DESCRIPTOR, `created ${isServer ? "net.Server" : "net.Socket"}\n`);
  if (isServer) {
    socket.on("listening", () => {
      const address = JSON.stringify(socket.address());
      // When the program has said so itself, and before it hears of any client.
      setImmediate(() => writeSync(PROBE_DESCRIPTOR, `listening ${address}\n`));
    });
  }
  return /** @type {object} */ (socket);
}

// Whatever way of creating a socket the program uses, what it gets is reported and handed on unchanged.
const exported = /** @type {{ [name: string]: Function }} */ (/** @type {unknown} */ (net));
for (const name of ["Server", "Socket", "Stream", "createServer", "connect", "createConnection"]) {
  exported[name] = new Proxy(/** @type {Function} */ (exported[name]), {
    apply: (original, self, given) => report(Reflect.apply(original, self, given)),
    construct: (original, given, newTarget) => report(Reflect.construct(original, given, newTarget)),
  });
}
syncBuiltinESMExports();
writeSync(PROBE_DESCRIPTOR, "loaded\n");

// A loop that never ends keeps timers from running, and every other event, too: then this falls silent.
// It also tells the memory that the program takes, in bytes, and how many connections it has.
let memory = 0;
setInterval(() => {
  try {
    memory = process.memoryUsage.rss();
  } catch {
    // On Linux the number is read from a file. With no descriptor left, the last one has to do.
  }
  const connections = process.getActiveResourcesInfo().filter((name) => name === "TCPSocketWrap").length;
  writeSync(PROBE_DESCRIPTOR, `alive ${memory} ${connections}\n`);
}, 200).unref();
