/**
 * Believable people who do not exist: first and last names combined at random, addresses under reserved domains.
 */
import * as Seeded from "./Seeded.ts"

/** A person. */
export interface Person {
  readonly name: string
  /** The name in plain lower-case letters with a dot, as mail addresses have it. */
  readonly slug: string
}

type Name = readonly [written: string, plain: string]

const plain = (names: string): ReadonlyArray<Name> => names.split(" ").map((name) => [name, name.toLowerCase()])

const firstNames: readonly [Name, ...ReadonlyArray<Name>] = [
  ["Zoë", "zoe"],
  ["José", "jose"],
  ["Søren", "soren"],
  ["Łucja", "lucja"],
  ["Jürgen", "juergen"],
  ["Chloé", "chloe"],
  ["Şirin", "sirin"],
  ["Ngọc", "ngoc"],
  ["Мила", "mila"],
  ["Ольга", "olga"],
  ["Νίκος", "nikos"],
  ["יעל", "yael"],
  ["ليلى", "layla"],
  ["अनन्या", "ananya"],
  ["美咲", "misaki"],
  ["지우", "jiwoo"],
  ["晓雨", "xiaoyu"],
  ...plain("Ada Amara Anouk Basil Beatriz Bram Calla Cedric Dalia Dario Edda Eino Elif Emeka Farid Fenna Gideon Greta"),
  ...plain("Hana Hugo Ilse Imani Ines Isko Jola Joram Kaia Kofi Lale Leandro Linnea Malik Marit Milos Nadia Nils Noor"),
  ...plain(
    "Oona Orla Pavel Petra Quentin Rafael Ravi Rosa Sade Samir Sigrid Tamsin Teo Thandi Tomas Ulla Uma Vera Wim"
  ),
  ...plain("Xenia Yara Yusuf Zane Zuri Anne-Marie Jean-Luc")
]

const lastNames: readonly [Name, ...ReadonlyArray<Name>] = [
  ["Núñez", "nunez"],
  ["Björnsen", "bjornsen"],
  ["Kováčová", "kovacova"],
  ["Dąbrowa", "dabrowa"],
  ["Müllerhof", "muellerhof"],
  ["Yıldızlı", "yildizli"],
  ["Trần Vĩnh", "tranvinh"],
  ["O'Farrow", "ofarrow"],
  ["van der Meulen", "vandermeulen"],
  ["de la Vegana", "delavegana"],
  ["Лесная", "lesnaya"],
  ["Παπαλέξης", "papalexis"],
  ["כרמון", "karmon"],
  ["الزهراوي", "alzahrawi"],
  ["वर्धन", "vardhan"],
  ["藤森", "fujimori"],
  ["한별", "hanbyeol"],
  ["林泉", "linquan"],
  ...plain("Abara Alder Amsel Barrow Belmont Birch Brandel Calloway Castine Corvin Dahlby Delacourt Dorsey Eastman"),
  ...plain("Ellery Fairley Fenwick Ferreiro Galloway Garnet Greyson Halloran Harrow Hawksley Ibarra Inverness Jarvela"),
  ...plain("Jessop Kaspar Kestrel Kilbride Lachlan Larkspur Lindqvist Lomax Marlowe Mbeki-Ross Merriweather Montfort"),
  ...plain("Nakoma Northcote Okafor Oldham Osterley Pemberly Quillon Ravensby Redfern Rosling Sandoval Selwyn Stroud"),
  ...plain("Tanager Thorne Tovar Underhay Valcourt Vance Wexley Whitlock Winslow Yarrow Zeller Ziemba")
]

const domains = ["example.com", "example.org", "example.net"] as const

/** The person at an index. `field` is the first of two field numbers the draw takes. */
export const person = (source: Seeded.Seeded, index: number, field: number): Person => {
  const [first, firstPlain] = Seeded.pick(source, index, field, firstNames)
  const [last, lastPlain] = Seeded.pick(source, index, field + 1, lastNames)
  return { name: `${first} ${last}`, slug: `${firstPlain}.${lastPlain}`.replaceAll(" ", "") }
}

/** A mail address of a person; the index keeps namesakes apart. */
export const email = (source: Seeded.Seeded, index: number, field: number, slug: string): string =>
  `${slug}${index}@${Seeded.pick(source, index, field, domains)}`

/** A telephone number of the ranges reserved for fiction, written as people write them. */
export const phone = (source: Seeded.Seeded, index: number, field: number): string => {
  const line = String(Seeded.between(source, index, field, 100, 199))
  switch (Seeded.bits(source, index, field + 1) % 4) {
    case 0:
      return `(415) 555-0${line}`
    case 1:
      return `+1 212 555 0${line}`
    case 2:
      return `+44 20 7946 0${line}`
    default:
      return `2125550${line}`
  }
}
