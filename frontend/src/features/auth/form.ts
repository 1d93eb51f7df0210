/** The text a form holds under a name; "" when it holds none. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}

/** What the server found wrong with one field, as one sentence. */
export const fieldProblem = (fields: Readonly<Record<string, string[]>>, name: string): string | undefined =>
  fields[name]?.join(" ");
