// The script a first visit loads, compressed, against its budget; the player's own file is counted beside it.
import { readdirSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const BUDGET_KB = 250;
const page = readFileSync("dist/index.html", "utf8");
const weightKb = (path) => gzipSync(readFileSync(path), { level: 9 }).length / 1000;

const scripts = readdirSync("dist/assets").filter((name) => name.endsWith(".js"));
const [first, later] = [true, false].map((isFirst) =>
  scripts.filter((name) => page.includes(name) === isFirst),
);
const sum = (names) => names.reduce((total, name) => total + weightKb(`dist/assets/${name}`), 0);

console.log(
  `first load ${sum(first).toFixed(1)} kB of script (gzip), budget ${BUDGET_KB} kB; later ${sum(later).toFixed(1)} kB`,
);
if (sum(first) > BUDGET_KB || first.length === 0) process.exit(1);
