/** What must not compile in a host application: providers and models that it did not compose. */
import { Redacted } from "effect"
import * as Recruiting from "../src/Recruiting.ts"

const recruiting = Recruiting.open({ database: ":memory:", encryptionKey: Redacted.make("07".repeat(32)) })

void recruiting.connect("greenhouse", { credentials: {} })

// @ts-expect-error -- a provider that is not among those of this application
void recruiting.connect("ukg-pro", { credentials: {} })

// @ts-expect-error -- the same
void recruiting.list("bamboohr", "a", "candidate")

// @ts-expect-error -- neither Lever nor Greenhouse knows payslips
void recruiting.list("lever", "a", "payslip")
