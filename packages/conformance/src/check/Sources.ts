/** Every shape and every mapping names the vendor's page that it follows. */
import { facts } from "@crosswalk/core/Annotations"
import * as Check from "../Check.ts"
import * as Finding from "../Finding.ts"

const isAddress = (text: string | undefined): boolean => text !== undefined && URL.canParse(text)

/** Wire schemas have a `source`, mappers have `docs`. */
export const sources = Check.make("sources", "names the vendor's page behind each shape and mapping", (subject) => [
  ...subject.resources.flatMap(({ name, wire }) =>
    isAddress(facts(wire).source)
      ? []
      : [Finding.make(name, "its wire schema has no `source`; annotate the address of the vendor's page")]
  ),
  ...subject.provider.mappers.flatMap(({ docs, name }) =>
    isAddress(docs) ? [] : [Finding.make(name, "its `docs` is no address of the vendor's page")]
  )
])
