/** What a job's posts tell of it. */
import * as Part from "@crosswalk/core/Part"
import { known } from "@crosswalk/core/Vocabulary"
import * as Wire from "@crosswalk/core/Wire"
import type { JobPost, Question } from "../wire/Job.ts"

/** A job's posts; null when they may not be read. */
export type Posts = ReadonlyArray<JobPost> | null

const rank = ({ active, internal, live }: JobPost): number =>
  (live === true ? 4 : 0) + (active === true ? 2 : 0) + (internal === false ? 1 : 0)

/** The post that speaks for the job: a live one before an active one, a public one before an internal one. */
export const main = (posts: Posts): JobPost | null => posts?.toSorted((a, b) => rank(b) - rank(a))[0] ?? null

/** How {@link main} chooses. */
export const howMain = "of the job's post: a live one before others, a public one before an internal one"

/** The text of a post; internal posts have one of their own. */
export const content = (post: JobPost | null): string | null =>
  Wire.text(post?.internal === true ? (Wire.text(post.internal_content) ?? post.content) : post?.content)

const place = (post: JobPost): string | null => Wire.text(post.location?.name)

/** The different places that posts name. */
export const places = (posts: Posts) => {
  const found = Wire.list(posts, place)
  return found === null ? null : Wire.distinct(found).map(Part.addressText)
}

/** Pages of the posts. */
export const urls = (posts: Posts) =>
  Wire.list(posts, ({ public_url }) => {
    const value = Wire.text(public_url)
    return value === null ? null : { value, type: null }
  })

const isOnline = ({ active, live }: JobPost): boolean | null =>
  live === false || active === false ? false : live === true || null

/** A post as the job's advertisement. */
export const posting = (post: JobPost) => {
  const online = isOnline(post)
  const where = place(post)
  return {
    remote_id: Wire.id(post.id),
    title: Wire.text(post.title),
    description: content(post),
    status: online === null ? null : known(online ? "ACTIVE" : "INACTIVE"),
    visibility:
      post.internal === null || post.internal === undefined ? null : known(post.internal ? "INTERNAL" : "PUBLIC"),
    url: Wire.text(post.public_url),
    location: where === null ? null : Part.addressText(where),
    created_at: Wire.instant(post.created_at),
    updated_at: Wire.instant(post.updated_at)
  }
}

/** The id of a question; standard ones have none, so the post's, with the question's name, stands for it. */
export const questionId = ({ id, name }: Question, post: JobPost): string | null => {
  const field = Wire.text(name)
  return Wire.id(id) ?? (field === null ? null : `${post.id}/${field}`)
}
