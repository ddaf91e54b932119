/** What the suite is run on: a provider, its recorded answers and its simulator. */
import type { Provider } from "@crosswalk/core/Provider"
import * as ProviderOf from "@crosswalk/core/Provider"
import type { Resource } from "@crosswalk/core/Resource"
import type { Simulator } from "@crosswalk/sandbox/Simulator"
import * as Fixtures from "./Fixtures.ts"
import * as Material from "./internal/Material.ts"

/** How the suite is run on a provider. */
export interface Options {
  /** Path of the folder of recorded answers. */
  readonly fixtures: string
  /** The provider's simulator; without one, what takes one is not checked. */
  readonly sandbox?: Simulator
  /** Whether to write the expected records instead of comparing with them. Default false. */
  readonly update?: boolean
  /** Makes the random runs against the simulator; the same seed gives the same run. Default 1. */
  readonly seed?: number
}

/** A provider under test. */
export interface Subject {
  readonly provider: Provider
  /** All that a sync of all its models reads. */
  readonly resources: ReadonlyArray<Resource>
  readonly fixtures: Fixtures.Fixtures
  /** The records of the fixtures, landed. */
  readonly material: Material.Material
  readonly simulator: Simulator | null
  readonly isUpdating: boolean
  readonly seed: number
}

/** Reads a provider's fixtures. What cannot be read is a finding of the check `fixtures`. */
export const make = (provider: Provider, options: Options): Subject => {
  const resources = ProviderOf.resourcesFor(provider.mappers)
  const fixtures = Fixtures.read(resources, options.fixtures)
  return {
    provider,
    resources,
    fixtures,
    material: Material.make(resources, fixtures),
    simulator: options.sandbox ?? null,
    isUpdating: options.update ?? false,
    seed: options.seed ?? 1
  }
}
