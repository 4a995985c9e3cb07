// Misspells both properties of the socket that its listener gets.
// mistake: prints-undefined
// why: they are long names, and nothing completes them where the type is any.
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);

const server = net.createServer((socket: any) => {
  console.log(`Connected by ${socket.remoteAdress}:${socket.remoteport}`);
});
server.listen(PORT, HOST, () => console.log(`Listening on ${HOST}:${PORT}`));
