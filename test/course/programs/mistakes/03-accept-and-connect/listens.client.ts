// Is a second server.
// mistake: creates-other-socket
// why: the server of the step before was copied.
import net from "node:net";

const HOST = process.env.HOST ?? "127.0.0.1";
const PORT = Number(process.env.PORT ?? 9999);

const client = net.createServer();
client.listen(PORT, HOST, () => console.log(`Connected to ${HOST}:${PORT}`));
client.on("error", (error) => console.error(`Failed (${HOST}:${PORT}): ${error.message}`));
