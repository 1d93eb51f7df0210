// Writes the types of the API from openapi.json. With --check it only says whether the written ones are current.
import { readFileSync, writeFileSync } from "node:fs";
import openapiTS, { astToString } from "openapi-typescript";

const TARGET = "src/shared/api/schema.d.ts";
// A value the server has a default for may be left out.
const OPTIONS = { defaultNonNullable: false };
const document = JSON.parse(readFileSync("openapi.json", "utf8"));

// The blueprint's own JSON Schema is set into the document as it is; its `#/$defs/X` are found under no root but its own.
const hoisted = {};
function hoist(part) {
  if (Array.isArray(part)) return part.map(hoist);
  if (part === null || typeof part !== "object") return part;
  // openapi-fetch reads a pair as a list; so do we.
  const { $defs, prefixItems, ...rest } = part;
  if (prefixItems) rest.items = prefixItems[0];
  for (const [name, schema] of Object.entries($defs ?? {})) hoisted[`Blueprint${name}`] = hoist(schema);
  const entries = Object.entries(rest).map(([key, value]) =>
    key === "$ref" ? [key, value.replace("#/$defs/", "#/components/schemas/Blueprint")] : [key, hoist(value)],
  );
  return Object.fromEntries(entries);
}
const whole = hoist(document);
Object.assign(whole.components.schemas, hoisted);

const banner = "// Written from openapi.json by `npm run types`: do not edit.\n\n";
const types = banner + astToString(await openapiTS(whole, OPTIONS));
if (!process.argv.includes("--check")) writeFileSync(TARGET, types);
else if (readFileSync(TARGET, "utf8") !== types) {
  console.error(`${TARGET} is stale: npm run types`);
  process.exit(1);
}
