// npm run hint N, npm run answer N and npm run reset N, as a learner types them.
import "../english.ts";
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { scratchFor } from "../scratch.ts";

const STEP_3 = "steps/03-accept-and-connect/echo_server.ts";
const STEP_4 = "steps/04-send-and-receive/echo_server.ts";

describe("help with a step", { concurrency: 2 }, () => {
  test("hints come one by one, say how to get the next, and begin again after the last", async (t) => {
    const scratch = scratchFor(t);
    await scratch.run(["reset", "4"]);
    const first = await scratch.run(["hint", "4"]);
    assert.match(first.stdout, /^Hint 1[^]*npm run hint 4/);
    const titles = [first.stdout.split("\n")[0]];
    for (let again = false; !again;) {
      const { stdout } = await scratch.run(["hint", "4"]);
      again = stdout === first.stdout;
      titles.push(stdout.split("\n")[0]);
    }
    assert.ok(titles.length > 2, titles.join());
    assert.equal(new Set(titles).size, titles.length - 1);
  });

  test("the answer is that which was handed out, also when the next step has been begun", async (t) => {
    const scratch = scratchFor(t);
    scratch.solve(3);
    assert.match((await scratch.run(["answer", "3"])).stdout, /^Your files are the answer/);
    scratch.write(STEP_4, scratch.read(STEP_4).replace("net.createServer()", "net.createServer(/* mine */)"));
    assert.match((await scratch.run(["answer", "3"])).stdout, /^Your files are the answer/);
    scratch.write(STEP_3, scratch.read(STEP_3).replace("net.createServer()", "net.createServer(/* odd */)"));
    const { stdout } = await scratch.run(["answer", "3"]);
    assert.match(stdout, /^- .*odd.*$\n^\+ .*createServer\(\)/m);
    assert.doesNotMatch(stdout, /mine|TODO/);
  });

  test("a reset keeps what was there, says where, and begins with the hints again", async (t) => {
    const scratch = scratchFor(t);
    const starter = scratch.read(STEP_3);
    await scratch.run(["reset", "3"]);
    const first = (await scratch.run(["hint", "3"])).stdout;
    scratch.write(STEP_3, "// my own");
    const { stdout } = await scratch.run(["reset", "3"]);
    const [kept = ""] = /steps\S*mine-\d+/.exec(stdout) ?? [];
    assert.equal(scratch.read(kept), "// my own");
    assert.equal(scratch.read(STEP_3), starter);
    assert.equal((await scratch.run(["hint", "3"])).stdout, first);
  });
});
