// Hands a text to the function that reports errors.
// mistake: reports-undefined
// why: it is what is to be printed, after all.
import * as net from "net";

const port = Number(process.env.PORT ?? 9999);
const host = process.env.HOST ?? "127.0.0.1";
const message = process.argv[2] ?? "Hello Echo!";

function fail(error: any) {
  console.error(`Client error at ${host}:${port} - ${error.message}`);
  process.exitCode = 1;
}

try {
  const client = net.createConnection({ port, host }, () => {
    console.log(`Connected to ${host}:${port}`);
    client.write(message);
    console.log(`Sent: ${message}`);
  });
  let answered = false;
  client.on("data", (data) => {
    answered = true;
    console.log(`Server echoed: ${data}`);
    client.end();
  });
  client.on("end", () => {
    if (!answered) fail("no answer from the server");
  });
  client.on("error", fail);
} catch (error) {
  fail(error);
}
