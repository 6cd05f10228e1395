import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import ts from "typescript";
import type { CallSchema, Schema, Schemas } from "./schema";
import { kindOf, SchemaOfType } from "./schema-of-type";
import { type SdkCall, sdkCalls } from "./sdk-calls";

/** The declarations of the installed `stripe` package. */
export const RESOURCES = join(dirname(createRequire(import.meta.url).resolve("stripe")), "../esm/resources");

/**
 * Makes JSON Schema from the declarations of the `stripe` package: for the calls that are asked for, for all events,
 * and for the objects that these calls answer with.
 */
export function generateSchemas(wanted: readonly string[]): Schemas {
  const calls = sdkCalls(RESOURCES).filter(({ call }) => wanted.includes(call));
  const events = join(RESOURCES, "Events.d.ts");
  const program = ts.createProgram([...new Set([...calls.map(({ file }) => file), events])], {
    strict: true,
    skipLibCheck: true,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    target: ts.ScriptTarget.ES2022,
    types: [],
  });
  const checker = program.getTypeChecker();
  const declarations = new Map(calls.map((call) => [call.call, declarationOf(program, call)]));
  const convert = new SchemaOfType(checker, RESOURCES, kindsAnswered(checker, [...declarations.values()]));
  const result: Schemas = { definitions: convert.definitions, calls: {}, events: {}, objects: {} };
  for (const [call, declaration] of declarations)
    result.calls[call] = callSchema(declaration, checker, convert);
  for (const event of unionOf(program, checker, events, "Event"))
    result.events[literalOf(checker, event, "type")] = convert.of(event);
  result.objects = objectsAmong(result);
  return result;
}

function declarationOf(program: ts.Program, { file, className, method }: SdkCall): ts.MethodDeclaration {
  for (const statement of program.getSourceFile(file)?.statements ?? [])
    if (ts.isClassDeclaration(statement) && statement.name?.text === className)
      for (const member of statement.members)
        if (ts.isMethodDeclaration(member) && member.name.getText() === method) return member;
  throw new Error(`${className}.${method} is not declared in ${file}`);
}

function callSchema(
  declaration: ts.MethodDeclaration,
  checker: ts.TypeChecker,
  convert: SchemaOfType,
): CallSchema {
  const params = declaration.parameters.find(({ name }) => name.getText() === "params")?.type;
  const request = params ? convert.of(checker.getTypeFromTypeNode(params)) : nothing();
  return { request, answer: answerOf(declaration.type, checker, convert) };
}

/** `Promise<Response<T>>` answers a T, the promises of lists a page of them. */
function answerOf(node: ts.TypeNode | undefined, checker: ts.TypeChecker, convert: SchemaOfType): Schema {
  if (!node || !ts.isTypeReferenceNode(node)) throw new Error(`no answer in ${node?.getText()}`);
  const [argument] = node.typeArguments ?? [];
  const name = node.typeName.getText();
  if (name === "Promise" && argument) return answerOf(argument, checker, convert);
  if (!argument) return convert.of(checker.getTypeFromTypeNode(node));
  const item = convert.of(checker.getTypeFromTypeNode(argument));
  if (name === "Response") return item;
  const page = {
    data: { type: "array", items: item },
    has_more: { type: "boolean" },
    url: { type: "string" },
  } as const;
  if (name === "ApiListPromise") return closed({ object: { const: "list" }, ...page }, []);
  const next = { anyOf: [{ type: "string" }, { type: "null" }] } satisfies Schema;
  return closed(
    { object: { const: "search_result" }, ...page, next_page: next, total_count: { type: "number" } },
    ["total_count"],
  );
}

function closed(properties: Record<string, Schema>, optional: string[]): Schema {
  const required = Object.keys(properties).filter((name) => !optional.includes(name));
  return { type: "object", properties, required, additionalProperties: false };
}

function nothing(): Schema {
  return closed({}, []);
}

function unionOf(program: ts.Program, checker: ts.TypeChecker, file: string, name: string): ts.Type[] {
  const source = program.getSourceFile(file);
  const symbol = source && checker.getSymbolAtLocation(source);
  const exported = symbol && checker.getExportsOfModule(symbol).find((one) => one.name === name);
  const type = exported && checker.getDeclaredTypeOfSymbol(exported);
  if (!type?.isUnion()) throw new Error(`${name} is no union in ${file}`);
  return type.types;
}

function literalOf(checker: ts.TypeChecker, type: ts.Type, property: string): string {
  const symbol = type.getProperty(property);
  const its = symbol && checker.getTypeOfSymbol(symbol);
  if (!its?.isStringLiteral()) throw new Error(`${property} of ${checker.typeToString(type)} is no literal`);
  return its.value;
}

/** The objects that the calls answer with. */
function kindsAnswered(checker: ts.TypeChecker, declarations: readonly ts.MethodDeclaration[]): Set<string> {
  const answered = declarations.flatMap(({ type }) => {
    const answer = type && innermost(type);
    const its = answer && checker.getTypeFromTypeNode(answer);
    return its ? (its.isUnion() ? its.types : [its]) : [];
  });
  return new Set(answered.flatMap((type) => kindOf(checker, type) ?? []));
}

/** The T of `Promise<Response<T>>` and of `ApiListPromise<T>`. */
function innermost(node: ts.TypeNode): ts.TypeNode {
  const [argument] = ts.isTypeReferenceNode(node) ? (node.typeArguments ?? []) : [];
  return argument ? innermost(argument) : node;
}

/** Definitions that say of themselves which `object` they are. */
function objectsAmong({ definitions }: Schemas): Record<string, Schema> {
  const objects: Record<string, Schema> = {};
  for (const [name, { properties }] of Object.entries(definitions)) {
    const object = properties?.object?.const;
    if (typeof object !== "string" || !properties?.id) continue;
    const key = properties.deleted ? `deleted_${object}` : object;
    objects[key] ??= { $ref: `stripe#/$defs/${encodeURIComponent(name)}` };
  }
  return objects;
}
