// Puts load on an echo server where load.c cannot be compiled: the same arguments, commands and answers.
import { once } from "node:events";
import net from "node:net";
import { createInterface } from "node:readline";
import { LOOPBACK } from "../tutor/run/peer.ts";
import { percentile } from "./statistics.ts";

const LARGEST = 1024 * 1024;
const GREETING = 1024;

const [port, number] = process.argv.slice(2).map(Number) as [number, number];
const message = Buffer.alloc(LARGEST, "e");
/** What arrives is counted, and overwritten by what arrives next. */
const buffer = Buffer.alloc(64 * 1024);

interface Connection {
  /** Sends a message of `size` bytes. Resolves when so many have come back. */
  echo(size: number): Promise<void>;
}

/** Connects and has one message echoed: so the server has accepted. */
async function connect(): Promise<Connection> {
  let awaited = 0;
  let complete = () => undefined as void;
  const callback = (count: number) => {
    awaited -= count;
    if (awaited === 0) complete();
    return true;
  };
  const socket = net.connect({ port, host: LOOPBACK, noDelay: true, onread: { buffer, callback } });
  await once(socket, "connect");
  socket.on("close", () => {
    console.error("the server has closed a connection");
    process.exit(1);
  });
  const connection = {
    echo: (size: number) =>
      new Promise<void>((resolve) => {
        awaited = size;
        complete = resolve;
        socket.write(message.subarray(0, size));
      }),
  };
  await connection.echo(GREETING);
  return connection;
}

/** The seconds since `began`, in milliseconds. */
const secondsSince = (began: number): number => (performance.now() - began) / 1000;

async function run(connections: readonly Connection[], size: number, milliseconds: number): Promise<object> {
  const latencies: number[] = [];
  const processor = process.cpuUsage();
  const began = performance.now();
  await Promise.all(
    connections.map(async (connection) => {
      do {
        const sent = performance.now();
        await connection.echo(size);
        latencies.push(secondsSince(sent));
      } while (performance.now() < began + milliseconds);
    }),
  );
  const seconds = secondsSince(began);
  const { user, system } = process.cpuUsage(processor);
  return {
    messages: latencies.length,
    seconds,
    p50: percentile(latencies, 50),
    p99: percentile(latencies, 99),
    processor: (user + system) / 1e6,
  };
}

const began = performance.now();
const connections: Connection[] = [];
while (connections.length < number) connections.push(await connect());
console.log(JSON.stringify({ seconds: secondsSince(began) }));
for await (const line of createInterface({ input: process.stdin })) {
  const [size, milliseconds] = line.split(" ").map(Number) as [number, number];
  console.log(JSON.stringify(await run(connections, size, milliseconds)));
}
process.exit(0);
