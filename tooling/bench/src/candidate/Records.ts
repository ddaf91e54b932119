/** A seeded account of an invented vendor: candidates of about 3 kB, of which a mapping reads about half. */
import * as People from "@crosswalk/sandbox/People"
import * as Seeded from "@crosswalk/sandbox/Seeded"

const person = Seeded.make(31, "person")
const other = Seeded.make(31, "other")
const posting = Seeded.make(31, "posting")
const application = Seeded.make(31, "application")
const file = Seeded.make(31, "file")
const staff = Seeded.make(31, "staff")

const towns = ["Odense", "Łódź", "Ghent", "Porto", "Turku", "Graz", "Brno", "Tartu", "Zadar", "Cork"] as const
const firms = [
  "Nordlicht Optik",
  "Kestrel Freight",
  "Amberline",
  "Poldergas",
  "Tidewater Mills",
  "Quarry & Sons"
] as const
const roles = ["Toolmaker", "Ward nurse", "Data engineer", "Cost accountant", "Night porter", "Pastry chef"] as const
const subjects = ["Mechanics", "Nursing", "Statistics", "Law", "Hospitality", "Marine biology"] as const
const talents = ["welding", "SQL", "triage", "German", "bookkeeping", "forklift", "negotiation", "baking"] as const
const labels = ["relocates", "night shift", "rehire", "referred twice", "no agency", "bilingual"] as const
const channels = ["career page", "job fair", "referral", "agency", "newspaper"] as const
const entries = ["applied", "sourced", "referral", "agency", "boomerang"] as const
const phases = ["new", "phone screen", "on site", "offer"] as const

const day = 86_400_000
const epoch = 1_700_000_000_000
const instant = (index: number, field: number) =>
  new Date(epoch - Seeded.between(other, index, field, 0, 900 * day)).toISOString()

const times = <A>(index: number, field: number, most: number, make: (nth: number) => A): ReadonlyArray<A> =>
  Array.from({ length: Seeded.between(other, index, field, 0, most) }, (_, nth) => make(nth))

const words = (index: number, field: number, list: readonly [string, ...ReadonlyArray<string>], most: number) => [
  ...new Set(times(index, field, most, (nth) => Seeded.pick(other, index, field + 1 + nth, list)))
]

const employee = (index: number, field: number) => {
  const nth = Seeded.between(other, index, field, 0, 60)
  return {
    uid: Seeded.uuid(staff, nth),
    name: People.person(staff, nth, 1).name,
    desk: 100 + nth,
    active: nth % 9 !== 0
  }
}

