// A right echo server with typographic quotation marks where they belong: „in a comment“, and in what it prints.
// right for: 02-05
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);

const server = net.createServer((socket) => {
  console.log(`«${socket.remoteAddress}:${socket.remotePort}» ist da`);
  socket.on("data", (data) => {
    console.log(`Empfangen: „${data}“`);
    socket.write(data);
  });
});

server.listen(PORT, HOST, () => console.log("Der ´Echo-Server‘ läuft auf Port", PORT));
