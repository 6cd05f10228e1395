import core from "eslint-config-next/core-web-vitals";
import typescript from "eslint-config-next/typescript";

// What a route or an action may be: the result of the pipeline, which authenticates, parses, limits and maps errors.
const bareRoutes = [
  {
    selector:
      "ExportNamedDeclaration > FunctionDeclaration[id.name=/^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)$/]",
    message: "A route exports `endpoint({ … })`, so that no request gets past the pipeline.",
  },
  {
    selector:
      "ExportNamedDeclaration > VariableDeclaration > VariableDeclarator[id.name=/^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)$/]:not([init.callee.name='endpoint']):not([init.callee.object.name='endpoint'])",
    message: "A route exports `endpoint({ … })`, so that no request gets past the pipeline.",
  },
];
const serverFile = "Program:has(> ExpressionStatement[directive='use server'])";
const bareActions = [
  {
    selector: `${serverFile} > ExportNamedDeclaration > FunctionDeclaration`,
    message: "A server action is `action(permission, schema, verb)`, so that no form gets past the pipeline.",
  },
  {
    selector: `${serverFile} > ExportNamedDeclaration > VariableDeclaration > VariableDeclarator:not([init.callee.name='action']):not([init.callee.object.name='action'])`,
    message: "A server action is `action(permission, schema, verb)`, so that no form gets past the pipeline.",
  },
  {
    selector: ":function > BlockStatement > ExpressionStatement[directive='use server']",
    message: "Server actions live in `lib/*/actions.ts`, where they go through `action`.",
  },
];

/** @type {import("eslint").Linter.Config[]} */
const config = [
  {
    ignores: [
      ".next/",
      ".cache/",
      ".ecu/",
      "lib/db/generated/",
      "lib/client/schema.d.ts",
      "next-env.d.ts",
      "test-results/",
      "playwright-report/",
    ],
  },
  ...core,
  ...typescript,
  {
    rules: {
      "no-restricted-syntax": ["error", ...bareActions],
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_", ignoreRestSiblings: true },
      ],
      eqeqeq: ["error", "always", { null: "ignore" }],
      // Money is a bigint: a float in its place would be a bug that no test sees.
      "no-restricted-globals": [
        "error",
        { name: "parseFloat", message: "Amounts are bigints: use parseCredits or parseUsd." },
      ],
    },
  },
  // Sign-in is next-auth's route; its own pipeline is lib/web/sign-in-route.ts.
  {
    files: ["app/**/route.ts"],
    ignores: ["app/api/auth/**"],
    rules: { "no-restricted-syntax": ["error", ...bareRoutes, ...bareActions] },
  },
];

export default config;