/** The candidate at an index, as the vendor would send it. */
export const record = (index: number): Readonly<Record<string, unknown>> => {
  const { name, slug } = People.person(person, index, 1)
  const space = name.indexOf(" ")
  const town = Seeded.pick(other, index, 1, towns)
  return {
    uid: Seeded.uuid(person, index),
    number: 40_000 + index,
    given: name.slice(0, space),
    family: name.slice(space + 1),
    display: name,
    employer: Seeded.pick(other, index, 2, firms),
    role: Seeded.pick(other, index, 3, roles),
    blurb: Seeded.chance(other, index, 4, 0.3) ? null : `${Seeded.pick(other, index, 3, roles)} from ${town}`,
    summary:
      "Came to us through a colleague; prefers mornings, has a car, and asked twice about the pension scheme. " +
      `Would move from ${town} for the right team. `.repeat(Seeded.between(other, index, 5, 0, 3)),
    mails: [
      { address: People.email(person, index, 3, slug), label: "private", primary: true, bounced: null },
      ...times(index, 6, 1, () => ({
        address: `${slug}.work@example.org`,
        label: "work",
        primary: false,
        bounced: null
      }))
    ],
    phones: times(index, 7, 2, (nth) => ({ number: `+1 202 555 01${10 + nth}`, label: nth === 0 ? "mobile" : "" })),
    pages: times(index, 8, 2, (nth) => ({
      href: `https://example.net/${slug}/${nth}`,
      label: null,
      checked: nth === 0
    })),
    places: [
      {
        line: `${Seeded.between(other, index, 9, 1, 240)} Harbour Row`,
        city: town,
        region: null,
        postcode: String(Seeded.between(other, index, 10, 10_000, 99_999)),
        country: "DK",
        position: { latitude: 55.4 + index / 1e5, longitude: 10.3 + index / 1e5 }
      }
    ],
    born: Seeded.chance(other, index, 11, 0.5) ? `19${Seeded.between(other, index, 12, 60, 99)}-04-17` : null,
    picture: Seeded.chance(other, index, 13, 0.4) ? `https://example.net/pictures/${index}.jpg` : null,
    posts: times(index, 14, 3, (nth) => ({
      role: Seeded.pick(other, index, 15 + nth, roles),
      employer: Seeded.pick(other, index, 18 + nth, firms),
      place: nth === 0 ? town : null,
      from: `${2019 - nth * 3}-0${1 + nth}`,
      until: nth === 0 ? null : `${2022 - nth * 3}-01`,
      verified: false
    })),
    schools: times(index, 21, 2, (nth) => ({
      school: `${town} College`,
      degree: nth === 0 ? "Diploma" : null,
      subject: Seeded.pick(other, index, 22 + nth, subjects),
      from: "2009",
      until: "2012",
      grade: 1.7
    })),
    skills: words(index, 30, talents, 4),
    labels: words(index, 40, labels, 3).map((text) => ({
      uid: `lb-${text.replaceAll(" ", "-")}`,
      text,
      colour: "#4a7"
    })),
    channels: words(index, 50, channels, 2),
    entry: Seeded.pick(other, index, 24, entries),
    confidential: Seeded.chance(other, index, 25, 0.05),
    anonymous: false,
    link: `https://harbour.example.com/people/${index}`,
    created: instant(index, 26),
    changed: instant(index, 27),
    touched: Seeded.chance(other, index, 28, 0.8) ? instant(index, 29) : null,
    applications: Array.from({ length: Seeded.between(other, index, 60, 1, 2) }, (_, nth) => ({
      uid: Seeded.uuid(application, index * 2 + nth),
      job: {
        uid: Seeded.uuid(posting, Seeded.between(other, index, 61 + nth, 0, 80)),
        title: Seeded.pick(other, index, 63, roles)
      },
      phase: Seeded.pick(other, index, 64 + nth, phases),
      at: instant(index, 66 + nth),
      answers: { notice: "4 weeks", salary: 41_000 + nth * 500, permit: true }
    })),
    files: times(index, 70, 2, (nth) => ({
      uid: Seeded.uuid(file, index * 2 + nth),
      kind: nth === 0 ? "cv" : "letter",
      title: `${slug}-${nth}.pdf`,
      bytes: Seeded.between(other, index, 71 + nth, 20_000, 900_000)
    })),
    owner: Seeded.chance(other, index, 75, 0.1) ? null : employee(index, 76),
    watchers: times(index, 77, 2, (nth) => employee(index, 78 + nth)),
    extras: { shirt: "M", notice_period: Seeded.between(other, index, 82, 1, 6), commute: `${town} line` },
    consent: { stored: true, until: instant(index, 83), asked_by: "form 12", versions: [3, 4] },
    history: Array.from({ length: Seeded.between(other, index, 86, 4, 9) }, (_, nth) => ({
      at: instant(index, 90 + nth),
      what: Seeded.pick(other, index, 100 + nth, ["moved", "mailed", "called", "noted"]),
      by: Seeded.between(other, index, 110 + nth, 100, 160)
    })),
    scores: { fit: Seeded.unit(other, index, 84), speed: Seeded.unit(other, index, 85), panel: [2, 4, 3] }
  }
}
