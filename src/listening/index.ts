export { type StakeholderId, type StakeholderKind, stakeholderKinds } from './rules/stakeholders.ts'
