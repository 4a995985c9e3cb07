// The bites in which the lesson takes step 07, as what a reader changes in the programs.
import type { Side } from "../../../tutor/course/course.ts";
import { fileOf, type Edit } from "../scene.ts";

/** What follows a `try` in the program of `side`, which closes with `closing`. */
function ending(side: Side, closing: string): string {
  return `} catch (error) {
  console.error(\`Echo ${side} failed (\${HOST}:\${PORT}): \${(error as Error).message}\`);
  process.exitCode = 1;
} finally {
  ${closing}
}
`;
}

/** The first bite. */
export const CLIENT_CATCHES: readonly Edit[] = [
  [
    fileOf(7, "client"),
    /socket\.connect[^]*await once\(socket, "close"\);\n/,
    `try {\n$&${ending("client", "socket.destroy();")}`,
  ],
];
/** The third. */
export const SERVER_CATCHES: readonly Edit[] = [
  [fileOf(7, "server"), "const [socket]", "[socket]"],
  [fileOf(7, "server"), "\nserver.close();\n", "\n"],
  [
    fileOf(7, "server"),
    /server\.listen[^]*await once\(socket, "close"\);\n/,
    `let socket: net.Socket | undefined;\ntry {\n$&${ending("server", "socket?.destroy();\n  server.close();")}`,
  ],
];
/** The second and the fourth. */
export function eitherEvent(side: Side): Edit {
  return [
    fileOf(7, side),
    /const \[(\w+)\] = \(await once\(socket, "data"\)\) as \[Buffer\];\n/,
    `const [$1] = (await Promise.race([once(socket, "data"), once(socket, "end")])) as [Buffer?];
if ($1 === undefined) throw new Error("nothing has come");
`,
  ];
}
