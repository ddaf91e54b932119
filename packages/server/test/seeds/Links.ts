/** The page's table: fields that link back to an employee, by category and object, and whether they hold one or many. */
export const links: Readonly<Record<string, Readonly<Record<string, "one" | "many">>>> = {
  "ats/activity": { user_ids: "many" },
  "ats/candidate": { user_id: "one" },
  "ats/document": { user_id: "one" },
  "ats/interview": { user_ids: "many" },
  "uc/call": { user_id: "one" },
  "crm/company": { user_id: "one" },
  "crm/contact": { user_id: "one" },
  "crm/deal": { user_id: "one" },
  "crm/lead": { user_id: "one", creator_user_id: "one" },
  "hris/employee": { manager_id: "one" },
  "hris/group": { user_ids: "many", manager_ids: "many" },
  "hris/payslip": { user_id: "one" },
  "hris/timeoff": { user_id: "one", approver_user_id: "one" },
  "kms/space": { user_id: "one" },
  "kms/page": { user_id: "one" },
  "storage/file": { user_id: "one" },
  "task/project": { user_ids: "many" },
  "ticketing/note": { user_id: "one" },
  "ticketing/ticket": { user_id: "one" }
}
