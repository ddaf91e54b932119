/** The candidate mapped by one JSONata expression for a page, which checks nothing. */
import type { Identify } from "@crosswalk/core/Id"
import jsonata from "jsonata"
import type { Made } from "../Line.ts"
import { date, instant, origin, text, value } from "./Readers.ts"

const expression = jsonata(`$.{
  "remote_id": uid,
  "remote_created_at": $instant(created),
  "remote_updated_at": $instant(changed),
  "custom_fields": $value(extras),
  "name": $text(display),
  "first_name": $text(given),
  "last_name": $text(family),
  "company": $text(employer),
  "title": $text(role),
  "headline": $text(blurb),
  "summary": $text(summary),
  "emails": [mails.{ "value": address, "type": $text(label) }],
  "phones": [phones.{ "value": number, "type": $text(label) }],
  "urls": [pages.{ "value": href, "type": $text(label) }],
  "locations": [places.{
    "street_1": $text(line), "street_2": null, "city": $text(city), "state": $text(region),
    "zip_code": $text(postcode), "country": $text(country), "raw": null
  }],
  "date_of_birth": $date(born),
  "avatar": $text(picture),
  "experiences": [posts.{
    "title": $text(role), "company": $text(employer), "location": $text(place), "summary": null,
    "started_on": $text(from), "ended_on": $text(until)
  }],
  "education": [schools.{
    "institution": $text(school), "degree": $text(degree), "field": $text(subject), "summary": null,
    "started_on": $text(from), "ended_on": $text(until)
  }],
  "skills": [skills],
  "tags": [labels.text],
  "sources": [channels],
  "origin": $origin(entry),
  "is_private": $value(confidential),
  "can_email": null,
  "is_anonymized": $value(anonymous),
  "external_identifier": null,
  "web_url": $text(link),
  "last_interaction_at": $instant(touched),
  "application_ids": [applications.$id("application", uid)],
  "attachment_ids": [files.$id("attachment", uid)],
  "tag_ids": [labels.$id("tag", uid)],
  "job_ids": [applications.$id("job", job.uid)],
  "user_id": $id("employee", owner.uid),
  "user_ids": [watchers.$id("employee", uid)]
}`)

let identify: Identify = () => ""

for (const [name, read] of Object.entries({ date, instant, origin, text, value }))
  expression.registerFunction(name, read)
expression.registerFunction("id", (model: string, uid: string | undefined) =>
  uid === undefined ? null : identify(model, uid)
)

/** Maps a page's records. */
export const read = async (items: ReadonlyArray<unknown>, identifying: Identify): Promise<ReadonlyArray<Made>> => {
  identify = identifying
  const records: ReadonlyArray<Made["record"]> = await expression.evaluate(items)
  return records.map((record) => ({ model: "candidate", record }))
}
