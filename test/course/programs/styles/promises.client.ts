// A right echo client, written with promises of its own.
// right for: 03-07
import * as net from "node:net";

const host = process.env.HOST ?? "127.0.0.1";
const port = Number(process.env.PORT ?? 9999);

function connect(): Promise<net.Socket> {
  return new Promise((resolve, reject) => {
    const socket = net.createConnection(port, host);
    socket.once("connect", () => resolve(socket));
    socket.once("error", reject);
  });
}

function ask(socket: net.Socket, question: string): Promise<string> {
  return new Promise((resolve, reject) => {
    socket.once("data", (data) => resolve(data.toString("utf8")));
    socket.once("close", () => reject(new Error(`${host}:${port} hung up`)));
    socket.write(question);
    console.log(`Question: ${question}`);
  });
}

connect()
  .then(async (socket) => {
    console.log(`Connected to ${host}, port ${port}`);
    console.log(`Answer: ${await ask(socket, process.argv[2] ?? "Hello Echo!")}`);
    socket.end();
  })
  .catch((error: Error) => {
    console.error(`${error.name}: ${error.message}`);
    process.exitCode = 1;
  });
