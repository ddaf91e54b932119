/**
 * The columns of each endpoint, with the vendor's spellings, its mistakes included.
 */
import type { JsonObject } from "@crosswalk/sandbox/Answer"
import * as Projection from "./Projection.ts"
import * as Wire from "./Wire.ts"

export const personDetails = Projection.make(`
  additionalName1 additionalName2 addressId addressIsOnTaxBoundary addressLatitude cobraExport cobraIsActive cobraReason
  cobraStatus cobraStatusDate communityBroadcastSmsCode consentElectronicW2 consentElectronicw2pr dateDeceased
  dateOfCobraEvent dateOfCobraExport dateOfCobraLetter dateOfI9Expiration datetimeChanged datetimeCreated disabilityType
  ethnicDescription formerName healthBloodType healthEyes healthHair healthHeightFeet healthHeightInches
  healthLastDonateDate i9AlienNumber i9DocA i9DocB i9DocC i9Verified i9VisaType i9WorkAuth isDisabled isMultiPayGroup
  isSmoker militaryService militaryBranchServed militaryEra militaryIsDisabledVet militaryIsOthEligVet
  militaryIsOthEligVetBasis militaryIsActiveWartimeVet nameFormer previousSSN originCountry originLocation w2IsDeceased
  cobraNotes addressSms militarySeparationDate homePhoneIsPrivate smsApprovals smsPayNotification i9VisaExpirationDate
  militaryIsMedalVet lastNameNotSameAsSSCard chkCashingInstCode nationality1 nationality2 nationality3 personId
  employeeId companyId userName firstName middleName lastName preferredName namePrefixCode nameSufixCode=nameSuffixCode
  emailAddress emailAddressAlternate homePhone homePhoneCountry addressLine1 addressLine2 addressCity addressState
  addressZipCode addressCountry addressCounty nationalId nationalIdCountry dateOfBirth gender ethnicIDCode=ethnicIdCode
  maritalStatusCode ssn ssnIsSuppressed`)

export const demographicDetails = Projection.make(`
  ethnicDescription additionalName1 additionalName2 addressId addressIsOnTaxBoundary addressLatitude disabilityType
  formerName healthBloodType healthEyes healthHair healthHeightFeet healthHeightInches healthLastDonateDate healthWeight
  previousSSN originCountry originLocation addressSms homePhoneIsPrivate lastNameNotSameAsSSCard nationality1
  nationality2 nationality3 personId employeeId companyId firstName middleName lastName preferredName namePrefixCode
  nameSuffixCode emailAddress emailAddressAlternate homePhoneID homePhone homePhoneCountry addressLine1 addressLine2
  addressLine3 addressLine4 addressCity addressState addressZipCode addressCountry addressCounty dateOfBirth gender
  ethnicIdCode isSmoker isDisabled:yn maritalStatusCode ssn ssnIsSuppressed userID=userName integrationRecordId
  cellPhoneNumber`)

export const employmentDetails = Projection.make(`
  companyID companyCode companyName employeeID jobDescription payGroupDescription primaryJobCode orgLevel1Code
  orgLevel2Code orgLevel3Code orgLevel4Code originalHireDate lastHireDate fullTimeOrPartTimeCode
  primaryWorkLocationCode languageCode primaryProjectCode workPhoneNumber workPhoneExtension workPhoneCountry dateInJob
  dateLastWorked dateOfBenefitSeniority dateOfSeniority deductionGroupCode earningGroupCode employeeTypeCode
  employeeStatusCode employeeNumber jobChangeReasonCode jobTitle leaveReasonCode supervisorID supervisorFirstName
  supervisorLastName autoAllocate:yn clockCode dateLastPayDatePaid dateOfEarlyRetirement dateOfLocalUnion
  dateOfNationalUnion dateOfRetirement dateOfSuspension dateOfTermination datePaidThru statusStartDate hireSource
  isAutoAllocated:yn isAutopaid=isAutoPaid:yn isMultipleJob:yn jobGroupCode mailstop okToRehire:yn payGroup payPeriod
  plannedLeaveReason positionCode salaryOrHourly scheduledAnnualHrs scheduledFTE scheduledWorkHrs shift shiftGroup
  termReason terminationReasonDescription termType timeclockID unionLocal unionNational weeklyHours dateTimeCreated
  dateTimeChanged supervisorEmployeeNumber supervisorCOID supervisorCompanyCode companyGLSegment locationGLSegment`)

