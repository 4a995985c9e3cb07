// A right client for step 01, with Socket as a named import. It prints the whole object.
// right for: 01
import { Socket } from "node:net";

const socket = new Socket();
console.log("Created", socket);
