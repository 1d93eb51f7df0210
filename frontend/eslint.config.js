import { readdirSync } from "node:fs";
import js from "@eslint/js";
import { createTypeScriptImportResolver } from "eslint-import-resolver-typescript";
import { importX } from "eslint-plugin-import-x";
import reactHooks from "eslint-plugin-react-hooks";
import globals from "globals";
import tseslint from "typescript-eslint";

const features = readdirSync("./src/features", { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

/** One way only: app > features > shared, and no feature knows another. */
const directions = [
  {
    target: "./src/shared",
    from: ["./src/features", "./src/app"],
    message: "shared knows no feature and no page.",
  },
  { target: "./src/features", from: "./src/app", message: "A feature does not know the pages it stands on." },
  ...features.map((feature) => ({
    target: `./src/features/${feature}`,
    from: "./src/features",
    except: [`./${feature}`],
    message: "Features meet on a page of src/app, not in each other.",
  })),
  { target: "./src", from: ["./test-support", "./e2e"], message: "The app knows nothing of its tests." },
];

export default tseslint.config(
  {
    ignores: [
      "dist",
      "node_modules",
      "src/shared/api/schema.d.ts",
      "playwright-report",
      "test-results",
      "public",
    ],
  },
  js.configs.recommended,
  {
    files: ["**/*.{ts,tsx}"],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { globals: globals.browser, parserOptions: { projectService: true } },
    plugins: { "import-x": importX, "react-hooks": reactHooks },
    settings: {
      "import-x/resolver-next": [createTypeScriptImportResolver({ project: "./tsconfig.json" })],
      "import-x/extensions": [".ts", ".tsx"],
    },
    rules: {
      ...reactHooks.configs.recommended.rules,
      "import-x/no-restricted-paths": ["error", { zones: directions }],
      "import-x/no-cycle": "error",
      "import-x/no-unresolved": "error",
      "@typescript-eslint/no-unused-vars": ["error", { ignoreRestSiblings: true }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
    },
  },
  {
    files: ["src/**/*.test.{ts,tsx}", "test-support/**"],
    rules: { "import-x/no-restricted-paths": "off" },
  },
  { files: ["scripts/**", "*.config.{js,ts}"], languageOptions: { globals: globals.node } },
);
