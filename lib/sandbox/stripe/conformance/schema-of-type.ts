import { relative } from "node:path";
import ts from "typescript";
import type { Schema } from "./schema";

/** Turns types of the SDK's declarations into JSON Schema; types with a name become definitions, so cycles end. */
export class SchemaOfType {
  readonly definitions: Record<string, Schema> = {};

  /**
   * @param root the folder that names of definitions are relative to
   * @param whole Stripe's objects that are described in full, by their `object`; of others only that is checked, since
   * they are never met, and everything hangs together with everything
   */
  constructor(
    private readonly checker: ts.TypeChecker,
    private readonly root: string,
    private readonly whole: ReadonlySet<string>,
  ) {}

  of(type: ts.Type): Schema {
    // An exact decimal is a class of the SDK, and text on the wire.
    if (type.getSymbol()?.name === "Decimal" || type.aliasSymbol?.name === "Decimal")
      return { type: "string", pattern: "^-?\\d+(\\.\\d+)?$" };
    // An event is checked by the declaration of its own type, one of some hundreds.
    if (type.aliasSymbol?.name === "Event")
      return { type: "object", properties: { object: { const: "event" } }, required: ["object", "type"] };
    if (type.isUnion()) return this.union(type.types);
    if (type.isStringLiteral() || type.isNumberLiteral()) return { const: type.value };
    if (type.flags & ts.TypeFlags.BooleanLiteral)
      return { const: this.checker.typeToString(type) === "true" };
    if (type.flags & ts.TypeFlags.String || isOtherString(type)) return { type: "string" };
    if (type.flags & ts.TypeFlags.Number) return { type: "number" };
    if (type.flags & ts.TypeFlags.Null) return { type: "null" };
    if (type.flags & ts.TypeFlags.Object) return this.object(type);
    if (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) return {};
    throw new Error(`no schema for ${this.checker.typeToString(type)}`);
  }

  private union(types: readonly ts.Type[]): Schema {
    const literals = types.filter((type) => type.isStringLiteral()).map(({ value }) => value);
    const open = types.some((type) => isOtherString(type));
    const parts: Schema[] = [];
    if (open) parts.push({ type: "string", ...(literals.length > 0 && { known: literals }) });
    const bools = types.filter((type) => type.flags & ts.TypeFlags.BooleanLiteral);
    if (bools.length === 2) parts.push({ type: "boolean" });
    for (const type of types) {
      if (isNothing(type) || isOtherString(type) || (open && type.isStringLiteral())) continue;
      if (bools.length === 2 && bools.includes(type)) continue;
      parts.push(this.of(type));
    }
    const [only] = parts;
    return parts.length === 1 && only ? only : { anyOf: parts };
  }

  private object(type: ts.Type): Schema {
    if (this.checker.isArrayType(type)) {
      const [item] = this.checker.getTypeArguments(type as ts.TypeReference);
      return { type: "array", items: item ? this.of(item) : {} };
    }
    const name = this.nameOf(type);
    if (!name) return this.shape(type);
    const kind = type.getProperty("id") && kindOf(this.checker, type);
    if (kind && !this.whole.has(kind))
      return { type: "object", properties: { object: { const: kind } }, required: ["object"] };
    if (!this.definitions[name]) {
      this.definitions[name] = {};
      this.definitions[name] = this.shape(type);
    }
    return { $ref: `stripe#/$defs/${encodeURIComponent(name)}` };
  }

  private shape(type: ts.Type): Schema {
    const properties: Record<string, Schema> = {};
    const required: string[] = [];
    for (const property of this.checker.getPropertiesOfType(type)) {
      const its = this.checker.getTypeOfSymbol(property);
      // `deleted?: void` says that it is never there.
      if (isNothing(its) || (its.isUnion() && its.types.every(isNothing))) continue;
      properties[property.name] = this.of(its);
      if (!(property.flags & ts.SymbolFlags.Optional)) required.push(property.name);
    }
    const rest = this.checker.getIndexInfoOfType(type, ts.IndexKind.String);
    return { type: "object", properties, required, additionalProperties: rest ? this.of(rest.type) : false };
  }

  /** The place and name of a declared type; null for one without a name or with type arguments. */
  private nameOf(type: ts.Type): string | null {
    const symbol = type.getSymbol();
    if (!symbol || symbol.name === "__type" || type.aliasSymbol?.name === "Partial") return null;
    if (this.checker.getTypeArguments(type as ts.TypeReference).length > 0) return null;
    const file = symbol.declarations?.[0]?.getSourceFile().fileName ?? "";
    const name = this.checker.getFullyQualifiedName(symbol).replace(/^".*"\./, "");
    return `${relative(this.root, file)
      .replace(/\.d\.ts$/, "")
      .replaceAll("/", ".")}:${name}`;
  }
}

/** Which of Stripe's objects a type is, if it is one: the only value of its `object`. */
export function kindOf(checker: ts.TypeChecker, type: ts.Type): string | null {
  const property = type.getProperty("object");
  const its = property && checker.getTypeOfSymbol(property);
  return its?.isStringLiteral() ? its.value : null;
}

/** `string & Record<never, never>`: how the SDK says that other values may follow. */
function isOtherString(type: ts.Type): boolean {
  return type.isIntersection() && type.types.some(({ flags }) => flags & ts.TypeFlags.String);
}

function isNothing({ flags }: ts.Type): boolean {
  return Boolean(flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Void));
}
