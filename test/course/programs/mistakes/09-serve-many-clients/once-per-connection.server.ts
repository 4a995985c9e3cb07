// Listens for data once per connection.
// mistake: loses-rest-of-echo
// why: the first message is the one that it was tried with.
import net from "node:net";

const keep = process.argv.includes("-k") || process.argv.includes("--keep-open");
const port = Number(process.env.PORT ?? 9999);
const host = process.env.HOST ?? "0.0.0.0";
const server = net.createServer({ allowHalfOpen: true });
let connections: net.Socket[] = [];

server.on("connection", (connection) => {
  const name = `${connection.remoteAddress}:${connection.remotePort}`;
  console.log(`connected: ${name}`);
  connections.push(connection);
  connection.on("close", () => (connections = connections.filter((other) => other !== connection)));
  const decoder = new TextDecoder();
  connection.once("data", (data) => {
    console.log(`${name}: ${decoder.decode(data, { stream: true })}`);
    connection.write(data);
  });
  connection.on("end", () => connection.end());
  connection.on("error", (error) => console.error(`${name}: ${error.message}`));
  if (!keep) server.close();
});
server.on("error", (error) => {
  console.error(`${host}:${port}: ${error.message}`);
  process.exitCode = 1;
});
server.listen(port, host, () => console.log(`listening: ${host}:${port}`));

for (const signal of ["SIGINT", "SIGTERM"]) {
  process.once(signal, () => {
    console.log(signal);
    server.close();
  });
}