export const employeeEmploymentDetails = Projection.make(`
  companyID employeeID homeCompany isHomeCompany isSupervisor primaryJobCode orgLevel1Code orgLevel2Code orgLevel3Code
  orgLevel4Code originalHireDate lastHireDate fullTimeOrPartTimeCode primaryWorkLocationCode languageCode
  primaryProjectCode workPhoneNumber workPhoneExtension workPhoneCountry dateInJob dateLastWorked
  benefitSeniorityDate=dateOfBenefitSeniority seniorityDate=dateOfSeniority deductionGroupCode earningGroupCode
  jobChangeReasonCode jobTitle employeeTypeCode employeeStatusCode employeeNumber leaveReasonCode supervisorID
  autoAllocate:yn clockCode dateLastPayDatePaid earlyRetirementDate=dateOfEarlyRetirement
  retirementDate=dateOfRetirement suspensionDate=dateOfSuspension terminationDate=dateOfTermination
  payGroupCode=payGroup payPeriod paidThruDate=datePaidThru employeeStatusStartDate=statusStartDate hireSource
  isAutoAllocated isAutoPaid isHighlyCompensated isMultipleJob jobCode=primaryJobCode jobGroupCode annualSalary mailstop
  okToRehire:yn plannedLeaveReason positionCode salaryOrHourly scheduledAnnualHours=scheduledAnnualHrs scheduledFTE
  scheduledWorkHours=scheduledWorkHrs shift shiftGroup terminationReasonCode=termReason
  terminationDescription=terminationReasonDescription termType timeClockID weeklyHours dateTimeCreated dateTimeChanged
  employeeStatusExpectedEndDate integrationRecordId currentCompanyCountryCode homeCompanyCountryCode isKeyEmployee
  hourlyPayRate salaryEffectiveDate unionLocalCode unionNationalCode`)

export const compensationDetails = Projection.make(`
  employeeID companyID annualSalary hourlyPayRate weeklyPayRate payPeriodPayRate currencyCode otherRate1 otherRate2
  otherRate3 otherRate4 payGroupDescription piecePayRate primaryJobCode jobSalaryGrade jobChangeReasonCode jobGroupCode
  jobTitle dateInJob dateLastPaid=dateLastPayDatePaid dateLastWorked dateOfLastSalaryReview
  dateOfNextSalayrReview=dateOfNextSalaryReview isAutoAllocated isAutoPaid isSeasonalWorker isHighlyCompensated
  isMultipleJob payGroupCode=payGroup payPeriod payScaleCode salaryOrHourlyCode=salaryOrHourly fullTimeOrPartTimeCode
  scheduledFullTimeEquivalency=scheduledFTE scheduledPeriodWorkHours=scheduledWorkHrs
  scheduledAnnualWorkHours=scheduledAnnualHrs weeklyHours primaryShiftCode=shift primaryShiftGroupCode=shiftGroup
  avgPayRateCurPer bonusTotalHrs bonusTotalOtHrs datePaidThru emplStatus=employeeStatusCode totalAnnSalary
  distributionCenterCode numberOfPayments performanceReviewRating performanceReviewType`)

/** Text throughout: nothing is the empty text, and dates are written with the month first. */
export const employeeChanges = Projection.make(
  `
  firstName lastName preferredName emailAddress countryCode=addressCountry languageCode employeeNumber employeeId
  personId userIntegrationKey companyName companyId supervisorId=supervisorID salaryOrHourly
  fullTimeOrPartTime=fullTimeOrPartTimeCode isActive workLocationCode=primaryWorkLocationCode jobCode=primaryJobCode
  projectCode orgLevel1Code orgLevel2Code orgLevel3Code orgLevel4Code middleName workPhone=workPhoneNumber homePhone
  employeeAddress1=addressLine1 employeeAddress2=addressLine2 city=addressCity state=addressState
  zipCode=addressZipCode terminationDate=dateOfTermination:us hireDate=originalHireDate:us supervisorName
  suffix=nameSuffixCode prefix=namePrefixCode alternateEmailAddress=emailAddressAlternate gender
  employeeStatus=employeeStatusCode employeeType=employeeTypeCode emplStatusStartDate=statusStartDate:us dateInJob:us
  dateOfLastHire=lastHireDate:us jobGroupCode alternateJobTitle=jobTitle`,
  ""
)

export const jobHistory = Projection.make(`
  annualSalary companyId=companyID dateTimeCreated employeeId=employeeID employeeType=employeeTypeCode
  employeeStatus=employeeStatusCode flsaCategory fullTimeOrPartTime=fullTimeOrPartTimeCode hourlyPayRate isJobChange
  isOrgchange isOutsideGuidelines isOutsideRange isPromotion isRateChange isSystem isTransfer jobCode=primaryJobCode
  jobDescription jobEffectiveDate jobGroupCode locationCode orgLevel1Code orgLevel2Code orgLevel3Code orgLevel4Code
  otherRate1 otherRate2 otherRate3 otherRate4 payGroupCode=payGroup payPeriodCode=payPeriod payScaleCode percentChange
  periodPayRate=payPeriodPayRate piecePayRate positionCode reasonCode salaryGrade salaryOrHourly
  scheduledAnnualHours=scheduledAnnualHrs scheduledFullTimeEquivalency=scheduledFTE scheduledWorkHours=scheduledWorkHrs
  shiftCode=shift shiftGroupCode=shiftGroup stepNumber supervisorId=supervisorID
  supervisorNameFirst=supervisorFirstName supervisorNameLast=supervisorLastName supervisorNameSuffix
  supervisorNotInList systemId unionNational unionLocal usePayScales weeklyPayRate notes homeCompanyId=homeCompany
  integrationEffectiveDate projectCode numberOfPayments weeklyHours isViewableByEmployee createdByUserId jobTitle`)

