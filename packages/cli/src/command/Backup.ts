import * as Backup from "@crosswalk/store/Backup"
import { Effect } from "effect"
import * as Argument from "effect/cli/Argument"
import * as Command from "effect/cli/Command"
import { resolve } from "node:path"
import * as DataFolder from "../DataFolder.ts"
import * as Failure from "../Failure.ts"
import * as Output from "../Output.ts"

/** `crosswalk backup <file>`: a copy of an embedded database, whatever else is at work on it. */
export const backup = Command.make(
  "backup",
  {
    file: Argument.String("file").pipe(Argument.withDescription("Where the copy goes; it is replaced when whole")),
    data: DataFolder.flag
  },
  Effect.fn("crosswalk.backup")(function* ({ data, file }) {
    const database = yield* DataFolder.file(data)
    yield* Backup.toFile(database, file)
    yield* Output.note(
      `${resolve(file)} is a copy of the database as it was just now. Keep the encryption key beside it: ` +
        "without the key, credentials in the copy cannot be read."
    )
  }, Failure.logged)
).pipe(Command.withDescription("Copy an embedded database to a file, also while it is in use"))
