/**
 * Where each field of the foreign dialects comes from in our models. Raw data, and copies of other records beside their
 * ids, are left out.
 */
import type { ModelName } from "@crosswalk/core/ModelName"

/** Foreign wire shapes. */
export const dialects = ["bindbee", "kombo", "unified"] as const

/** Name of a foreign wire shape. */
export type Dialect = (typeof dialects)[number]

/**
 * `theirs=ours` where the names differ; ours with dots for a part of a structure, and as `@model.field` where it stands
 * in the records of another model that name this one.
 */
type Projection = string

/** Fields of every record. */
export const common: { readonly [D in Dialect]: Projection } = {
  bindbee: "id remote_id modified_at custom_fields",
  kombo: "id remote_id changed_at=modified_at remote_deleted_at",
  unified: "id=remote_id created_at=remote_created_at updated_at=remote_updated_at metadata=custom_fields"
}

/** Fields of each model. */
export const projections: {
  readonly [Name in ModelName]?: { readonly [D in Dialect]?: Projection }
} = {
  candidate: {
    bindbee: `first_name last_name company title last_interaction_at is_private can_email locations=locations.raw
      phone_numbers=phones.value email_addresses=emails.value urls=urls.value tags applications=application_ids
      attachments=attachment_ids remote_created_at remote_updated_at avatar`,
    kombo: `first_name last_name company title confidential=is_private source=sources phone_numbers=phones
      email_addresses=emails social_media=urls location=locations custom_fields remote_url=web_url remote_created_at
      remote_updated_at applications=application_ids tags=tag_ids`,
    unified: `address=locations company_name=company date_of_birth education emails experiences external_identifier
      first_name image_url=avatar job_ids last_name link_urls=urls name origin skills sources summary tags
      telephones=phones title user_id user_ids web_url`
  },
  application: {
    bindbee: `candidate=candidate_id job=job_id applied_at rejected_at source credited_to=credited_to_id
      current_stage=stage_id reject_reason=reject_reason_id`,
    kombo: `outcome=status rejection_reason_name=reject_reason_id rejected_at current_stage_id=stage_id job_id
      candidate_id screening_question_answers=screening_answers custom_fields remote_url=web_url remote_created_at
      remote_updated_at interviews=interview_ids offers=offer_ids candidate=candidate_id current_stage=stage_id
      job=job_id`,
    unified: `answers=screening_answers applied_at candidate_id hired_at job_id offers=offer_ids
      original_status=phase.remote original_substatus=stage_id rejected_at rejected_reason=reject_reason_id source
      status=phase summary user_id`
  },
  job: {
    bindbee: `name description code status job_posting_urls=urls remote_created_at remote_updated_at
      confidential=is_confidential departments=department_ids offices=office_ids hiring_managers=hiring_manager_ids
      recruiters=recruiter_ids`,
    kombo: `name job_code=code description confidential=is_confidential weekly_hours employment_type status visibility
      category department=department_ids post_url=urls.value experience_level remote_work_status=workplace
      salary_amount=pay_ranges.amount salary_amount_from=pay_ranges.minimum salary_amount_to=pay_ranges.maximum
      salary_currency=pay_ranges.currency salary_period=pay_ranges.period location=locations custom_fields
      remote_url=web_url opened_at closed_at remote_created_at remote_updated_at contact_id=user_id stages=stage_ids
      screening_questions=screening_question_ids job_postings=postings hiring_team=user_ids`,
    unified: `addresses=locations closed_at compensation=pay_ranges description employment_type groups=department_ids
      hiring_manager_ids hiring_managers=hiring_manager_ids industry language_locale=language minimum_degree
      minimum_experience_years=minimum_experience name number_of_openings=opening_count openings postings
      public_job_urls=urls.value questions=screening_question_ids recruiter_ids remote=workplace skills status summary
      user_id`
  },
  job_interview_stage: {
    bindbee: "name job=job_id stage_order=position",
    kombo: "name index=position",
    unified: "description job_id original_status=name status=phase"
  },
  scheduled_interview: {
    bindbee: `application=application_id job_interview_stage=stage_id organizer=organizer_id interviewers=user_ids
      location=location.raw start_at=starts_at end_at=ends_at remote_created_at remote_updated_at status`,
    kombo: `title starting_at=starts_at ending_at=ends_at location video_conferencing_url=video_url application_id
      stage_id canceled=status remote_created_at remote_updated_at users=user_ids application=application_id`,
    unified: `application_id candidate_id end_at=ends_at external_event_xref=calendar_event job_id location=location.raw
      start_at=starts_at status user_ids`
  },
  scorecard: {
    bindbee: `application=application_id interview=interview_id interviewer=interviewer_id remote_created_at submitted_at
      overall_recommendation=recommendation`,
    unified: `application_id candidate_id comment interview_id interviewer_id job_id questions=answers
      questions.text=answers.question questions.answer=answers.answer recommendation`
  },
  offer: {
    bindbee: `application=application_id creator=creator_user_id remote_created_at closed_at sent_at
      start_date=starts_on status`,
    kombo: `status employment_start_date=starts_on application_id custom_fields remote_created_at remote_updated_at
      application=application_id`,
    unified: `accepted_at compensation=salary compensation.currency=salary.currency compensation.frequency=salary_period
      compensation.type=additional_pay.type creator_user_id employee_user_id=employee_id rejected_at=declined_at sent_at
      start_at=starts_on status`
  },
  attachment: {
    bindbee: "file_name file_url attachment_type=type candidate=candidate_id",
    kombo: `application_id candidate_id type data_url=file_url file_name content_type remote_created_at
      remote_updated_at`
  },
  document: { unified: "application_id candidate_id document_url=file_url filename=file_name job_id type user_id" },
  activity: {
    bindbee: `user=user_ids activity_type=type subject=title body visibility candidate=candidate_id remote_created_at`,
    unified: `application_id bcc candidate_id cc description=body document_ids from from.email=from.value
      from.name interview_id is_private=visibility job_id sub_type title to type user_ids`
  },
  eeoc: { bindbee: "candidate=candidate_id submitted_at race gender veteran_status disability_status" },
  user: {
    bindbee: "first_name last_name email=emails.value disabled=status remote_created_at access_role=roles.role",
    kombo: `first_name last_name email=emails.value status system_roles=roles system_roles.remote_id=roles.remote_id
      system_roles.remote_label=roles.role.remote system_roles.scope=roles.scope
      system_roles.unified_type=roles.role.value`
  },
  screening_question: {
    bindbee: "job=job_id description title type required=is_required options",
    kombo: `title description format=type format.display_type=display format.max_length=maximum_length
      format.max=maximum format.min=minimum format.accepted_mime_types=accepted_content_types
      format.max_file_size_bytes=maximum_file_size format.options=options category index=position
      required=is_required precondition_question_id precondition_options=precondition_answers`,
    unified: "description options=options.name prompt question=title required=is_required type"
  },
  department: { bindbee: "name", unified: "name type" },
  office: { bindbee: "name location=location.raw" },
  reject_reason: { bindbee: "name", kombo: "name" },
  tag: { bindbee: "name", kombo: "name" },
  employee: {
    bindbee: `employee_number company=company_id first_name middle_name last_name preferred_name display_full_name=name
      username designation=title groups=group_ids department division work_email=emails personal_email=emails
      mobile_phone_number=phones home_phone_number=phones country_code=home_address.country home_location=home_address
      work_location=work_location_ids work_locations=work_location_ids manager=manager_id pay_group
      ssn=identity_numbers gender ethnicity marital_status tobacco_use date_of_birth start_date=hired_on
      remote_created_at employment_status termination_date=terminated_on termination_reason avatar
      payroll_run_calendar=payroll_calendar`,
    kombo: `employee_number first_name last_name nationality=nationalities display_full_name=name job_title=title
      work_email=emails personal_email=emails mobile_phone_number=phones ssn=identity_numbers tax_id=identity_numbers
      gender ethnicity marital_status employment_status employment_type weekly_hours avatar
      work_location_id=work_location_ids legal_entity_id=company_id manager_id home_address date_of_birth
      start_date=hired_on termination_date=terminated_on remote_created_at custom_fields manager=manager_id
      groups=group_ids legal_entity=company_id work_location=work_location_ids bank_accounts=@bank_info
      bank_accounts.iban=@bank_info.iban bank_accounts.bic=@bank_info.bic
      bank_accounts.account_number=@bank_info.account_number bank_accounts.holder_name=@bank_info.holder_name
      bank_accounts.bank_name=@bank_info.bank_name
      bank_accounts.domestic_bank_routing.number=@bank_info.routing_number
      bank_accounts.domestic_bank_routing.type=@bank_info.routing_type employments=@employment
      time_off_balances=@time_off_balance`,
    unified: `address=home_address bio company_id compensation=@compensation
      compensation.amount=@compensation.pay.amount compensation.currency=@compensation.pay.currency
      compensation.frequency=@compensation.period compensation.notes=@compensation.note
      compensation.type=@compensation.type currency=@compensation.pay.currency date_of_birth emails employee_number
      employee_roles=roles employment_status employment_type first_name gender groups=group_ids has_mfa hired_at=hired_on
      image_url=avatar language_locale=language last_name locations=work_location_ids manager_id marital_status name
      pronouns relationships=@dependent relationships.address=@dependent.home_address
      relationships.emails=@dependent.emails relationships.end_at=@dependent.ended_on
      relationships.first_name=@dependent.first_name relationships.is_beneficiary=@dependent.is_beneficiary
      relationships.is_dependent=@dependent.is_dependent relationships.last_name=@dependent.last_name
      relationships.name=@dependent.name relationships.start_at=@dependent.started_on
      relationships.telephones=@dependent.phones relationships.type=@dependent.relationship
      relationships.type.emergency=@dependent.is_emergency_contact salutation ssn_sin=identity_numbers.value
      storage_quota_allocated storage_quota_available storage_quota_used telephones=phones terminated_at=terminated_on
      termination_reason timeoff_days_total=@time_off_balance.granted.value
      timeoff_days_used=@time_off_balance.used.value timezone title`
  },
  employment: {
    bindbee: "employee=user_id job_title=title department division effective_date=effective_on employment_type",
    kombo: `employee_id=user_id job_title=title effective_date=effective_on employment_type custom_fields
      pay_rate=@compensation.pay.amount pay_currency=@compensation.pay.currency pay_period=@compensation.period
      pay_frequency=@compensation.frequency`
  },
  compensation: {
    bindbee: `employee=user_id pay_group pay_rate=pay.amount pay_period=period pay_frequency=frequency
      pay_currency=pay.currency flsa_status start_date=effective_on`
  },
  dependent: {
    bindbee: `employee=user_id home_location=home_address first_name middle_name last_name relationship date_of_birth
      gender phone_number=phones.value is_student ssn=identity_numbers`
  },
  time_off_balance: {
    bindbee: "employee=user_id balance=balance.value used=used.value policy_type=type",
    kombo: `employee_id=user_id type_id=type_remote_id balance=balance.value balance_unit=balance.unit used=used.value
      used_unit=used.unit type`
  },
  bank_info: {
    bindbee: "employee=user_id account_number routing_number bank_name account_type remote_created_at",
    kombo: "iban bic account_number holder_name bank_name routing_number routing_type"
  },
  company: { bindbee: "legal_name display_name=name eins=tax_numbers", kombo: "name address" },
  location: {
    bindbee: `name street_1=address.street_1 street_2=address.street_2 city=address.city state=address.state
      postal_code=address.zip_code country=address.country`,
    kombo: "name address type",
    unified: `address company_id currency description external_identifier is_active is_hq=is_headquarters
      language_locale=language name parent_id telephones=phones timezone`
  },
  group: {
    bindbee: "name type parent_group=parent_id is_commonly_used_as_team=is_team",
    kombo: "name type parent_id",
    unified: "company_id description is_active manager_ids name parent_id type user_ids"
  },
  payslip: {
    unified: `company_id currency=gross_pay.currency deduction=deductions deduction.benefit_id=deductions.benefit_remote_id
      deduction.coverage_level=deductions.coverage details details.amount=details.pay.amount
      details.company_amount=details.company_pay.amount details.employee_amount=details.employee_pay.amount
      end_at=ends_on gross_amount=gross_pay.amount net_amount=net_pay.amount paid_at=paid_on payment_reference
      payment_type start_at=starts_on user_id`
  },
  time_off: {
    bindbee: `employee=user_id approver=approver_user_id status employee_note=comment units=duration.unit
      amount=duration.value request_type=type start_time=starts_on end_time=ends_on`,
    kombo: `employee_id=user_id start_date=starts_on end_date=ends_on start_half_day end_half_day start_time end_time
      amount=duration.value unit=duration.unit status employee_note=comment type_id=type_remote_id remote_created_at
      remote_updated_at type`,
    unified: `approved_at approver_user_id comments=comment company_id duration=duration.value
      duration_type=duration.unit end_at=ends_on is_paid original_type=type.remote reason start_at=starts_on status type
      user_id`
  },
  call: {
    unified: `contact_id=contact_ids contacts=contact_ids end_at=ends_at is_private start_at=starts_at telephone=phone
      type=direction user_id user_name=user_id user_phone`
  },
  contact: {
    unified: `address company company_ids deal_ids department emails first_name image_url=avatar last_name
      link_urls=urls.value name telephones=phones title user_id`
  },
  crm_company: {
    unified: `address contact_ids deal_ids description domains emails employees=employee_count industry is_active
      link_urls=urls.value name tags telephones=phones timezone user_id websites`
  },
  deal: {
    unified: `amount=value.amount closed_at closing_at company_ids contact_ids currency=value.currency description
      lost_reason name pipelines pipelines.id=pipelines.remote_id probability source stages tags user_id won_reason`
  },
  lead: {
    unified: `address company_id company_name=company contact_id creator_user_id emails first_name is_active last_name
      link_urls=urls.value name source status telephones=phones user_id`
  },
  file: {
    unified: `description download_url hash mime_type=content_type name parent_id permissions permissions.roles
      permissions.user_id=permissions.user_remote_id references=related size tags type user_id version web_url`
  },
  space: { unified: "description is_active name parent_id parent_page_id user_id" },
  page: {
    unified: "download_url has_children is_active parent_id space_id title type user_id web_url"
  },
  project: { unified: "description group_ids has_children has_tasks name parent_id user_ids" },
  ticket: {
    unified: `attachment_ids category_id=category.remote_id closed_at customer_id description due_at priority source
      source_ref=source_reference status subject tags url=web_url user_id`
  },
  ticket_note: { unified: "customer_id description=body ticket_id user_id" }
}
