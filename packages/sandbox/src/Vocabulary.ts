/**
 * Believable words for company data: places, employers, trades, money. All employers are made up.
 */

/** A place as people type it; the same city appears in several spellings. */
export const places = [
  "San Francisco, CA",
  "New York",
  "New York, NY",
  "new york",
  "London",
  "Berlin",
  "Paris, France",
  "São Paulo",
  "Zürich",
  "東京",
  "Bengaluru",
  "Remote",
  "Remote - EMEA",
  "Toronto, ON"
] as const

/** Departments with their teams, and the titles hired for in each team. Two differ in case alone, as they do in life. */
export const departments = [
  {
    department: "Engineering",
    team: "Platform",
    titles: ["Backend Engineer", "Site Reliability Engineer", "Staff Engineer"]
  },
  { department: "Engineering", team: "Applications", titles: ["Front-end Developer", "iOS Developer", "QA Engineer"] },
  { department: "engineering", team: "Data", titles: ["Data Engineer", "Machine Learning Engineer"] },
  { department: "Product", team: "Design", titles: ["Product Designer", "UX Researcher"] },
  { department: "Product", team: "Product Management", titles: ["Product Manager", "Senior Product Manager"] },
  { department: "Sales", team: "Account Executives", titles: ["Account Executive", "Enterprise Account Executive"] },
  { department: "Sales", team: "Sales Development", titles: ["Sales Development Representative"] },
  { department: "Marketing", team: "Brand", titles: ["Content Strategist", "Brand Manager"] },
  { department: "Customer Success", team: "Support", titles: ["Support Specialist", "Customer Success Manager"] },
  { department: "People & Culture", team: "Recruiting", titles: ["Recruiter", "Recruiting Coordinator"] },
  { department: "Finance", team: "Accounting", titles: ["Accountant", "Financial Analyst"] },
  { department: "Operations", team: "Facilities", titles: ["Office Manager"] }
] as const

/** Employers that do not exist. */
export const companies = [
  "Larkfield Analytics",
  "Brightwater Logistics, Inc.",
  "Nordlicht GmbH",
  "Quietstone Robotics",
  "Atelier Vermeille",
  "Seven Kettles",
  "Halcyon & Finch",
  "Orchard Nine",
  "Tidemark Health",
  "Pale Blue Foundry",
  "Maison Corbeau",
  "Kite & Compass",
  "Silverbeck Energy",
  "Montañas Software S.L."
] as const

/** Universities that do not exist. */
export const schools = [
  "University of Northmere",
  "Technische Hochschule Weidental",
  "Université de Valbrume",
  "Eastlake State College"
] as const

/** Kinds of employment, in the spellings one account may hold side by side. */
export const commitments = ["Full-time", "Full-Time", "Part-time", "Contract", "Intern"] as const

/** Currencies with a yearly pay that is ordinary in them. */
export const currencies = [
  { currency: "USD", pay: 120_000 },
  { currency: "EUR", pay: 70_000 },
  { currency: "GBP", pay: 62_000 },
  { currency: "JPY", pay: 8_400_000 }
] as const

/** Sentences for notes and comments, some with line ends, quotes and emoji. */
export const remarks = [
  "Strong communicator, asked good questions about the roadmap.",
  "Would like to start in spring.\nPrefers e-mail over phone.",
  'Said: "I want to own something end to end."',
  "Références vérifiées, tout est en ordre ✅",
  "Not a fit for this team, but worth keeping in touch 🙂",
  "Follow up after the portfolio review."
] as const
