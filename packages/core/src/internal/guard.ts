/**
 * Compiles a schema's check to one plain predicate.
 *
 * effect's parser walks the schema for each value, and its own compiler looks the type of a nullable value up in a
 * table; nearly every field of a model is nullable. Here such a field is `typeof v === "string" || v === null`. What is
 * not covered below is left to `Schema.is`, node by node; where generating code is forbidden, so is everything.
 */
import { Result, Schema, SchemaAST } from "effect"

type Predicate = (value: unknown) => boolean

/** Whether a value fits a schema's decoded side. Agrees with `Schema.is`; compiled on first use. */
export const guard = (schema: Schema.Constraint): Predicate => {
  let fits: Predicate = (value) => {
    fits = compile(schema)
    return fits(value)
  }
  return (value) => fits(value)
}

const compile = (schema: Schema.Constraint): Predicate => {
  const { constants, functions, test } = emitter()
  const root = test(SchemaAST.toType(schema.ast), "value")
  const source = `"use strict"; ${functions.join("; ")}; return (value) => ${root}`
  return Result.getOrElse(
    Result.try(() => new Function("constants", source)(constants)),
    () => Schema.is(schema)
  )
}

/**
 * Writes the test of a node as an expression over a variable's name, and what it needs beside it: `constants` under that
 * name, and the `functions` before it.
 */
export const emitter = () => {
  const constants: Array<unknown> = []
  const functions: Array<string> = []
  const names = new Map<SchemaAST.AST, string>()

  const constant = (value: unknown): string => `constants[${constants.push(value) - 1}]`

  /** A text stands in the code, where it is compared sooner than one that is looked up. */
  const literal = (ast: SchemaAST.Literal) =>
    typeof ast.literal === "string" ? JSON.stringify(ast.literal) : constant(ast.literal)

  const left = (ast: SchemaAST.AST, value: string) => `${constant(Schema.is(Schema.make(ast)))}(${value})`

  const checked = (ast: SchemaAST.AST, value: string) =>
    ast.checks === undefined ? "" : ` && ${constant(passes(ast, ast.checks))}(${value})`

  /** A test that takes statements is a function, shared by all places where its node stands. */
  const call = (ast: SchemaAST.AST, statements: () => string, value: string): string => {
    let name = names.get(ast)
    if (name === undefined) {
      names.set(ast, (name = `fits${names.size}`))
      functions.push(`function ${name}(value) { ${statements()} return true }`)
    }
    return `${name}(${value})`
  }

  const list = (item: SchemaAST.AST) =>
    `if (!Array.isArray(value)) return false;
     for (let at = 0; at < value.length; at++) { const item = value[at]; if (!(${test(item, "item")})) return false }`

  const struct = (ast: SchemaAST.Objects) => {
    const fields = ast.propertySignatures.map(({ name, type }, nth) => {
      const key = JSON.stringify(name)
      const fits = `(${test(type, `field${nth}`)})`
      // A field that holds undefined is there; one that was left out is not.
      const passes = SchemaAST.isOptional(type)
        ? `${fits} || (field${nth} === undefined && !(${key} in value))`
        : `${fits} && (field${nth} !== undefined || ${key} in value)`
      return `const field${nth} = value[${key}]; if (!(${passes})) return false;`
    })
    const entries = ast.indexSignatures.map(({ type }) => {
      const fits = test(type, "value[key]")
      return fits === "true" ? "" : `for (const key of Object.keys(value)) if (!(${fits})) return false;`
    })
    const isObject = `if (typeof value !== "object" || value === null || Array.isArray(value)) return false;`
    return [isObject, ...fields, ...entries].join(" ")
  }

  const test = (ast: SchemaAST.AST, value: string): string => {
    switch (ast._tag) {
      case "Unknown":
        return `true${checked(ast, value)}`
      case "Null":
        return `${value} === null${checked(ast, value)}`
      case "Undefined":
        return `${value} === undefined${checked(ast, value)}`
      case "String":
      case "Number":
      case "Boolean":
        return `typeof ${value} === "${ast._tag.toLowerCase()}"${checked(ast, value)}`
      case "Literal":
        return `${value} === ${literal(ast)}${checked(ast, value)}`
      case "Union":
        return ast.checks === undefined && ast.options?.mode !== "oneOf" && ast.types.length > 0
          ? `(${ast.types.map((type) => test(type, value)).join(" || ")})`
          : left(ast, value)
      case "Arrays": {
        const [item, ...after] = ast.rest
        return ast.checks === undefined && ast.elements.length === 0 && item !== undefined && after.length === 0
          ? call(ast, () => list(item), value)
          : left(ast, value)
      }
      case "Objects":
        return ast.checks === undefined && isPlain(ast) ? call(ast, () => struct(ast), value) : left(ast, value)
      default:
        return left(ast, value)
    }
  }

  return { constants, functions, test }
}

/** There is at least one key, and all are ordinary text; `__proto__` is not. */
const isPlain = (ast: SchemaAST.Objects): boolean =>
  ast.propertySignatures.length + ast.indexSignatures.length > 0 &&
  ast.propertySignatures.every(({ name }) => typeof name === "string" && name !== "__proto__") &&
  ast.indexSignatures.every(({ parameter }) => parameter._tag === "String" && parameter.checks === undefined)

const options: SchemaAST.ParseOptions = {}

const passes = (ast: SchemaAST.AST, checks: SchemaAST.Checks): Predicate => {
  const tests = checks.map((check): Predicate =>
    check._tag === "FilterGroup" ? passes(ast, check.checks) : (value) => check.run(value, ast, options) === undefined
  )
  const [first] = tests
  return first !== undefined && tests.length === 1 ? first : (value) => tests.every((test) => test(value))
}
