// The finished server at the limit of open files: more clients come than it has descriptors for.
import net from "node:net";
import { startLongRunning } from "./endurance.ts";
import { LOOPBACK } from "../../tutor/run/peer.ts";
import { createRandom } from "./random.ts";
import type { Findings } from "./soak.ts";
import { behave } from "./visitors.ts";

/** How many descriptors the server may have: about 30 of them are Node's own. */
const OPEN_FILES = 64;
/** How many clients come at once: a few times as many. */
const CLIENTS = 300;
/** How many come when those have left. */
const LATER = 10;
/** The most that one of these sends, in bytes. */
const MOST = 64 * 1024;
/** How often the server has to tell, while it is full, that it is alive: that takes it a second. */
const PULSES = 5;
/** How much of its time a server may be busy that has nothing to do. */
const BUSY = 0.5;

/** Whether the server sends back what is sent on `socket`. If it does not, it has closed the connection. */
function isServed(socket: net.Socket): Promise<boolean> {
  return new Promise((resolve) => {
    socket.once("data", () => resolve(true)).once("close", () => resolve(false));
    socket.on("error", () => undefined).write(".");
  });
}

/** How the finished server takes it, with `options` beside --keep-open. Not on Windows: there is no such limit. */
export async function exhaustDescriptors(options: string[] = []): Promise<Findings> {
  const server = await startLongRunning(options, OPEN_FILES);
  const clients: net.Socket[] = [];
  const connect = () => {
    const socket = net.connect(server.port, LOOPBACK);
    clients.push(socket);
    return socket;
  };
  const wrong: string[] = [];
  const expect = (right: boolean, otherwise: string) => {
    if (!right) wrong.push(otherwise);
  };

  try {
    const loyal = connect();
    expect(await isServed(loyal), "the first client was not served");
    const before = server.descriptors();
    const served = await Promise.all(Array.from({ length: CLIENTS }, () => isServed(connect())));
    const turnedAway = served.filter((yes) => !yes).length;
    const full = server.descriptors();
    expect(turnedAway > 0 && turnedAway < CLIENTS, `${turnedAway} of ${CLIENTS} clients were turned away`);
    expect(await isServed(loyal), "a client that was there before is not served any more");

    const [began, spent] = [performance.now(), server.processorTime()];
    expect(await server.livesOn(PULSES), "it does nothing any more");
    // NaN where the system does not tell.
    const busy = ((Number(server.processorTime()) - Number(spent)) * 1000) / (performance.now() - began);
    expect(!(busy > BUSY), `it is busy although nothing happens: ${Math.round(100 * busy)} % of the time`);

    for (const socket of clients) socket.destroy();
    const after = await server.rest();
    const later = Array.from({ length: LATER }, (_, seed) => behave(createRandom(seed), server.port, MOST));
    for (const result of await Promise.allSettled(later))
      if (result.status === "rejected") wrong.push(`a later client was not served: ${result.reason}`);
    wrong.push(...(await server.stop()));
    const said = [...server.complaints].map(([line, count]) => `${count} × "${line}"`).join(", ");
    return {
      measured: [
        `${CLIENTS} clients with ${OPEN_FILES} descriptors: ${turnedAway} were turned away`,
        `descriptors: ${before} with one client, ${full} when full, ${after.descriptors} when all had left`,
        `while full: busy for ${Math.round(100 * busy)} % of the time`,
        `it said: ${said || "nothing"}`,
      ],
      wrong,
    };
  } finally {
    for (const socket of clients) socket.destroy();
    server.kill();
  }
}
