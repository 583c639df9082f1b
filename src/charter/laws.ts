import type { Phase } from './phases.ts'

/** Roles that are granted with a term and a scope: by an administrator or, in a body, by becoming a member of it. */
export const grantedRoles = [
  'administrator',
  'officer',
  'lead',
  'chair',
  'secretary',
  'rapporteur',
  'member',
  'observer',
  'analyst',
  'delegate',
] as const
export type GrantedRole = (typeof grantedRoles)[number]

/** `self` is whoever acts on their own account; `signed-in` is anybody identified. */
export type Role = GrantedRole | 'self' | 'signed-in'

export interface Law {
  readonly roles: readonly Role[]
  /** Official acts are published in the public record; the others are kept, and only counted. */
  readonly official: boolean
  /** Where the law ties an act to phases: at least one of them must have begun. */
  readonly phases?: readonly Phase[]
}

/** Who may do what. The whole law of the platform, on one page. */
export const laws = {
  'organisations.add': { roles: ['administrator', 'officer'], official: true },
  'organisations.correct': { roles: ['administrator', 'officer'], official: true },
  'organisations.import': { roles: ['administrator', 'officer'], official: true },

  'identity.correct': { roles: ['self'], official: false },
  'identity.download': { roles: ['self'], official: false },
  'identity.erase': { roles: ['self'], official: false },
  'identity.issue-token': { roles: ['self'], official: false },
  'identity.revoke-token': { roles: ['self'], official: false },
  'identity.sign-out-everywhere': { roles: ['self'], official: false },
  'identity.grant': { roles: ['administrator'], official: true },
  'identity.end-grant': { roles: ['administrator'], official: true },

  'ecosystems.add': { roles: ['administrator', 'officer'], official: true },
  'ecosystems.describe': { roles: ['administrator', 'officer', 'lead'], official: true },
  'ecosystems.appoint-lead': { roles: ['administrator', 'officer'], official: true },
  'ecosystems.dismiss-lead': { roles: ['administrator', 'officer'], official: true },
  'ecosystems.involve': { roles: ['administrator', 'officer', 'lead', 'secretary'], official: true },
  'ecosystems.begin-cycle': { roles: ['officer', 'lead'], official: true },
  'ecosystems.set-term': { roles: ['administrator', 'officer'], official: true },
  'ecosystems.start-phase': { roles: ['officer', 'lead'], official: true },
  'ecosystems.import': { roles: ['administrator', 'officer'], official: true },

  'groups.constitute': { roles: ['officer', 'lead'], official: true },
  'groups.describe': { roles: ['officer', 'lead', 'chair', 'secretary'], official: true },
  'groups.set-term': { roles: ['officer', 'lead'], official: true },
  'groups.admit': { roles: ['officer', 'lead', 'chair', 'secretary'], official: true },
  'groups.end-membership': { roles: ['officer', 'lead', 'chair', 'secretary'], official: true },
  'groups.show-name': { roles: ['self'], official: false },
  'groups.convene': { roles: ['lead', 'chair', 'secretary', 'rapporteur'], official: true },
  'groups.change-meeting': { roles: ['lead', 'chair', 'secretary', 'rapporteur'], official: true },
  'groups.cancel-meeting': { roles: ['lead', 'chair', 'secretary', 'rapporteur'], official: true },
  'groups.answer': { roles: ['self'], official: false },
  'groups.record-attendance': { roles: ['lead', 'chair', 'secretary', 'rapporteur'], official: false },
  'groups.write-minutes': { roles: ['lead', 'chair', 'secretary', 'rapporteur'], official: false },
  'groups.send-minutes': { roles: ['lead', 'chair', 'secretary', 'rapporteur'], official: false },
  'groups.remark': { roles: ['self'], official: false },
  'groups.answer-remark': { roles: ['lead', 'chair', 'secretary', 'rapporteur'], official: false },
  'groups.approve-minutes': { roles: ['lead', 'chair'], official: true },
  'groups.correct-minutes': { roles: ['lead', 'chair', 'secretary'], official: true },
  'groups.decide': { roles: ['lead', 'chair', 'secretary', 'rapporteur'], official: true },
  'groups.annul-decision': { roles: ['lead', 'chair'], official: true },
  'groups.assign-task': { roles: ['lead', 'chair', 'secretary', 'rapporteur'], official: false },
  'groups.withdraw-task': { roles: ['lead', 'chair', 'secretary', 'rapporteur'], official: false },
  'groups.finish-task': { roles: ['self'], official: false },
  'groups.issue-calendar': { roles: ['self'], official: false },
  'groups.revoke-calendar': { roles: ['self'], official: false },

  'listening.add-stakeholder': { roles: ['officer', 'lead', 'secretary'], official: false },
  'listening.change-stakeholder': { roles: ['officer', 'lead', 'secretary'], official: false },
  'listening.remove-stakeholder': { roles: ['officer', 'lead', 'secretary'], official: false },
  'listening.note-involvement': { roles: ['officer', 'lead', 'secretary'], official: false },
  'listening.show-stakeholder-name': { roles: ['self'], official: false },
  'listening.call-hearing': { roles: ['officer', 'lead', 'secretary'], official: true },
  'listening.change-hearing': { roles: ['officer', 'lead', 'secretary'], official: true },
  'listening.cancel-hearing': { roles: ['officer', 'lead', 'secretary'], official: true },
  'listening.link-recording': { roles: ['officer', 'lead', 'secretary'], official: false },
  'listening.invite': { roles: ['officer', 'lead', 'secretary'], official: false },
  'listening.decline': { roles: ['self'], official: false },
  'listening.register': { roles: ['self'], official: false },
  'listening.withdraw': { roles: ['self'], official: false },
  'listening.write-minutes': { roles: ['officer', 'lead', 'secretary', 'rapporteur'], official: false },
  'listening.send-minutes': { roles: ['officer', 'lead', 'secretary', 'rapporteur'], official: false },
  'listening.amend': { roles: ['self'], official: false },
  'listening.answer-amendment': { roles: ['officer', 'lead', 'secretary', 'rapporteur'], official: false },
  'listening.close-minutes': { roles: ['officer', 'lead', 'secretary'], official: true },
  'listening.correct-minutes': { roles: ['officer', 'lead', 'secretary'], official: true },
  'listening.record-need': { roles: ['officer', 'lead', 'secretary'], official: true },
  'listening.correct-need': { roles: ['officer', 'lead', 'secretary'], official: true },
  'listening.merge-needs': { roles: ['officer', 'lead', 'secretary'], official: true },
  'listening.separate-needs': { roles: ['officer', 'lead', 'secretary'], official: true },
  'listening.tell-needs-apart': { roles: ['officer', 'lead', 'secretary'], official: false },
  'listening.open-call': { roles: ['officer', 'lead', 'secretary'], official: true },
  'listening.change-call': { roles: ['officer', 'lead', 'secretary'], official: true },
  'listening.propose-need': { roles: ['self'], official: false },
  'listening.withdraw-proposal': { roles: ['self'], official: false },
  'listening.answer-proposal': { roles: ['officer', 'lead', 'secretary'], official: false },
  'documents.begin': { roles: ['officer', 'lead'], official: true },
  'documents.describe': { roles: ['officer', 'lead'], official: true },
  'documents.write': { roles: ['lead', 'chair', 'secretary', 'rapporteur', 'member'], official: false },
  'documents.import': { roles: ['lead', 'chair', 'secretary', 'rapporteur', 'member'], official: false },
  'documents.comment': { roles: ['officer', 'lead', 'chair', 'secretary', 'rapporteur', 'member', 'observer'], official: false },
  'documents.resolve-comment': { roles: ['officer', 'lead', 'chair', 'secretary', 'rapporteur', 'member'], official: false },
  'documents.freeze': { roles: ['lead', 'chair', 'secretary', 'rapporteur'], official: true },
  'documents.declare-final': { roles: ['lead', 'chair', 'secretary'], official: true },
  'documents.adopt': { roles: ['lead', 'chair', 'secretary'], official: true },
  'documents.publish': { roles: ['lead', 'chair', 'secretary'], official: true },
  'portfolio.add': { roles: ['officer', 'lead', 'chair', 'secretary', 'rapporteur'], official: true },
  'portfolio.correct': { roles: ['officer', 'lead', 'chair', 'secretary', 'rapporteur'], official: true },
  'portfolio.stop': { roles: ['officer', 'lead', 'chair', 'secretary'], official: true },
  'portfolio.resume': { roles: ['officer', 'lead', 'chair', 'secretary'], official: true },
  'portfolio.withdraw': { roles: ['officer', 'lead', 'chair', 'secretary'], official: true },
  'portfolio.answer-need': { roles: ['officer', 'lead', 'chair', 'secretary', 'rapporteur'], official: true },
  'portfolio.drop-need': { roles: ['officer', 'lead', 'chair', 'secretary', 'rapporteur'], official: true },
  'portfolio.begin-ranking': { roles: ['officer', 'lead', 'chair', 'secretary', 'rapporteur'], official: true },
  'portfolio.set-ranking-method': { roles: ['lead', 'chair', 'secretary', 'rapporteur'], official: false },
  'portfolio.freeze-ranking': { roles: ['lead', 'chair', 'secretary'], official: true },
  'portfolio.give-scores': { roles: ['chair', 'secretary', 'rapporteur', 'member'], official: false },
  'portfolio.withdraw-scores': { roles: ['chair', 'secretary', 'rapporteur', 'member'], official: false },
  'portfolio.close-ranking': { roles: ['lead', 'chair', 'secretary'], official: true },
  'portfolio.abandon-ranking': { roles: ['lead', 'chair', 'secretary'], official: true },
  'landscape.add': { roles: ['officer', 'lead', 'chair', 'secretary', 'rapporteur'], official: true },
  'landscape.correct': { roles: ['officer', 'lead', 'chair', 'secretary', 'rapporteur'], official: true },
  'landscape.retire': { roles: ['officer', 'lead', 'chair', 'secretary'], official: true },
  'landscape.reinstate': { roles: ['officer', 'lead', 'chair', 'secretary'], official: true },
  'landscape.withdraw': { roles: ['officer', 'lead', 'chair', 'secretary'], official: true },
  'landscape.connect': { roles: ['officer', 'lead', 'chair', 'secretary', 'rapporteur'], official: true },
  'landscape.correct-connection': { roles: ['officer', 'lead', 'chair', 'secretary', 'rapporteur'], official: true },
  'landscape.realise': { roles: ['officer', 'lead', 'chair', 'secretary', 'rapporteur'], official: true },
  'landscape.withdraw-connection': { roles: ['officer', 'lead', 'chair', 'secretary'], official: true },
  'consultations.prepare': { roles: ['officer', 'lead', 'secretary'], official: false },
  'consultations.open': { roles: ['officer', 'lead'], official: true },
  'consultations.discard': { roles: ['officer', 'lead', 'secretary'], official: false },
  'consultations.take-up-again': { roles: ['officer', 'lead', 'secretary'], official: false },
  'consultations.accompany': { roles: ['officer', 'lead', 'secretary'], official: false },
  'consultations.extend': { roles: ['officer', 'lead'], official: true },
  'consultations.suspend': { roles: ['officer', 'lead'], official: true },
  'consultations.resume': { roles: ['officer', 'lead'], official: true },
  'consultations.record-interruption': { roles: ['administrator', 'officer', 'lead'], official: true },
  'consultations.restart': { roles: ['officer', 'lead'], official: true },
  'consultations.contribute': { roles: ['self'], official: false },
  'consultations.change-contribution': { roles: ['self'], official: false },
  'consultations.withdraw-contribution': { roles: ['self'], official: false },
  'consultations.support': { roles: ['self'], official: false },
  'consultations.comment': { roles: ['self'], official: false },
  'consultations.flag': { roles: ['self'], official: false },
  'consultations.appeal': { roles: ['self'], official: false },
  'consultations.enter': { roles: ['officer', 'lead', 'secretary'], official: false },
  'consultations.import': { roles: ['officer', 'lead', 'secretary'], official: true },
  'consultations.undo-import': { roles: ['officer', 'lead', 'secretary'], official: true },
  'consultations.take-out': { roles: ['officer', 'lead', 'secretary'], official: false },
  'consultations.hide': { roles: ['officer', 'lead', 'secretary'], official: true },
  'consultations.keep': { roles: ['officer', 'lead', 'secretary'], official: false },
  'consultations.settle-appeal': { roles: ['officer', 'lead'], official: true },
  'consultations.place-annotation': { roles: ['officer', 'lead', 'secretary'], official: false },

  'answers.prepare': { roles: ['officer', 'lead', 'secretary', 'rapporteur'], official: false },
  'answers.publish': { roles: ['lead', 'secretary'], official: true },
  'answers.correct': { roles: ['lead', 'secretary'], official: true },
  'answers.write-report': { roles: ['officer', 'lead', 'secretary'], official: false },
  'answers.conclude': { roles: ['lead'], official: true },
  'answers.evaluate': { roles: ['self'], official: false },

  'gates.conclude': { roles: ['lead'], official: true },
  'gates.derogate': { roles: ['officer'], official: true },

  'plan.import': { roles: ['administrator', 'officer'], official: true },
  'plan.declare': { roles: ['officer', 'analyst'], official: true },
  'plan.withdraw-declaration': { roles: ['officer', 'analyst'], official: true },
  'plan.link-lineage': { roles: ['administrator', 'officer'], official: true },

  'notifications.arrange': { roles: ['self'], official: false },
  'notifications.follow': { roles: ['self'], official: false },

  'platform.move-clock': { roles: ['administrator'], official: false },
} as const satisfies Record<string, Law>

export type Act = keyof typeof laws

/** The part of an act's name before the dot: what a personal token is limited to. */
export type Room = Act extends `${infer R}.${string}` ? R : never
export const rooms = [...new Set(Object.keys(laws).map((act) => act.split('.')[0]))] as Room[]

export const officialActs = (Object.keys(laws) as Act[]).filter((act) => laws[act].official)
