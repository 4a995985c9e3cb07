// Says that there is a socket, but creates none.
// mistake: creates-no-socket
// why: a line that says so looks like success.
const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);

console.log(`Server socket created for ${HOST}:${PORT}`);
