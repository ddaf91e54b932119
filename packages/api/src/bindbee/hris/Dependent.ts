/** People whom employees provide for, and accounts that pay goes to. */
import { BankInfo } from "@crosswalk/core/hris/BankInfo"
import { Dependent } from "@crosswalk/core/hris/Dependent"
import type { RecordOf } from "../../Related.ts"
import * as Shape from "../../Shape.ts"
import * as Time from "../../Time.ts"
import * as Word from "../../Word.ts"
import * as PostalAddress from "../PostalAddress.ts"
import * as Row from "../Row.ts"
import * as Words from "../Words.ts"
import * as Contact from "./Contact.ts"

const relationships = ["CHILD", "SPOUSE", "DOMESTIC_PARTNER", "SIBLING", "PARENT"] as const

const relationship = {
  CHILD: "CHILD",
  SPOUSE: "SPOUSE",
  DOMESTIC_PARTNER: "DOMESTIC_PARTNER",
  SIBLING: "SIBLING",
  PARENT: "PARENT",
  FRIEND: null,
  OTHER: null
} as const satisfies Word.Table<Word.Ours<RecordOf<"dependent">["relationship"]>, (typeof relationships)[number]>

/** Somebody close to an employee. */
export const dependent = Row.projection(
  Dependent,
  Row.shape("Dependent", {
    employee: Row.one("The employee whom the person is close to."),
    home_location: Shape.maybe(PostalAddress.HrisAddress, "Where the person lives."),
    first_name: Shape.text("Given name."),
    middle_name: Shape.text("Name between the given and the family name."),
    last_name: Shape.text("Family name."),
    relationship: Shape.open(relationships, "What the person is to the employee."),
    date_of_birth: Shape.instant("Date of birth, as its midnight."),
    gender: Shape.open(Words.genders, "Gender."),
    phone_number: Shape.text("Telephone number, as the vendor writes it; the first of several."),
    is_student: Shape.boolean("Whether the person studies."),
    ssn: Shape.text("Number of the social security.")
  }),
  {
    fields: {
      ...Row.rules,
      employee: ({ user_id }) => user_id,
      home_location: ({ home_address }) => PostalAddress.structure(home_address),
      first_name: ({ first_name }) => first_name,
      middle_name: ({ middle_name }) => middle_name,
      last_name: ({ last_name }) => last_name,
      relationship: (person) => Word.open(relationship, person.relationship),
      date_of_birth: ({ date_of_birth }) => Time.midnight(date_of_birth),
      gender: ({ gender }) => Word.open(Words.gender, gender),
      phone_number: ({ phones }) => phones?.[0]?.value ?? null,
      is_student: ({ is_student }) => is_student,
      ssn: Contact.ssn
    }
  }
)

const accountTypes = ["SAVINGS", "CHECKING", "-"] as const

/** Kinds of accounts. */
export const accountType = {
  SAVINGS: "SAVINGS",
  CHECKING: "CHECKING"
} as const satisfies Word.Table<Word.Ours<RecordOf<"bank_info">["account_type"]>, (typeof accountTypes)[number]>

/** An account. */
export const bankInfo = Row.projection(
  BankInfo,
  Row.shape("BankInfo", {
    employee: Row.one("Who is paid."),
    account_number: Shape.text("Number of the account; the international one, where the vendor gives no other."),
    routing_number: Shape.text("National code of the bank."),
    bank_name: Shape.text("The bank by name."),
    account_type: Shape.open(accountTypes, "Kind of account."),
    remote_created_at: Shape.instant("When the record was created at the vendor.")
  }),
  {
    fields: {
      ...Row.rules,
      employee: ({ user_id }) => user_id,
      account_number: ({ account_number, iban }) => account_number ?? iban,
      routing_number: ({ routing_number }) => routing_number,
      bank_name: ({ bank_name }) => bank_name,
      account_type: ({ account_type }) => Word.open(accountType, account_type),
      remote_created_at: ({ remote_created_at }) => Time.instant(remote_created_at)
    }
  }
)