export const supervisorDetails = Projection.make(`
  employeeID companyID employeeNumber supervisorEmployeeID=supervisorID supervisorFirstName supervisorLastName
  supervisorEmployeeNumber supervisorCompanyID=supervisorCOID supervisorCompanyCode supervisorStatusCode
  supervisorJobCode supervisorPositionCode supervisorEmail supervisorWorkPhone supervisorPersonId`)

export const contacts = Projection.make(`
  city countryCode county addressIsDifferentFromEmployee addressLine1 addressLine2 state zipCode cobraExport
  cobraIsActive cobraReason cobraStatus cobraStatusDate dateOfBirth dateOfCOBRAEvent dateOfCOBRALetter employeeId gender
  importId isBeneficiary isDependent isDisabled isEmergencyContact isSmoker isStudent marriageDate firstName formerName
  lastName middleName nameSuffix occupation otherInsurance homePhoneCountry homePhoneNumber otherPhoneNumber
  otherPhoneType preferredPhoneNumber relationshipCode relationshipDescription ssn contactId userDefinedField01
  workPhoneExtension workPhoneNumber cobraNotes notes isActive statusAsOfDate deathDate divorceDate emailAddress
  otherPhoneCountryCode healthCareId nationalId nationalIdExpirationDate personID addressID workPhoneId homePhoneId
  otherPhoneId`)

export const payRegister = Projection.make(`
  annualSalary autoAllocate bonusTotalHours bonusTotalOTHours checkAddMode checkAmount companyId payPeriodFrequency
  currencyCode directDepositAmount documentNumber earningTaxReportingType employeeId employeeStatus employeeNumber
  checkId hourlyPayRate isRegularPayForCumulative isVoided isVoidingRecord jobCode=primaryJobCode lastRegularPayDate
  locationCode=primaryWorkLocationCode nameFirst nameLast nameMiddle nameSuffix netAmount
  organizationLevel1=orgLevel1Code organizationLevel2=orgLevel2Code organizationLevel3=orgLevel3Code
  organizationLevel4=orgLevel4Code originalPayPeriodFrequency=payPeriodFrequency payDate payGroup periodControl
  periodEndDate periodStartDate project=primaryProjectCode reconciled reconcileDate sequenceNumber shift ssn stateSui
  suiGross taxCalculationGroupID taxCalculationSequence totalDeductionAmount totalEarningsAmount totalHours
  totalHoursWorked totalShiftAmount totalTaxAmount voidDate`)

export const userDetails = Projection.make(
  "employeeId userId userName fullName userLastLogonDate userLastPasswordChangeDate userStatus integrationUserKey"
)

export const userProfileDetails = Projection.make(`
  employeeId companyId firstName lastName personId email workPhone userStatus userId userName roleId roleName
  roleDescription integrationUserKey filterCompanyId filterDeductionGroupCode filterEmployeeType filterStatus
  filterFullTimeOrPartTime filterJobCode filterLocationCode filterOrganizationLevel1 filterOrganizationLevel2
  filterOrganizationLevel3 filterOrganizationLevel4 filterPayGroupCode filterProjectCode filterSalaryOrHourly
  filterShiftCode filterSupervisorID filterTaxCalculationGroupID masterCompany masterCompanyId homeCompany
  homeCompanyId`)

export const securityUserDetails = Projection.make(`
  userID=userId:text userName fullName employeeId passwordLastChanged=userLastPasswordChangeDate
  lastLogon=userLastLogonDate`)

/** Fields that the customer added: one of each type, some of them empty, and those that are not used. */
export const userDefinedFields = (person: JsonObject): JsonObject => {
  const id = Wire.text(person.employeeId)
  const draw = [...id].reduce((sum, char) => sum + char.charCodeAt(0), 0)
  return {
    employeeId: id,
    personnelUserDefinedFields: {
      personnelUDField01: { field: "Shirt size", value: ["S", "M", "L", ""][draw % 4] ?? "" },
      personnelUDField03: { field: "Parking space", value: draw % 3 === 0 ? null : draw },
      personnelUDField05: { field: "Badge issued", value: `${2015 + (draw % 10)}-03-01T00:00:00Z` },
      personnelUDField07: { field: "", value: null }
    },
    internationalUserDefinedFields: { internationalUDField01: { field: "", value: null } }
  }
}
