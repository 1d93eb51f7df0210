// Writes the types of the API from openapi.json. With --check it only says whether the written ones are current.
import { readFileSync, writeFileSync } from "node:fs";
import openapiTS, { astToString } from "openapi-typescript";

const TARGET = "src/shared/api/schema.d.ts";
// A value the server has a default for may be left out.
const OPTIONS = { defaultNonNullable: false };
const document = JSON.parse(readFileSync("openapi.json", "utf8"));

// openapi-fetch reads a pair as a list; so do we.
function pairsAsLists(part) {
  if (Array.isArray(part)) return part.map(pairsAsLists);
  if (part === null || typeof part !== "object") return part;
  const { prefixItems, ...rest } = part;
  if (prefixItems) rest.items = prefixItems[0];
  return Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, pairsAsLists(value)]));
}

const banner = "// Written from openapi.json by `npm run types`: do not edit.\n\n";
const types = banner + astToString(await openapiTS(pairsAsLists(document), OPTIONS));
if (!process.argv.includes("--check")) writeFileSync(TARGET, types);
else if (readFileSync(TARGET, "utf8") !== types) {
  console.error(`${TARGET} is stale: npm run types`);
  process.exit(1);
}
