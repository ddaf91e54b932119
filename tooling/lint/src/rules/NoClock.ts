import { isPublished, make } from "../Rule.ts"

/** Time comes from effect's Clock, so that a test can move it. */
export const noClock = make("no-clock", "Time comes from Clock or DateTime, not from Date.", (file) => {
  if (!isPublished(file.place)) return {}
  const converts = file.place.name === "core" && file.place.path === "Wire.ts"
  const now = "Take the time from Clock or DateTime.now, so that a test can set it."
  return {
    NewExpression: (node) => {
      if (node.callee.type !== "Identifier" || node.callee.name !== "Date") return
      if (node.arguments.length === 0) file.report(node, now)
      else if (!converts) file.report(node, "Convert dates with core's Wire module or effect's DateTime.")
    },
    CallExpression: (node) => {
      const { callee } = node
      if (callee.type === "Identifier" && callee.name === "Date") file.report(node, now)
      if (
        callee.type === "MemberExpression" &&
        callee.object.type === "Identifier" &&
        callee.property.type === "Identifier" &&
        callee.property.name === "now" &&
        (callee.object.name === "Date" || callee.object.name === "performance")
      )
        file.report(node, now)
    }
  }
})
