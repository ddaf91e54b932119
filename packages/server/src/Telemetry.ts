/**
 * Traces and logs to a collector of OpenTelemetry, where `OTEL_EXPORTER_OTLP_ENDPOINT` is set; the other variables of
 * OpenTelemetry's exporters hold, too.
 */
import { Config, ConfigProvider, Effect, Layer, Option } from "effect"
import * as FetchHttpClient from "effect/http/FetchHttpClient"
import * as HttpClient from "effect/http/HttpClient"

/** What holds where the environment says nothing else. */
const standard = ConfigProvider.fromUnknown({
  OTEL_SERVICE_NAME: "crosswalk",
  OTEL_TRACES_EXPORTER: "otlp",
  OTEL_LOGS_EXPORTER: "otlp"
})

/** Requests to vendors have no spans, as their addresses may hold secrets, and tell vendors nothing of our traces. */
const isQuiet = Layer.mergeAll(
  Layer.succeed(HttpClient.TracerDisabledWhen)(() => true),
  Layer.succeed(HttpClient.TracerPropagationEnabled)(false)
)

/** Where the collector is, and how it is spoken to; none without `OTEL_EXPORTER_OTLP_ENDPOINT`. */
export const config = Config.all({
  endpoint: Config.option(Config.URL("OTEL_EXPORTER_OTLP_ENDPOINT")),
  protocol: Config.Literals(["http/protobuf", "http/json"], "OTEL_EXPORTER_OTLP_PROTOCOL").pipe(
    Config.withDefault("http/protobuf" as const)
  )
})

/** Collects what is provided with it, if that is asked for. Needs to be the outermost layer but the configuration. */
export const layer = Layer.unwrap(
  Effect.gen(function* () {
    const { endpoint, protocol } = yield* config
    if (Option.isNone(endpoint)) return Layer.empty
    // Loaded here, since most processes collect nothing.
    const [OtlpTracer, OtlpLogger, OtlpSerialization] = yield* Effect.promise(() =>
      Promise.all([
        import("effect/observability/OtlpTracer"),
        import("effect/observability/OtlpLogger"),
        import("effect/observability/OtlpSerialization")
      ])
    )
    return Layer.mergeAll(OtlpTracer.layerFromConfig(), OtlpLogger.layerFromConfig()).pipe(
      Layer.provide(protocol === "http/json" ? OtlpSerialization.layerJson : OtlpSerialization.layerProtobuf),
      Layer.provide(FetchHttpClient.layer),
      Layer.provide(ConfigProvider.layerAdd(standard)),
      Layer.merge(isQuiet)
    )
  })
)
