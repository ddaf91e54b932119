import { make } from "../Rule.ts"

/** What a vendor sends is a fact, and a fact has a source that a reader can open. */
export const wireSource = make("wire-source", "Exported wire schemas say where the vendor describes them.", (file) => {
  const { context, place } = file
  const isWire = place.group === "providers" && place.area === "src" && /(^wire\/|Wire\.ts$)/.test(place.path)
  if (!isWire) return {}
  return {
    ExportNamedDeclaration: (node) => {
      if (node.declaration?.type !== "VariableDeclaration") return
      for (const { id, init } of node.declaration.declarations) {
        if (init === null || id.type !== "Identifier") continue
        const text = context.sourceCode.getText(init)
        if (/^Schema\.(Struct|TaggedStruct)\(/.test(text) && !/\bsource(:|,| \}|\})/.test(text))
          file.report(id, `Annotate ${id.name} with the vendor's page: .annotate({ source: … }).`)
      }
    }
  }
})
